import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { editDistance, spellingDistance } from "./edit_distance.ts";
import { DeletionIndex } from "./deletion_index.ts";
import { indexOf, vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

/** Words that an index of some words finds one typo away from another. */
function found(words: readonly string[], typed: string): string[] {
  const vocabulary = vocabularyOf(words);
  const deletions = new DeletionIndex(vocabulary, DeletionIndex.build(vocabulary));
  return deletions.find(wordBytes(typed)).map((id) => wordText(vocabulary.word(id))).sort();
}

Deno.test("DeletionIndex.find() forgives one letter put in, left out, changed or swapped, the first and last too", () => {
  const words = ["martin", "marin", "martini", "martyn", "matrin", "amrtin", "artin", "marton"];
  assertEquals(found(words, "martin"), [
    "amrtin",
    "artin",
    "marin",
    "martini",
    "marton",
    "martyn",
    "matrin",
  ]);
  // Two typos: a swap and a change; letters that are swapped over a distance; two put in.
  assertEquals(found(["matron", "nartim", "martinez", "mirtan"], "martin"), []);
});

Deno.test("DeletionIndex.find() leaves out the word itself, and gives each word once", () => {
  // Of `annna`, leaving out any of three letters makes `anna`.
  assertEquals(found(["anna", "annna", "ana"], "anna"), ["ana", "annna"]);
});

Deno.test("DeletionIndex.find() knows words of up to 24 letters", () => {
  const longest = "abcdefghijklmnopqrstuvwx";
  assertEquals(longest.length, 24);
  assertEquals(found([longest], longest.slice(1)), [longest]);
  assertEquals(found([`${longest}y`], longest), []);
  assertEquals(found([longest], `${longest}y`), []);
});

Deno.test("editDistance() counts up to two, of a beginning the best one", () => {
  const text = wordBytes("lefevre");
  const count = (typed: string, begun = false) =>
    editDistance(wordBytes(typed), { text, most: 2, begun });
  assertEquals(["lefevre", "lefvre", "lfevre", "efvre", "lefe"].map((typed) => count(typed)), [
    0,
    1,
    1,
    2,
    3,
  ]);
  // `lefv` is `lefev` with a letter left out, `elfe` begins with a swap.
  assertEquals(["lefe", "lefv", "elfe", "xyfe", "xyze"].map((typed) => count(typed, true)), [
    0,
    1,
    1,
    2,
    3,
  ]);
});

Deno.test("editDistance() counts as spellingDistance() does, up to two", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 8 });
  fc.assert(fc.property(word, word, (typed, meant) => {
    const { vocabulary } = indexOf([{ name: meant }]);
    assertEquals(
      editDistance(wordBytes(typed), { text: vocabulary.text, most: 2 }),
      Math.min(3, spellingDistance(typed, meant)),
    );
  }));
});

Deno.test("DeletionIndex finds exactly the words one typo away", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, (meant, typed) => {
      const { vocabulary, deletions } = indexOf(meant.map((name) => ({ name })));
      const decoder = new TextDecoder();
      const found = deletions.find(new TextEncoder().encode(typed))
        .map((id) => decoder.decode(vocabulary.word(id))).sort();
      assertEquals(found, meant.filter((other) => spellingDistance(typed, other) === 1).sort());
    }),
  );
});
