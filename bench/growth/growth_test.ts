import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";

/** Runs `deno task bench:growth` to its end. */
async function bench(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "-A",
      fileURLToPath(new URL("../growth.ts", import.meta.url)),
      ...args,
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("bench:growth measures a size from its index file", async () => {
  const { code, stdout, stderr } = await bench(
    "--sizes=0.002",
    "--database-up-to=0.002",
    "--crawl=0",
    "--each=2",
    "--seconds=1",
  );
  assertEquals(code, 0, stderr);
  const { sizes: [size] } = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  assertEquals([size.athletes, size.search.errors], [2000, 0]);
  assertEquals(Object.keys(size.search.cpuMsByKind).length, 12);
  assert(size.index.indexMb > 0.1 && size.databaseMb > 5, stdout);
});

Deno.test.each([
  [["--sizes=2.8,0.94"], "the smallest first"],
  [["--sizes=12"], "millions from 0.001 to 9.9"],
  [["--docs", "--sizes=1"], "2 or more"],
])("bench:growth refuses sizes it cannot measure: $0", async (args, accepted) => {
  const { code, stderr } = await bench(...args);
  assert(code !== 0);
  assertStringIncludes(stderr, accepted);
});
