import { assert, assertEquals } from "@std/assert";
import { SoundIndex, soundOf } from "./sounds.ts";
import { vocabularyOf, wordBytes, wordText } from "./testing/made_index.ts";

Deno.test("SoundIndex.find() gives all words of one sound, and no other", () => {
  const vocabulary = vocabularyOf(["moreau", "moraud", "moro", "morin", "martin", "moreaux"]);
  const { sounds, lists } = SoundIndex.build(vocabulary);
  const index = new SoundIndex(sounds, lists);
  const found = (word: string) =>
    index.find(soundOf(wordBytes(word))).map((id) => wordText(vocabulary.word(id)));
  assertEquals(found("moro"), ["moraud", "moreau", "moreaux", "moro"]);
  assertEquals(found("maurin"), ["morin"]);
  assertEquals(found("durand"), []);
  assertEquals(index.soundAt(vocabulary.find(wordBytes("moraud"))), soundOf(wordBytes("moreau")));
});

Deno.test("soundOf() reads a part of a text as it reads the part alone", () => {
  assertEquals(soundOf(wordBytes("dupontmoreau"), 6, 12), soundOf(wordBytes("moreau")));
  assert(soundOf(wordBytes("dupontmoreau"), 6, 11) !== soundOf(wordBytes("moreau")));
});

Deno.test("soundOf() keeps two sounds of a word whose ending is silent", () => {
  // Nothing but silent consonants and e: `tes` and `ted` would else be no sound at all.
  assert(soundOf(wordBytes("ted")) !== soundOf(wordBytes("zed")));
  assertEquals(soundOf(wordBytes("ted")), soundOf(wordBytes("tes")));
});

Deno.test("soundOf() hears French spellings of one sound as one, and others apart", () => {
  const sound = (word: string) => soundOf(new TextEncoder().encode(word));
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
  ) assertEquals(sound(a), sound(b), `${a} ${b}`);
  for (const [a, b] of [["martin", "marton"], ["durand", "durin"], ["lea", "leo"]] as const) {
    assert(sound(a) !== sound(b), `${a} ${b}`);
  }
});
