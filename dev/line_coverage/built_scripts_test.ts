import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { noteRunScripts, runCharacters } from "./built_scripts.ts";
import type { CoveredLines } from "./covered_lines.ts";

const run = (path: string, ...ranges: [start: number, end: number, count: number][]) => ({
  path,
  functions: ranges.map(([startOffset, endOffset, count]) => ({
    ranges: [{ startOffset, endOffset, count }],
  })),
});

Deno.test("runCharacters() believes the innermost range", () => {
  assertEquals([...runCharacters(6, run("", [2, 5, 0], [0, 6, 1], [3, 4, 2]))], [1, 1, 0, 1, 0, 1]);
});

Deno.test("noteRunScripts() tells of sources, through two maps, what any run of a script ran", async () => {
  const root = `${await Deno.makeTempDir({ prefix: "mypacer-scripts-" })}/`;
  const write = async (name: string, text: string) => {
    await Deno.mkdir(join(root, name, ".."), { recursive: true });
    await Deno.writeTextFile(join(root, name), text);
  };
  const map = (sources: string[], mappings: string) =>
    JSON.stringify({ version: 3, names: [], sources, mappings });
  // Statements of four characters: at each a mapping to a line of its own (AAAA, then +4 +1 line).
  await write("out/page.js", "a();b();c();");
  await write(
    "out/page.js.map",
    map(["../once/page.js", "../node_modules/x.js"], "AAAA,IACA,ICAA"),
  );
  await write("once/page.js", "a();\nb();");
  await write("once/page.js.map", map(["../web/page.ts"], "AAEA;AACA"));
  const lines: CoveredLines = new Map();
  const path = join(root, "out/page.js");
  await noteRunScripts(lines, [run(path, [0, 12, 1], [0, 8, 0])], root);
  assertEquals(lines, new Map([["web/page.ts", new Map([[3, false], [4, false]])]]));
  await noteRunScripts(lines, [run(path, [0, 12, 0], [4, 8, 1])], root);
  assertEquals(lines.get("web/page.ts"), new Map([[3, false], [4, true]]));
  await Deno.remove(root, { recursive: true });
});
