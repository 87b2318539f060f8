import { assertEquals } from "@std/assert";
import { RowSet } from "./row_set.ts";

Deno.test("RowSet holds rows at the borders of its words, until it is cleared", () => {
  const rows = new RowSet(65);
  const lists = { starts: Uint32Array.of(0, 1, 3, 5), values: Uint32Array.of(5, 0, 31, 32, 64) };
  rows.addLists(lists, 1, 3);
  assertEquals([0, 1, 30, 31, 32, 33, 63, 64].filter((row) => rows.has(row)), [0, 31, 32, 64]);
  rows.clear();
  assertEquals(rows.has(31), false);
});
