import { assertEquals } from "@std/assert";
import { ClubIndex } from "./club_index.ts";
import { wordBytes } from "./testing/made_index.ts";

const CLUBS = [
  { ffaNumber: "063001", name: "Stade Clermontois Essai" },
  { ffaNumber: "075999", name: "AC L'Exemple" },
  { ffaNumber: "031001", name: "Stade Toulousain d'Exemple" },
];
const clubs = new ClubIndex(CLUBS, ClubIndex.build(CLUBS));

Deno.test("ClubIndex finds a club by its number, counted from 1", () => {
  assertEquals([clubs.withNumber("063001"), clubs.withNumber("031001")], [1, 3]);
  assertEquals(clubs.withNumber("63001"), 0);
});

Deno.test("ClubIndex finds clubs by a word, its beginning, and a typo in it", () => {
  assertEquals([...clubs.withWord(wordBytes("stade"))], [1, 3]);
  assertEquals([...clubs.withWord(wordBytes("stad"))], []);
  assertEquals([...clubs.withBeginning(wordBytes("clermont"))], [1]);
  assertEquals(clubs.withTypo(wordBytes("satde")).sort(), [1, 3]);
  assertEquals(clubs.withTypo(wordBytes("stade")), []);
  // The apostrophe joins: `lexemple`, `dexemple`.
  assertEquals([...clubs.withWord(wordBytes("lexemple"))], [2]);
});
