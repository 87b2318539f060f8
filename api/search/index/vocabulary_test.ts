import { assertEquals } from "@std/assert";
import { Interner } from "./interner.ts";
import { sortVocabulary, type Vocabulary } from "./vocabulary.ts";
import { vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

const listed = (vocabulary: Vocabulary) =>
  Array.from({ length: vocabulary.size }, (_, id) => wordText(vocabulary.word(id)));

Deno.test("sortVocabulary() orders digits before letters, the shorter first, beyond ten letters too", () => {
  assertEquals(
    listed(vocabularyOf([
      "martinez",
      "abcdefghijz",
      "martin",
      "abcdefghij",
      "zoe",
      "2e",
      "abcdefghijab",
    ])),
    ["2e", "abcdefghij", "abcdefghijab", "abcdefghijz", "martin", "martinez", "zoe"],
  );
});

Deno.test("sortVocabulary() gives the place of each word by the number it had", () => {
  const interner = new Interner();
  for (const word of ["zoe", "anne", "marc"]) interner.intern(wordBytes(word), 0, word.length);
  const { rank } = sortVocabulary(interner);
  assertEquals([...rank], [2, 0, 1]);
});

Deno.test("Vocabulary.find() finds whole words only", () => {
  const vocabulary = vocabularyOf(["lea", "leo", "leon", "zoe"]);
  const places = ["lea", "leo", "leon", "zoe"].map((word) => vocabulary.find(wordBytes(word)));
  assertEquals(places, [0, 1, 2, 3]);
  for (const word of ["le", "leonie", "a", "zz", "zoes"]) {
    assertEquals(vocabulary.find(wordBytes(word)), -1, word);
  }
});

Deno.test("Vocabulary.range() gives the words of one beginning, the word itself included", () => {
  const vocabulary = vocabularyOf(["anne", "lea", "leo", "leon", "zoe"]);
  const range = (beginning: string) => vocabulary.range(wordBytes(beginning));
  assertEquals(range("le"), [1, 4]);
  assertEquals(range("leo"), [2, 4]);
  assertEquals(range("z"), [4, 5]);
  assertEquals(range(""), [0, 5]);
  const [from, to] = range("m");
  assertEquals([from, to], [4, 4]);
});

Deno.test("Vocabulary.startsWith() and length() read one word, not into the next", () => {
  const vocabulary = vocabularyOf(["le", "on"]);
  assertEquals(vocabulary.startsWith(0, wordBytes("l")), true);
  assertEquals(vocabulary.startsWith(0, wordBytes("leo")), false);
  assertEquals([vocabulary.length(0), vocabulary.length(1)], [2, 2]);
});
