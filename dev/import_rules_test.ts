import { assert, assertEquals } from "@std/assert";
import { findCycles } from "./import_cycles.ts";
import { importProblem } from "./import_rules.ts";
import { pathTo } from "./paths.ts";

/** Folders of the API's code. */
const rooms = ["search/index"];
for await (const { name, isDirectory } of Deno.readDir(pathTo("../api"))) {
  if (isDirectory && name !== "node_modules" && name !== "testing") rooms.push(name);
}

const mayImport = (from: string, to: string) =>
  importProblem(`api/${from}/file.ts`, `${"../".repeat(from.split("/").length)}${to}`) === null;

Deno.test("every room of the API has its rules, and none may import what puts the API together", () => {
  for (const room of rooms) {
    assert(!mayImport(room, "app.ts"), `${room} may import app.ts`);
  }
});

Deno.test("the rules let no two rooms of the API import each other, by way of others either", () => {
  const graph = new Map(rooms.map((from) => [
    from,
    new Set(rooms.filter((to) => to !== from && mayImport(from, `${to}/file.ts`))),
  ]));
  assert([...graph.values()].some(({ size }) => size > 0));
  assertEquals(findCycles(graph), []);
});
