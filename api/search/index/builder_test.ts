import { assertEquals, assertThrows } from "@std/assert";
import { IndexBuilder } from "./builder.ts";
import { entryPlaces, entryWord, type IndexData, requireNumberable } from "./index_data.ts";
import { RowParser } from "./row_parser.ts";
import { CLUBS, copyRow, indexOf, wordBytes, wordText } from "./testing/made_index.ts";
import { Vocabulary } from "./vocabulary.ts";

function built(rows: readonly (readonly (string | number | null)[])[]): IndexData {
  const builder = new IndexBuilder(CLUBS);
  const parser = new RowParser(builder);
  parser.push(wordBytes(rows.map(copyRow).join("")));
  parser.end();
  return builder.finish({ activeSince: 2025 });
}

/** What the entries of an athlete's name are: the word, and the places it stands for. */
function entriesOf({ entries, words }: IndexData, row: number): [word: string, places: string][] {
  const vocabulary = new Vocabulary(words.text, words.starts);
  return [...entries.values.subarray(entries.starts[row], entries.starts[row + 1])].map((entry) => [
    wordText(vocabulary.word(entryWord(entry))),
    entryPlaces(entry).toString(2),
  ]);
}

Deno.test("IndexBuilder puts every field of a row into the column of its name", () => {
  const { columns, names, nationalities, categories, size } = built([
    [
      7,
      "0070001",
      "LEFÈVRE Zoé",
      "lefevre zoe",
      1990,
      1989,
      1991,
      "F",
      "FRA",
      "SE",
      12,
      2019,
      2026,
    ],
  ]);
  assertEquals(size, 1);
  assertEquals(
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[0]])),
    {
      id: 7,
      // The number 70001, written with seven digits.
      ffaId: 70001 * 16 + 7,
      nameStart: 0,
      // È and é are two bytes each.
      nameLength: 13,
      birthYear: 190,
      birthYearMin: 189,
      birthYearMax: 191,
      firstSeason: 219,
      lastSeason: 226,
      sex: 2,
      nationality: 1,
      category: 1,
      club: 2,
      wordCount: 2,
    },
  );
  assertEquals(wordText(names), "LEFÈVRE Zoé");
  assertEquals([nationalities, categories], [["FRA"], ["SE"]]);
});

Deno.test("IndexBuilder writes 0 for what is not known, and numbers each code once", () => {
  const { columns, categories } = built([
    [1, "1", "A", "a", null, null, null, null, null, "SE", 99, 2020, 2026],
    [2, "2", "B", "b", null, null, null, "M", "FRA", "M0", null, 2020, 2026],
    [3, "3", "C", "c", null, null, null, "F", "BEL", "SE", 11, 2020, 2026],
  ]);
  assertEquals([...columns.birthYear], [0, 0, 0]);
  assertEquals([...columns.sex], [0, 1, 2]);
  assertEquals([...columns.nationality], [0, 1, 2]);
  assertEquals([...columns.category], [1, 2, 1]);
  // Club 99 does not exist.
  assertEquals([...columns.club], [0, 0, 1]);
  assertEquals(categories, ["SE", "M0"]);
});

Deno.test("IndexBuilder orders athletes: active ones first, then by name, then by id", () => {
  const row = (id: number, name: string, lastSeason: number) => [
    ...[id, id, name.toUpperCase(), name, null, null, null, "F", "FRA", "SE", null, 2010],
    lastSeason,
  ];
  const { columns, active } = built([
    row(5, "martin zoe", 2025),
    row(4, "martin", 2026),
    row(3, "martin anne", 2024),
    row(2, "martin zoe", 2026),
    row(1, "zola eva", 2026),
    row(6, "bernard leo", 2020),
  ]);
  assertEquals([...columns.id], [4, 2, 5, 1, 6, 3]);
  assertEquals(active, 4);
});

Deno.test("IndexBuilder writes neighbouring words of each half of a name as one, too", () => {
  const { data } = indexOf([{ name: "LE GOFF Anne-Marie" }]);
  assertEquals(entriesOf(data, 0), [
    ["le", "1"],
    ["goff", "10"],
    ["anne", "100"],
    ["marie", "1000"],
    ["legoff", "11"],
    ["annemarie", "1100"],
  ]);
});

Deno.test("IndexBuilder joins three words by twos and all of them, of two words none", () => {
  const { data } = indexOf([{ name: "DE LA FONTAINE Cœline" }, { name: "MARTIN Zoé" }]);
  assertEquals(entriesOf(data, 0), [
    ["de", "1"],
    ["la", "10"],
    ["fontaine", "100"],
    ["coeline", "1000"],
    ["dela", "11"],
    ["lafontaine", "110"],
    ["delafontaine", "111"],
  ]);
  assertEquals(entriesOf(data, 1), [["martin", "1"], ["zoe", "10"]]);
});

Deno.test("IndexBuilder reads fifteen words of a name at most", () => {
  const { data } = indexOf([{ name: "A B C D E F G H I J K L M N O P" }]);
  assertEquals(data.columns.wordCount[0], 15);
});

Deno.test("IndexBuilder lists by word who has it once, and by club its members", () => {
  const { data, vocabulary } = indexOf([
    { name: "JEAN Jean", club: 12 },
    { name: "MARTIN Jean", club: 12 },
    { name: "MARTIN Zoé", club: 11 },
  ]);
  const having = (word: string) => {
    const id = vocabulary.find(wordBytes(word));
    const { starts, values } = data.postings;
    return [...values.subarray(starts[id], starts[id + 1])];
  };
  assertEquals([having("jean"), having("martin"), having("zoe")], [[0, 1], [1, 2], [2]]);
  assertEquals([...data.members.starts], [0, 1, 3]);
  assertEquals([...data.members.values], [2, 0, 1]);
});

Deno.test("a directory that is larger than an index can number is refused", () => {
  requireNumberable({ athletes: 16_777_216, words: 16_777_216 });
  assertThrows(
    () => requireNumberable({ athletes: 16_777_217, words: 1 }),
    RangeError,
    "16777217 athletes",
  );
  assertThrows(
    () => requireNumberable({ athletes: 1, words: 16_777_217 }),
    RangeError,
    "16777217 different words",
  );
});
