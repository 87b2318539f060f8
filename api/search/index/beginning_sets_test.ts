import { assertEquals, assertStrictEquals } from "@std/assert";
import { BeginningSets } from "./beginning_sets.ts";
import { indexOf, wordBytes } from "./testing/made_index.ts";

Deno.test("BeginningSets.get() holds who has such a word anywhere in the name, and is kept", () => {
  const index = indexOf([
    { name: "LE GOFF Zoe" },
    { name: "MARTIN Lea" },
    { name: "PETIT Anne" },
  ]);
  const sets = new BeginningSets(index);
  const [from, to] = index.vocabulary.range(wordBytes("l"));
  const set = sets.get(from, to);
  // Rows are in the order of the names.
  assertEquals([0, 1, 2].filter((row) => set.has(row)), [0, 1]);
  assertStrictEquals(sets.get(from, to), set);
  assertEquals(sets.get(to, to).has(0), false);
});
