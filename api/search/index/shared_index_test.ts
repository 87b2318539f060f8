import { assert, assertEquals, assertThrows } from "@std/assert";
import { DirectoryIndex } from "./directory_index.ts";
import { Finder } from "./finder.ts";
import type { IndexData } from "./index_data.ts";
import { INDEX_FORMAT } from "./index_file.ts";
import { openSharedIndex, shareIndex } from "./shared_index.ts";
import { indexOf } from "./testing/made_index.ts";

const PEOPLE = [
  { name: "LEFÈVRE Jean-Baptiste", birthYear: 1990, club: 11 },
  { name: "LE GOFF Maëlle", sex: "F", category: "JU", lastSeason: 2021 },
] as const;

const arraysOf = (value: unknown): ArrayBufferView[] =>
  ArrayBuffer.isView(value)
    ? [value]
    : typeof value === "object" && value !== null
    ? Object.values(value).flatMap(arraysOf)
    : [];

Deno.test("openSharedIndex() gives the index that shareIndex() was given, all arrays in one piece", () => {
  const { data } = indexOf(PEOPLE);
  const expected = structuredClone(data);
  const shared = shareIndex(data);
  const opened = openSharedIndex(shared);
  assertEquals(opened, expected);
  assert(arraysOf(opened).length > 20);
  for (const array of [...arraysOf(opened), ...arraysOf(data)]) assert(array.buffer === shared);
});

Deno.test("an index in shared memory answers with names as published", () => {
  const index = new DirectoryIndex(openSharedIndex(shareIndex(indexOf(PEOPLE).data)));
  const { rows } = new Finder(index).find({
    words: ["lefevre"],
    filters: { birthYear: null, numbers: [] },
    most: 10,
  });
  assertEquals(rows.map(({ row }) => index.name(row)), ["LEFÈVRE Jean-Baptiste"]);
  assertEquals(index.athlete(rows[0]?.row ?? -1).clubName, "AC Exemple");
});

Deno.test("shareIndex() refuses an array whose kind the directory has no name for", () => {
  const data = { ...indexOf([]).data, letters: new Int8Array(3) } as unknown as IndexData;
  assertThrows(() => shareIndex(data), TypeError, "Int8Array");
});

Deno.test("INDEX_FORMAT stands for these arrays and lists: raise it with any change of them", () => {
  const names = (value: object, before = ""): string[] =>
    Object.entries(value).flatMap(([name, part]) =>
      ArrayBuffer.isView(part) || Array.isArray(part) || typeof part !== "object"
        ? [before + name]
        : names(part, `${before}${name}.`)
    );
  assertEquals([INDEX_FORMAT, names(indexOf(PEOPLE).data).toSorted().join(" ")], [
    5,
    "active byFfaId categories clubWords.clubs.starts clubWords.clubs.values " +
    "clubWords.deletions.starts clubWords.deletions.values clubWords.words.starts " +
    "clubWords.words.text clubs columns.birthYear columns.birthYearMax columns.birthYearMin " +
    "columns.category columns.club columns.ffaId columns.firstSeason columns.id " +
    "columns.lastSeason columns.nameLength columns.nameStart columns.nationality columns.sex " +
    "columns.wordCount deletions.starts deletions.values entries.starts entries.values " +
    "fragments.starts fragments.values joined.starts joined.values letters members.starts members.values names " +
    "nationalities phonetic.keys phonetic.lists.starts phonetic.lists.values postings.starts " +
    "postings.values precedence size words.starts words.text",
  ]);
});
