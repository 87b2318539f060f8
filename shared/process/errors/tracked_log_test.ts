import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serveLocally } from "../../testing/local_server.ts";

/** Runs the program in `testdata/`; what arrived at the collector, and what it left behind. */
async function run(how: string, { dsn, permission }: { dsn?: boolean; permission?: boolean } = {}) {
  const arrived: string[] = [];
  const collector = serveLocally(async (request) => {
    arrived.push(await request.text());
    return new Response();
  });
  const { host } = collector;
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read",
      "--allow-env",
      ...permission === false ? [] : [`--allow-net=${host}`],
      decodeURIComponent(new URL("./testdata/crash.ts", import.meta.url).pathname),
      how,
      ...dsn === false ? [] : [`http://key@${host}/1`],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  await collector[Symbol.asyncDispose]();
  return { code, said: new TextDecoder().decode(stderr), arrived, host };
}

for (const how of ["error", "promise"]) {
  Deno.test(`what ends a process is reported before it does (${how})`, async () => {
    const { code, said, arrived } = await run(how);
    assertEquals(code, 1);
    assertStringIncludes(said, "TESTARD");
    assertEquals(arrived.length, 1);
    const event = JSON.parse(arrived[0]?.split("\n")[2] ?? "");
    assertEquals(event.exception.values[0].type, "RangeError");
    assertEquals(event.exception.values[0].value, "invalid value …");
    assertEquals(
      event.logentry.formatted,
      "the process ends with an error that nobody handled",
    );
    assert(!arrived.join().includes("TESTARD"));
  });

  Deno.test(`without a collector a process ends as it always did (${how})`, async () => {
    const { code, said, arrived } = await run(how, { dsn: false });
    assertEquals([code, arrived], [1, []]);
    assertStringIncludes(said, "RangeError: invalid value TESTARD");
  });
}

Deno.test("a process that may not reach the collector says so once and goes on", async () => {
  const { code, said, arrived, host } = await run("log", { permission: false });
  assertEquals([code, arrived], [0, []]);
  assertStringIncludes(said, `--allow-net does not name ${host}`);
  assertStringIncludes(said, "went on");
  assertEquals(said.match(/errors are not reported/g)?.length, 1);
});
