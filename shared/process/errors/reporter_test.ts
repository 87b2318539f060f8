import { assert, assertEquals } from "@std/assert";
import { createErrorReporter, isDsn } from "./reporter.ts";
import { serveLocally } from "../../testing/local_server.ts";

/** A collector on loopback; what arrived, and how it answers. */
function startCollector(answer: () => Response | Promise<Response> = () => Response.json({})) {
  const arrived: { headers: Headers; path: string; lines: string[] }[] = [];
  const server = serveLocally(async (request) => {
    const lines = (await request.text()).split("\n");
    arrived.push({ headers: request.headers, path: new URL(request.url).pathname, lines });
    return await answer();
  });
  return {
    arrived,
    dsn: `http://abc123@${server.host}/7`,
    events: () => arrived.map(({ lines }) => JSON.parse(lines[2] ?? "")),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function startReporter(dsn: string) {
  let now = Date.parse("2026-11-29T10:00:00Z");
  const troubles: string[] = [];
  const reporter = createErrorReporter({
    dsn,
    part: "api",
    release: "mypacer@1.2.3",
    trouble: (reason) => troubles.push(reason),
    clock: () => new Date(now),
  });
  return { ...reporter, troubles, pass: (seconds: number) => void (now += seconds * 1000) };
}

/** An error of a kind of its own, by its code. */
const errorOf = (number: number) =>
  Object.assign(new TypeError("failed"), { code: `42${String(number).padStart(3, "0")}` });
const LONG = 60_000;

Deno.test("isDsn() takes what collectors show", () => {
  for (
    const dsn of [
      "https://0123456789abcdef@o1.ingest.de.sentry.io/45",
      "http://key@errors:8000/1",
      "https://key@example.org/glitchtip/3",
    ]
  ) assert(isDsn(dsn), dsn);
  for (const dsn of ["", "https://example.org/1", "https://key@example.org/", "key@host/1"]) {
    assert(!isDsn(dsn), dsn);
  }
});

Deno.test("the reporter sends an envelope", async () => {
  await using collector = startCollector();
  const { report, flush } = startReporter(collector.dsn);
  report("a page failed", { error: errorOf(0) });
  await flush(LONG);
  const [first] = collector.arrived;
  assertEquals(first?.path, "/api/7/envelope/");
  assertEquals(first?.headers.get("content-type"), "application/x-sentry-envelope");
  assertEquals(
    first?.headers.get("x-sentry-auth"),
    "Sentry sentry_version=7, sentry_key=abc123, sentry_client=mypacer/1.0",
  );
  const [head, item, event, end] = first?.lines ?? [];
  assertEquals(JSON.parse(head ?? "").sent_at, "2026-11-29T10:00:00.000Z");
  assertEquals(JSON.parse(item ?? ""), { type: "event" });
  assertEquals(JSON.parse(event ?? "").release, "mypacer@1.2.3");
  assertEquals(end, "");
});

Deno.test("the reporter sends one of a kind a minute, and how many more there were", async () => {
  await using collector = startCollector();
  const { report, flush, pass } = startReporter(collector.dsn);
  for (let i = 0; i < 500; i++) report("a page failed", { error: errorOf(0) });
  await flush(LONG);
  assertEquals(collector.events().length, 1);
  pass(61);
  report("a page failed", { error: errorOf(0) });
  await flush(LONG);
  assertEquals(collector.events().map(({ tags }) => tags.held_back), [undefined, "499"]);
});

Deno.test("the reporter sends 20 a minute at most", async () => {
  await using collector = startCollector();
  const { report, flush, pass } = startReporter(collector.dsn);
  for (let i = 0; i < 100; i++) report("a page failed", { error: errorOf(i) });
  await flush(LONG);
  assertEquals(collector.events().length, 20);
  pass(61);
  for (let i = 100; i < 200; i++) report("a page failed", { error: errorOf(i) });
  await flush(LONG);
  assertEquals(collector.events().length, 40);
});

Deno.test("the reporter goes by the pause that a collector asks for", async () => {
  await using collector = startCollector(() =>
    new Response(null, { status: 429, headers: { "retry-after": "120" } })
  );
  const { report, flush, pass, troubles } = startReporter(collector.dsn);
  const send = async (number: number) => {
    report("a page failed", { error: errorOf(number) });
    await flush(LONG);
  };
  await send(1);
  pass(100);
  await send(2);
  assertEquals([collector.arrived.length, troubles], [1, ["the collector answered 429"]]);
  pass(30);
  await send(3);
  assertEquals(collector.arrived.length, 2);
});

Deno.test("the reporter neither throws nor waits where no collector answers", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const gone = startReporter(`http://secret@127.0.0.1:${port}/1`);
  gone.report("a page failed", { error: errorOf(0) });
  await gone.flush(LONG);
  assertEquals(gone.troubles.length, 1);
  assert(!gone.troubles.join().includes("secret"));

  const released = Promise.withResolvers<void>();
  await using collector = startCollector(async () => {
    await released.promise;
    return new Response();
  });
  const slow = startReporter(collector.dsn);
  slow.report("a page failed", { error: errorOf(0) });
  await slow.flush(1);
  released.resolve();
  await slow.flush(LONG);
});

Deno.test("the reporter survives an error that cannot be read", () => {
  const { report, troubles } = startReporter("http://key@127.0.0.1:9/1");
  const error = new Error("x");
  Object.defineProperty(error, "message", {
    get() {
      throw new RangeError("no");
    },
  });
  report("a page failed", { error });
  assertEquals(troubles, ["RangeError"]);
});
