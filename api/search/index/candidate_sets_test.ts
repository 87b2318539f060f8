import { assertEquals } from "@std/assert";
import { CandidateSets, isInEach } from "./candidate_sets.ts";
import { indexOf, wordBytes } from "./testing/made_index.ts";
import { makeCosts, TypedWord } from "./typed_word.ts";

// Rows are in the order of the names; club 12 is a "Stade", whose name is a candidate of that word.
const index = indexOf([
  { name: "BLANC Marie" },
  { name: "BLANC Zoe" },
  { name: "DURAND Zoe", club: 12 },
  { name: "PETIT Marie" },
]);
const typed = (letters: string) => {
  const word = new TypedWord(index, {
    word: wordBytes(letters),
    unfinished: false,
    joinedOrSplit: 0,
    costs: makeCosts(index),
  });
  word.findMatches(0, { alone: false });
  return word;
};
/** Rows that are left of all when so many candidates would be scored; null = nobody is left out. */
const rowsLeft = (words: readonly string[], candidates: number) => {
  const groups = new CandidateSets(index).of(words.map(typed), candidates);
  return groups && [0, 1, 2, 3].filter((row) => isInEach(groups, row));
};

Deno.test("CandidateSets.of() holds the candidates of a word, members of a club of that name too", () => {
  assertEquals(rowsLeft(["marie"], 100), [0, 3]);
  assertEquals(rowsLeft(["stade"], 100), [2]);
});

Deno.test("CandidateSets.of() leaves out who lacks any of the initials", () => {
  assertEquals(rowsLeft(["b"], 100), [0, 1]);
  assertEquals(rowsLeft(["b", "z"], 100), [1]);
  assertEquals(rowsLeft(["p", "marie"], 100), [3]);
});

Deno.test("CandidateSets.of() makes no sets where scoring is sooner done", () => {
  assertEquals(rowsLeft(["b", "marie"], 99), null);
  assertEquals(rowsLeft([], 100), null);
});

Deno.test("CandidateSets.of() forgets the word before", () => {
  const sets = new CandidateSets(index);
  sets.of([typed("marie")], 100);
  const groups = sets.of([typed("zoe")], 100) ?? [];
  assertEquals([0, 1, 2, 3].filter((row) => isInEach(groups, row)), [1, 2]);
});
