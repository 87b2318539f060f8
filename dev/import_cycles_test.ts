import { assert, assertEquals } from "@std/assert";
import { findCycles, importedFiles } from "./import_cycles.ts";
import { pathTo } from "./paths.ts";

const graphOf = (arrows: Record<string, string[]>) =>
  new Map(Object.entries(arrows).map(([file, imported]) => [file, new Set(imported)]));

Deno.test("importedFiles() reads imports of values and types, by path and by name, but no examples", () => {
  const source = `
    /** @example import { a } from "./example.ts"; */
    import { b } from "./b.ts";
    import type { C } from "../c.ts";
    export * from "@mypacer/shared/d.ts";
    const e = await import("./e.ts");
    import postgres from "postgres";
  `;
  const files = new Set(["x/b.ts", "c.ts", "shared/d.ts", "x/e.ts", "x/example.ts"]);
  assertEquals([...importedFiles("x/a.ts", { source, files })], [
    "x/b.ts",
    "c.ts",
    "shared/d.ts",
    "x/e.ts",
  ]);
});

Deno.test("findCycles() names each group of files that reach one another", () => {
  assertEquals(findCycles(graphOf({ a: ["b"], b: ["c"], c: [] })), []);
  assertEquals(findCycles(graphOf({ a: ["b"], b: ["a"], c: ["a"] })), [["a", "b"]]);
  assertEquals(
    findCycles(graphOf({ a: ["b", "d"], b: ["c"], c: ["a"], d: ["e"], e: ["d"] })),
    [["d", "e"], ["a", "b", "c"]],
  );
});

Deno.test("no two files of the repository import each other", async () => {
  const { stdout } = await new Deno.Command("git", {
    // A clone of another account, as in a container, is read as well.
    args: ["-c", "safe.directory=*", "ls-files", "*.ts", "*.tsx"],
    cwd: pathTo("../"),
  }).output();
  const files = new Set(new TextDecoder().decode(stdout).split("\n").filter((name) => name !== ""));
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    // Deleted, and not yet committed so.
    const source = await Deno.readTextFile(pathTo(`../${file}`)).catch(() => "");
    graph.set(file, importedFiles(file, { source, files }));
  }
  assert(graph.size > 500);
  assertEquals(findCycles(graph), []);
});
