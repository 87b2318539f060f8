import { assertEquals } from "@std/assert";
import { Finder } from "./finder.ts";
import {
  leastClubOrders,
  leastNameOrders,
  type LeastOrders,
  leastOrdersElsewhere,
  listsOf,
} from "./lone_word.ts";
import { indexOf, wordBytes } from "./testing/made_index.ts";
import { makeCosts, TypedWord } from "./typed_word.ts";

Deno.test("listsOf() puts the word itself before its continuations, and what costs more behind", () => {
  const index = indexOf(["MARTIN Zoe", "MARTINEAU Zoe", "MARTYN Zoe"].map((name) => ({ name })));
  const word = new TypedWord(index, {
    word: wordBytes("martin"),
    unfinished: true,
    joinedOrSplit: 0,
    costs: makeCosts(index),
  });
  word.findMatches(1, { alone: true });
  // The vocabulary: martin 0, martineau 1, martyn 2, zoe 3.
  assertEquals(listsOf(word, (id) => index.rareness(id)), [
    { from: 0, to: 1, cost: 0, rareness: 0 },
    { from: 0, to: 2, cost: 2, rareness: 0 },
    { from: 2, to: 3, cost: 78, rareness: 15 },
  ]);
});

Deno.test("listsOf() puts the cheaper first, and tells how rare those of one cost are at least", () => {
  const word = { from: 0, to: 0, rangeCost: 0, matchedWords: [7, 5, 2], costs: new Uint8Array(8) };
  word.costs.set([91], 7);
  word.costs.set([81], 5);
  word.costs.set([81], 2);
  const rareness = (id: number) => id === 5 ? 9 : 3;
  assertEquals(listsOf(word as unknown as TypedWord, rareness), [
    { from: 5, to: 6, cost: 80, rareness: 3 },
    { from: 2, to: 3, cost: 80, rareness: 3 },
    { from: 7, to: 8, cost: 90, rareness: 3 },
  ]);
});

Deno.test("least orders are those of the best place that a name of so many words can have", () => {
  // (cost × 32 + 2 for each word left over + 1 where the name begins otherwise) × 16.
  const first = ({ byWords, least }: LeastOrders) => [...byWords.slice(1, 5), least];
  assertEquals(first(leastNameOrders.oneWord(2)), [1024, 1056, 1088, 1120, 1024]);
  assertEquals(first(leastNameOrders.joined(2)), [1024, 1056, 1024, 1024, 1024]);
  assertEquals(first(leastOrdersElsewhere(2)), [1072, 1072, 1104, 1136, 1072]);
  assertEquals(first(leastClubOrders(4)), [2096, 2128, 2160, 2192, 2096]);
});

Deno.test("a word alone finds the best of many, and counts each athlete once", () => {
  // Forty with the word as given name, forty as surname, forty who only begin so, some both.
  const people = Array.from({ length: 40 }, (_, at) => {
    const letters = String.fromCharCode(97 + at % 26) + String.fromCharCode(97 + at / 26);
    return [`Z${letters.toUpperCase()} Remy`, `REMY Z${letters}`, `REMYEL Z${letters}`];
  }).flat();
  const index = indexOf([...people, "REMY Remy", "A REMY Bo", "REMY"].map((name) => ({ name })));
  const found = new Finder(index).find({
    words: ["remy"],
    filters: { birthYear: null, numbers: [] },
    most: 4,
  });
  assertEquals(found.rows.map(({ row }) => index.name(row)), [
    "REMY",
    "REMY Remy",
    "REMY Zaa",
    "REMY Zab",
  ]);
  assertEquals([found.total, found.complete], [123, true]);
});

Deno.test("a word alone finds who matches it better by the club than by the name", () => {
  // A typo away from the club's word, and two of another spelling of the same sound.
  const index = indexOf([
    { name: "KLAIRMONTOI" },
    { name: "KLAIRMONTOI" },
    { name: "KLAIRMONTOI Bo", club: 12 },
  ]);
  const result = new Finder(index).find({
    words: ["clermontoit"],
    filters: { birthYear: null, numbers: [] },
    most: 1,
  });
  assertEquals(result.rows.map(({ row }) => index.name(row)), ["KLAIRMONTOI Bo"]);
  assertEquals([result.total, result.complete], [3, true]);
});
