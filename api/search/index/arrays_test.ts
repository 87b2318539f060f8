import { assertEquals } from "@std/assert";
import { bytes, doubles, Growing } from "./growing.ts";
import { Interner } from "./interner.ts";
import { buildLists } from "./lists.ts";
import { RowSet } from "./row_set.ts";
import { wordBytes } from "./testing/made_index.ts";

Deno.test("buildLists() keeps values in the order in which they come, empty lists among them", () => {
  const pairs = [[2, 7], [0, 5], [2, 3], [0, 9]] as const;
  const { starts, values } = buildLists(4, (add) => {
    for (const [list, value] of pairs) add(list, value);
  });
  assertEquals([...starts], [0, 2, 2, 4, 4]);
  assertEquals([...values], [5, 9, 7, 3]);
});

Deno.test("Growing keeps values beyond its first room, and hands over no more than they are", () => {
  const numbers = new Growing(doubles);
  for (let value = 0; value < 5000; value++) numbers.push(value * 1e9);
  const array = numbers.toArray();
  assertEquals([array.length, array[0], array[1023], array[1024], array[4999]], [
    5000,
    0,
    1023e9,
    1024e9,
    4999e9,
  ]);
  const text = new Growing(bytes);
  text.append(wordBytes("martin"), 1, 4);
  assertEquals([...text.toArray()], [...wordBytes("art")]);
});

Deno.test("Interner gives one number to one text, also after its table grew", () => {
  const interner = new Interner();
  const intern = (word: string) => {
    const text = wordBytes(`<${word}>`);
    return interner.intern(text, 1, text.length - 1);
  };
  const words = Array.from({ length: 40_000 }, (_, at) => `word${at}`);
  assertEquals(words.map(intern), words.map((_, at) => at));
  assertEquals([intern("word0"), intern("word39999"), intern("")], [0, 39_999, 40_000]);
  assertEquals([intern(""), interner.size], [40_000, 40_001]);
});

Deno.test("RowSet holds rows at the borders of its words, until it is cleared", () => {
  const rows = new RowSet(65);
  rows.addAll(Uint32Array.of(0, 31, 32, 64));
  assertEquals([0, 1, 30, 31, 32, 33, 63, 64].filter((row) => rows.has(row)), [0, 31, 32, 64]);
  rows.clear();
  assertEquals(rows.has(31), false);
});
