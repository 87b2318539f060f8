import { assertEquals } from "@std/assert";
import { letterBits } from "./bits.ts";
import { entryPlaces, entryWord, packEntry, packFfaId, unpackFfaId } from "./index_data.ts";
import { indexOf, wordBytes, wordText } from "./testing/made_index.ts";

Deno.test("packEntry() keeps the largest word, place and count apart", () => {
  const entry = packEntry(0xffffff, 11, 4);
  assertEquals([entryWord(entry), entryPlaces(entry).toString(2)], [0xffffff, "111100000000000"]);
  assertEquals(entryPlaces(packEntry(0, 0, 1)), 1);
});

Deno.test("DirectoryIndex.withFfaId() tells ids apart that differ in leading zeros", () => {
  const index = indexOf([{ name: "MARTIN Zoé" }, { name: "BERNARD Léo" }]);
  assertEquals(index.name(index.withFfaId("7000001")), "MARTIN Zoé");
  assertEquals(index.name(index.withFfaId("7000002")), "BERNARD Léo");
  assertEquals([index.withFfaId("07000001"), index.withFfaId("7000003")], [-1, -1]);
});

Deno.test("DirectoryIndex.athlete() gives a row as the directory has it", () => {
  const index = indexOf([{ name: "MARTIN Zoé", birthYears: [1990, 1994], club: 12, sex: "M" }]);
  assertEquals(index.athlete(0), {
    id: 1,
    ffaId: "7000001",
    name: "MARTIN Zoé",
    birthYear: null,
    birthYearMin: 1990,
    birthYearMax: 1994,
    sex: "M",
    nationality: "FRA",
    category: "SE",
    clubNumber: "063001",
    clubName: "Stade Clermontois Essai",
    firstSeason: 2020,
    lastSeason: 2026,
  });
});

Deno.test("DirectoryIndex.rareness() falls by one where twice as many people have a word", () => {
  const people = [
    ...Array.from({ length: 8 }, () => ({ name: "MARTIN" })),
    ...Array.from({ length: 4 }, () => ({ name: "PETIT" })),
    { name: "UNIQUE" },
  ];
  const index = indexOf(people);
  const rareness = (word: string) => index.rareness(index.vocabulary.find(wordBytes(word)));
  assertEquals([rareness("unique"), rareness("petit"), rareness("martin")], [15, 13, 12]);
});

Deno.test("DirectoryIndex.near() finds words up to two typos away, or their beginnings", () => {
  const index = indexOf(
    ["MARTIN", "MARTINEZ", "MORTON", "MARTINEAU", "MARVIN", "NITRAM"].map((name) => ({ name })),
  );
  const near = (typed: string, most: number, begun: boolean) => {
    const word = wordBytes(typed);
    return index.near({ word, bits: letterBits(word), most, begun })
      .map((id) => wordText(index.vocabulary.word(id)));
  };
  assertEquals(near("martin", 0, false), ["martin"]);
  assertEquals(near("martin", 1, false), ["martin", "marvin"]);
  assertEquals(near("martin", 2, false), ["martin", "martinez", "marvin", "morton"]);
  assertEquals(near("martim", 1, true), ["martin", "martineau", "martinez"]);
});

Deno.test("unpackFfaId() gives back every digit", () => {
  for (const id of ["1", "0000001", "123456789012", "000000000000"]) {
    assertEquals(unpackFfaId(packFfaId(Number(id), id.length)), id);
  }
});
