import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { FragmentIndex } from "./fragment_index.ts";
import { vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

function made(words: readonly string[]) {
  const vocabulary = vocabularyOf(words);
  const fragments = new FragmentIndex(vocabulary, FragmentIndex.build(vocabulary));
  return {
    find: (piece: string, most = Infinity) =>
      fragments.find(wordBytes(piece), most).map((id) => wordText(vocabulary.word(id))),
    placeIn: (word: string, piece: string) =>
      fragments.placeIn(vocabulary.find(wordBytes(word)), wordBytes(piece)),
  };
}

Deno.test("FragmentIndex.find() finds a piece behind the first letter, in alphabetical order", () => {
  const { find } = made(["kervella", "cervelle", "velleda", "ervell", "martin"]);
  assertEquals(find("ervell"), ["cervelle", "kervella"]);
  assertEquals(find("lla"), ["kervella"]);
  // `velleda` begins so: the order of the vocabulary finds that.
  assertEquals(find("vell"), ["cervelle", "ervell", "kervella"]);
});

Deno.test("FragmentIndex.find() gives a word once that holds the piece twice", () => {
  assertEquals(made(["xanananan"]).find("ana"), ["xanananan"]);
});

Deno.test("FragmentIndex.find() finds nothing where more words hold the piece than wanted", () => {
  const { find } = made(["kervella", "cervelle", "velleda", "ervell", "martin"]);
  assertEquals(find("vell", 3), ["cervelle", "ervell", "kervella"]);
  assertEquals(find("vell", 2), []);
});

Deno.test("FragmentIndex.find() finds nothing by fewer than three letters, or by letters apart", () => {
  const { find } = made(["kervella", "xervrve"]);
  assertEquals(find("er"), []);
  // `xervrve` holds both `erv` and `rve`, not in a row.
  assertEquals(find("erve"), ["kervella"]);
});

Deno.test("FragmentIndex finds exactly the words with the piece behind their first letter", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 9 });
  const piece = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), piece, (words, piece) => {
      assertEquals(
        made(words).find(piece),
        words.filter((word) => word.slice(1).includes(piece)).sort(),
      );
    }),
  );
});

Deno.test("FragmentIndex.placeIn() gives the first place behind the first letter", () => {
  const { placeIn } = made(["anana", "kervella"]);
  assertEquals(placeIn("anana", "ana"), 2);
  assertEquals(placeIn("kervella", "lla"), 5);
  assertEquals(placeIn("kervella", "ker"), -1);
  assertEquals(placeIn("kervella", "vellas"), -1);
});
