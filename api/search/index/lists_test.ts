import { assertEquals } from "@std/assert";
import { buildLists } from "./lists.ts";

Deno.test("buildLists() keeps values in the order in which they come, empty lists among them", () => {
  const pairs = [[2, 7], [0, 5], [2, 3], [0, 9]] as const;
  const { starts, values } = buildLists(4, (add) => {
    for (const [list, value] of pairs) add(list, value);
  });
  assertEquals([...starts], [0, 2, 2, 4, 4]);
  assertEquals([...values], [5, 9, 7, 3]);
});
