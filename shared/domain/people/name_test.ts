import { assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { HARD_NAMES } from "../../testing/hard_names.ts";
import { NAME_RULE, normalizeName, splitName } from "./name.ts";

Deno.test("normalizeName() reads every hard name as it is meant", () => {
  for (const [name, normalized] of HARD_NAMES) {
    assertEquals(normalizeName(name), normalized, `of ${JSON.stringify(name)}`);
  }
});

Deno.test("normalizeName() gives single-spaced lower-case ASCII for any text, and the same again", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
    const once = normalizeName(text);
    assertMatch(once, /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
    assertEquals(normalizeName(once), once);
  }));
});

Deno.test("normalizeName() makes no difference between composed and decomposed, upper and lower case", () => {
  const letter = fc.constantFrom(..."aàâäeéèêëiîïoôöuùûüÿcçnñœæß-' ");
  fc.assert(fc.property(fc.string({ unit: letter, maxLength: 30 }), (text) => {
    const expected = normalizeName(text);
    assertEquals(normalizeName(text.normalize("NFD")), expected);
    assertEquals(normalizeName(text.toUpperCase()), expected);
  }));
});

Deno.test("normalizeName() takes hyphen for space and nothing for apostrophe", () => {
  assertEquals(normalizeName("jean-francois"), normalizeName("JEAN FRANÇOIS"));
  assertEquals(normalizeName("n'diaye"), normalizeName("NDIAYE"));
  assertEquals(normalizeName("L’HOSTIS"), "lhostis");
});

Deno.test("normalizeName() survives very long texts", () => {
  assertEquals(normalizeName("é".repeat(10_000)), "e".repeat(10_000));
  assertEquals(normalizeName("(ABC) ".repeat(5000)).split(" ").length, 4999);
  assertEquals(normalizeName("A \u0000 B"), "a b");
  assertEquals(normalizeName("A\ud800B"), "a b");
});

Deno.test("NAME_RULE spells its letters out in both cases, to nothing but a–z", () => {
  const letters = new Map<string, string>(Object.entries(NAME_RULE.letters));
  for (const [letter, ascii] of letters) {
    assertMatch(ascii, /^[a-z]{1,2}$/);
    // `ı` and `ẞ` have no counterpart of one letter.
    const upper = letter.toUpperCase();
    if (upper !== letter && upper.length === 1 && upper > "\x7f") {
      assertEquals(letters.get(upper), ascii);
    }
  }
  // Apostrophes stand in a bracket expression of SQL and of JavaScript: none may be special there.
  assertMatch(NAME_RULE.apostrophes, /^[^\]\\^-]+$/);
});

const SPLIT_NAMES: [name: string, surname: string, given: string][] = [
  ["MARTINOT Zoe", "MARTINOT", "Zoe"],
  ["DE LA FONTAINE Jean-Paul", "DE LA FONTAINE", "Jean-Paul"],
  ["LE GOFF Anne Marie", "LE GOFF", "Anne Marie"],
  ["Zoe MARTINOT", "MARTINOT", "Zoe"],
  ["Jean de LA FONTAINE", "de LA FONTAINE", "Jean"],
  ["Jean-Paul DE LA FONTAINE", "DE LA FONTAINE", "Jean-Paul"],
  ["DUPONT de NEMOURS Jean", "DUPONT de NEMOURS", "Jean"],
  ["d'ALMEIDA Rui", "d'ALMEIDA", "Rui"],
  ["McDONALD John", "McDONALD", "John"],
  ["N'GUESSAN N'Golo", "N'GUESSAN", "N'Golo"],
  ["AIT-AHMED Karim", "AIT-AHMED", "Karim"],
  ["DUPONT Jean-PAUL", "DUPONT", "Jean-PAUL"],
  ["ÉTIENNE Éric", "ÉTIENNE", "Éric"],
  ["NDIAYE M Baye", "NDIAYE", "M Baye"],
  ["N DIAYE Awa", "N DIAYE", "Awa"],
  ["E Ana", "E", "Ana"],
  ["MARTIN J", "MARTIN", "J"],
  ["VAN DER BERG J P", "VAN DER BERG", "J P"],
  ["MARTIN el Mehdi", "MARTIN", "el Mehdi"],
  ["MARTIN Jean II", "MARTIN", "Jean II"],
  ["OLIVEIRA Ana (POR)", "OLIVEIRA", "Ana"],
  ["  MARTIN\u00a0 Zoe ", "MARTIN", "Zoe"],
  ["Martin Zoe", "Martin", "Zoe"],
  ["MARTIN", "MARTIN", ""],
  ["DE LA FONTAINE JEAN", "DE LA FONTAINE JEAN", ""],
  ["Zoe", "Zoe", ""],
  ["", "", ""],
];

Deno.test("splitName() tells surname and given name by their capitals", () => {
  for (const [name, surname, given] of SPLIT_NAMES) {
    assertEquals(splitName(name), { surname, given }, `of "${name}"`);
  }
});

Deno.test("splitName() keeps every word, in either order", () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (name) => {
    const { surname, given } = splitName(name);
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "").sort();
    const withoutSuffix = name.replace(/\([A-Z]{3}\)[ \t]*$/, "");
    assertEquals(words(`${surname} ${given}`), words(withoutSuffix));
  }));
});
