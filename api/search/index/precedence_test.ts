import { assertEquals } from "@std/assert";
import { indexOf, type Person } from "./testing/made_index.ts";

/** So many people of one name. */
const people = (name: string, count: number, lastSeason = 2026): Person[] =>
  Array.from({ length: count }, () => ({ name, lastSeason }));

/** Precedence by row: a row's number is its place, active ones first, then by name. */
const precedenceOf = (...all: Person[][]) => [...indexOf(all.flat()).data.precedence];

Deno.test("the first of each name comes before the next who has it, frequent names before rare ones", () => {
  assertEquals(
    precedenceOf(people("ALBA Ida", 1), people("BRUN Leo", 2), people("CROS Ana", 4)),
    [6, 5, 7, 4, 7, 7, 7],
  );
});

Deno.test("who is not active comes behind everybody who is, and is counted apart", () => {
  assertEquals(
    precedenceOf(people("BRUN Leo", 2), people("BRUN Leo", 3, 2020), people("ALBA Ida", 1, 2020)),
    [5, 7, 14, 13, 15, 15],
  );
});

Deno.test("names of other words, or of more, are other names", () => {
  assertEquals(
    precedenceOf(people("BRUN Leo", 1), people("BRUN Leo Paul", 1), people("BRUN Lea", 1)),
    [6, 6, 6],
  );
  assertEquals(precedenceOf(people("Brun Léo", 1), people("BRUN-LEO", 1)), [5, 7]);
});

Deno.test("however many people have a name, their precedence is one of sixteen", () => {
  assertEquals(precedenceOf(people("BRUN Leo", 64)).slice(0, 2), [0, 7]);
  assertEquals(precedenceOf(people("BRUN Leo", 300, 2020)).slice(0, 2), [8, 15]);
  assertEquals(precedenceOf(), []);
});
