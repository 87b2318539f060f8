import { assert, assertEquals } from "@std/assert";
import { PhoneticIndex, phoneticKey } from "./phonetic_index.ts";
import { vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

Deno.test("PhoneticIndex.find() gives all words of one sound, and no other", () => {
  const vocabulary = vocabularyOf(["moreau", "moraud", "moro", "morin", "martin", "moreaux"]);
  const index = new PhoneticIndex(PhoneticIndex.build(vocabulary));
  const found = (word: string) =>
    index.find(phoneticKey(wordBytes(word))).map((id) => wordText(vocabulary.word(id)));
  assertEquals(found("moro"), ["moraud", "moreau", "moreaux", "moro"]);
  assertEquals(found("maurin"), ["morin"]);
  assertEquals(found("durand"), []);
  assertEquals(index.keyOf(vocabulary.find(wordBytes("moraud"))), phoneticKey(wordBytes("moreau")));
});

Deno.test("phoneticKey() reads a part of a text as it reads the part alone", () => {
  assertEquals(phoneticKey(wordBytes("dupontmoreau"), 6, 12), phoneticKey(wordBytes("moreau")));
  assert(phoneticKey(wordBytes("dupontmoreau"), 6, 11) !== phoneticKey(wordBytes("moreau")));
});

Deno.test("phoneticKey() keeps two phonemes of a word whose ending is silent", () => {
  // Nothing but silent consonants and e: `tes` and `ted` would else have no phoneme at all.
  assert(phoneticKey(wordBytes("ted")) !== phoneticKey(wordBytes("zed")));
  assertEquals(phoneticKey(wordBytes("ted")), phoneticKey(wordBytes("tes")));
});

Deno.test("phoneticKey() is the same for French spellings of one sound, and others apart", () => {
  const key = (word: string) => phoneticKey(new TextEncoder().encode(word));
  for (
    const [a, b] of [
      ["moreau", "moraud"],
      ["philippe", "filip"],
      ["yvain", "ivin"],
      ["bernard", "bernar"],
      ["dupont", "dupond"],
      ["lefebvre", "lefevre"],
      ["georges", "jorge"],
      ["mathieu", "matieu"],
      ["rousselle", "roussel"],
      ["quentin", "kentin"],
      ["lorent", "laurent"],
      ["lemaitre", "lemetre"],
      ["enrico", "anrico"],
    ] as const
  ) assertEquals(key(a), key(b), `${a} ${b}`);
  for (const [a, b] of [["martin", "marton"], ["durand", "durin"], ["lea", "leo"]] as const) {
    assert(key(a) !== key(b), `${a} ${b}`);
  }
});
