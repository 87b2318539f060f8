import { assertEquals } from "@std/assert";
import { until } from "../testing/until.ts";
import { createLogger } from "./log.ts";
import { Threads } from "./threads.ts";

/** Says that it runs, ends when it is told to, and fails at anything else. */
const SCRIPT = `
  onmessage = ({ data }) => {
    if (data !== "end") throw new Error("no such order: " + data);
    postMessage("ended");
  };
  postMessage("runs");
`;

function startThreads(count: number) {
  const url = URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  const received: string[] = [];
  const lines: string[] = [];
  let removed = 0;
  const threads = new Threads<string>({
    count,
    start: () => new Worker(url, { type: "module" }),
    receive(worker, message) {
      received.push(message);
      if (message === "ended") threads.ended(worker);
    },
    removed: () => removed++,
    askToEnd: (worker) => worker.postMessage("end"),
    log: createLogger("web", { terminal: false, write: (line) => lines.push(line) }),
  });
  return { threads, received, lines, removed: () => removed, url };
}

Deno.test("threads run, and are stopped once each has said that it ended", async () => {
  const { threads, received, lines, removed, url } = startThreads(2);
  await until("both", () => received.length === 2);
  assertEquals(threads.workers.length, 2);
  await threads.stop();
  assertEquals(received, ["runs", "runs", "ended", "ended"]);
  assertEquals([threads.workers.length, removed(), lines], [0, 2, []]);
  URL.revokeObjectURL(url);
});

Deno.test("a thread that ends by an error is told of, and another one is started", async () => {
  const { threads, received, lines, removed, url } = startThreads(1);
  await until("it", () => received.length === 1);
  threads.workers[0]?.postMessage("fail");
  await until("its end", () => removed() === 1);
  const { level, message, error } = JSON.parse(lines[0] ?? "");
  assertEquals([level, message], ["error", "a serving thread ended; another is started"]);
  assertEquals(error.includes("no such order: fail"), true, error);
  await until("another", () => received.length === 2);
  await threads.stop();
  assertEquals(received, ["runs", "runs", "ended"]);
  URL.revokeObjectURL(url);
});

Deno.test("no thread is started once they are stopped", async () => {
  const { threads, received, removed, url } = startThreads(1);
  await until("it", () => received.length === 1);
  threads.workers[0]?.postMessage("fail");
  await until("its end", () => removed() === 1);
  await threads.stop();
  assertEquals([threads.workers.length, received], [0, ["runs"]]);
  URL.revokeObjectURL(url);
});
