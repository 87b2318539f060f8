import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { until } from "@mypacer/shared/testing/until.ts";

const MAIN = new URL("./main.ts", import.meta.url).pathname;
const ARGUMENTS = ["run", "--quiet", "--allow-net=127.0.0.1", "--allow-env", "--allow-read", MAIN];

/** A simulator as a process of its own. */
function start(words: string[], env: Record<string, string> = {}): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [...ARGUMENTS, ...words],
    env,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function runToEnd(words: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await start(words, env).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Reads the first line that a process writes. */
async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  await reader.cancel();
  return text.split("\n")[0] ?? "";
}

Deno.test("the process prints its address, answers there and stops on a signal with code 0", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const process = start(["--port", "0", "--athletes", "300", "--clubs", "4"]);
    const line = await firstLine(process.stdout);
    const address = /^Simulator ready: (http:\/\/127\.0\.0\.1:\d+) \(300 athletes, 4 clubs/.exec(
      line,
    )?.[1];
    assert(address !== undefined, line);
    const page = await fetch(`${address}/athletes/70001989/records`);
    assertStringIncludes(await page.text(), "LEFEVRE");
    // A request that is held back must not keep the process alive, and is not lost either.
    await (await fetch(`${address}/_simulator/latency`, {
      method: "PUT",
      body: JSON.stringify({ min: 60_000, max: 60_000 }),
    })).body?.cancel();
    const held = fetch(`${address}/robots.txt`);
    const counts = async () => await (await fetch(`${address}/_simulator/counts`)).json();
    await until("a request in flight", async () => (await counts()).in_flight > 0);
    process.kill(signal);
    assertEquals((await held).status, 200);
    await (await held).body?.cancel();
    assertEquals((await process.status).code, 0);
    assertEquals(await new Response(process.stderr).text(), "");
  }
});

Deno.test("the process explains itself on --help", async () => {
  const { code, stdout } = await runToEnd(["--help"]);
  assertEquals(code, 0);
  for (const option of ["--clubs", "--athletes", "--seasons", "--seed", "--latency", "--port"]) {
    assertStringIncludes(stdout, option);
  }
});

Deno.test("the process refuses a wrong option or variable in one line, with code 2", async () => {
  for (
    const [words, env, start] of [
      [["--clubs", "many"], {}, 'simulator: --clubs: "many" was given; accepted:'],
      [["--speed", "9"], {}, "simulator: Unknown option '--speed'"],
      [
        [],
        { SIMULATOR_PORT: "ninety" },
        'simulator: SIMULATOR_PORT: "ninety" was given; accepted:',
      ],
    ] as [string[], Record<string, string>, string][]
  ) {
    const { code, stdout, stderr } = await runToEnd(words, env);
    assertEquals([code, stdout], [2, ""]);
    assert(stderr.startsWith(start), stderr);
    assertEquals(stderr.trimEnd().split("\n").length, 1);
  }
});

Deno.test("the process says in one line that its port is taken", async () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr as Deno.NetAddr;
  const { code, stderr } = await runToEnd(["--port", String(port)]);
  assertEquals(code, 1);
  assertEquals(stderr, `simulator: cannot listen on 127.0.0.1:${port}: the port is taken\n`);
});
