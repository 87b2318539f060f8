import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createChance } from "./chance.ts";
import { InventedNames } from "./invented_names.ts";

const names = () => new InventedNames(createChance("secret of a test"));

Deno.test("InventedNames keep capitals, hyphens, apostrophes, particles and countries' brackets", () => {
  const replace = (text: string) => names().replace(text);
  assertMatch(replace("MARTINOT Zoe"), /^[A-Z]{8} [A-Z][a-z]{4}$/);
  assertMatch(replace("LE GOFF Anne-Marie"), /^LE [A-Z]{5} [A-Z][a-z]{4}-[A-Z][a-z]{4}$/);
  assertMatch(replace("D'ARCOURT de la Fontaine"), /^D'[A-Z]{7} de la [A-Z][a-z]{7}$/);
  assertMatch(replace("O*BRIEN J."), /^O\*[A-Z]{5} J\.$/);
});

Deno.test("InventedNames replace a particle that is a name by itself", () => {
  assertMatch(names().replace("LE Anh"), /^(?!LE )[A-Z]{5} [A-Z][a-z]{4}$/);
  assertNotEquals(names().replace("Ben"), "Ben");
});

Deno.test("InventedNames keep an initial, and no name of one sign in another script", () => {
  assertMatch(names().replace("J. 李 明"), /^J\. [a-z]{5} [a-z]{5}$/);
});

Deno.test("InventedNames keep accents on vowels", () => {
  const replaced = names().replace("Hélène");
  assertEquals(replaced.normalize("NFD").replace(/[^\u0300\u0301]/g, ""), "\u0301\u0300");
});

Deno.test("InventedNames make the same of the same word, whatever its case, accents and order", () => {
  const book = names();
  const [surname, given] = book.replace("MARTINOT Zoé").split(" ");
  assertEquals(book.replace("zoe Martinot").toLowerCase().split(" "), [
    given?.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    surname?.toLowerCase(),
  ]);
});

Deno.test("InventedNames make another word of every other one, and none that is a name", () => {
  const book = names();
  const words = Array.from(
    { length: 500 },
    (_, at) => `Ab${String.fromCharCode(97 + at % 26)}${"e".repeat(Math.floor(at / 26))}`,
  );
  const invented = words.map((word) => book.replace(word));
  assertEquals(new Set(invented).size, new Set(words).size);
  for (const word of invented) assertMatch(word.toLowerCase(), /pv/);
});

Deno.test("InventedNames are others with another secret", () => {
  const other = new InventedNames(createChance("another"));
  assertNotEquals(other.replace("MARTINOT QUILLET"), names().replace("MARTINOT QUILLET"));
});
