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

Deno.test("BeginningSets.get() makes a set anew in the room of one that was left out", () => {
  const names = ["ARNAUD Lea", "BERNARD Anne", "COLIN Zoe", "DURAND Ines", "EVRARD Maud"];
  const index = indexOf(names.map((name) => ({ name })));
  const sets = new BeginningSets(index, 2);
  const rows = (letter: string) => {
    const [from, to] = index.vocabulary.range(wordBytes(letter));
    const set = sets.get(from, to);
    return { set, has: names.flatMap((_, row) => set.has(row) ? [row] : []) };
  };
  const [a, b, c, d] = ["a", "b", "c", "d"].map(rows);
  assertEquals([b?.has, c?.has, d?.has], [[1], [2], [3]]);
  // The third put out the first, in whose room the fourth is.
  assertStrictEquals(d?.set, a?.set);
  assertEquals(rows("e").has, [4]);
  assertEquals(rows("a").has, [0, 1]);
  assertEquals(rows("c").has, [2]);
});
