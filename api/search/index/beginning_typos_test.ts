import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { wordsBeginningNear } from "./beginning_typos.ts";
import { editDistance } from "./edit_distance.ts";
import { vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

Deno.test("wordsBeginningNear() finds beginnings with one typo, and no others", () => {
  const vocabulary = vocabularyOf([
    "lefevre",
    "lefebvre",
    "lefvrier",
    "lfevre",
    "elfevre",
    "lafevre",
    "levefre",
    "lef",
    "lefev",
    "martin",
  ]);
  const found = wordsBeginningNear(vocabulary, wordBytes("lefev"));
  assertEquals(found.map((id) => wordText(vocabulary.word(id))), [
    "elfevre",
    "lafevre",
    "lefebvre",
    "lefev",
    "lefevre",
    "lefvrier",
    "lfevre",
  ]);
});

Deno.test("wordsBeginningNear() finds what comparing with each word finds", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "1"), minLength: 1, maxLength: 7 });
  fc.assert(fc.property(fc.array(word, { maxLength: 40 }), word, (words, typed) => {
    const vocabulary = vocabularyOf(words);
    const near = Array.from({ length: vocabulary.size }, (_, id) => id).filter((id) =>
      editDistance(wordBytes(typed), { text: vocabulary.word(id), most: 1, begun: true }) <= 1
    );
    assertEquals(wordsBeginningNear(vocabulary, wordBytes(typed)), near);
  }));
});
