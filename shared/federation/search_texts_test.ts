import { assert, assertEquals } from "@std/assert";
import { fitsTypedName } from "../domain/people/typed_name.ts";
import { MOST_TEXTS, searchTexts } from "./search_texts.ts";

Deno.test("searchTexts() begins with the text as typed and goes on with the likeliest", () => {
  for (
    const [typed, ...texts] of [
      ["Martinot"],
      ["zo martinot", "martinot zo", "martinot"],
      ["Anne Le Goff", "Le Goff Anne", "Le Goff", "LeGoff Anne"],
      ["Le Goff Anne-Marie", "Le Goff Anne", "Le Goff", "LeGoff Anne"],
      ["Jean Pierre Martinot", "Martinot Jean", "Jean", "Pierre"],
      ["Zoe MARTINOT DUVAL", "MARTINOT DUVAL Zoe", "MARTINOT"],
      ["Awa N'Diaye", "N'Diaye Awa", "NDiaye Awa", "N Diaye Awa"],
      ["Zoe Saint Martin", "Saint Martin Zoe", "Saint-Martin Zoe", "Saint Martin"],
      ["Ly Wei", "Wei Ly", "Wei"],
    ] as const
  ) assertEquals(searchTexts(typed), [typed, ...texts]);
});

/** Names as the site publishes them, and what visitors may type for each. */
const SPELLINGS: readonly (readonly [published: string, ...typed: string[]])[] = [
  ["LE GOFF Anne", "Anne Le Goff", "le goff anne", "Anne LE GOFF", "Le Goff"],
  ["LE GOFF Anne-Marie", "Anne Marie Le Goff", "Anne-Marie Le Goff", "le goff anne marie"],
  ["LEGOFF Anne", "Anne Le Goff", "Le Goff Anne"],
  ["LE GOFF-DUVAL Anne", "Anne Le Goff Duval", "le goff duval anne", "Anne Le Goff"],
  ["DE LA FONTAINE Jean-Paul", "Jean Paul De La Fontaine", "de la fontaine jean paul"],
  ["MARTINOT Jean-Pierre", "Jean Pierre Martinot", "martinot jean pierre", "Jean-Pierre Martinot"],
  ["MARTINOT Jean Pierre", "Jean-Pierre Martinot", "Martinot Jean-Pierre", "jean pierre martinot"],
  [
    "MARTINOT DUVAL Zoe",
    "Zoe Martinot Duval",
    "Zoe Martinot-Duval",
    "Martinot Zoe",
    "Zoé Martinot",
  ],
  ["MARTINOT-DUVAL Zoe", "Zoe Martinot Duval", "martinot duval zoe", "zoe martinot"],
  ["D'ALMEIDA Rui", "Rui d’Almeida", "d'almeida rui"],
  ["D ALMEIDA Rui", "Rui D'Almeida", "Rui d Almeida"],
  ["DALMEIDA Rui", "Rui d'Almeida", "d'Almeida Rui"],
  ["N DIAYE Awa", "Awa N'Diaye", "N’Diaye Awa"],
  ["SAINT-MARTIN Zoe", "Zoe Saint Martin", "saint martin zoe"],
  ["SAINT-MARTIN Jean-Paul", "Jean Paul Saint Martin"],
  ["K BIRAMA Luce", "Luce K Birama", "k birama luce"],
  ["LY MARTINOT Luce", "Luce Ly Martinot", "ly martinot luce"],
  ["MARTINOT-LE GOFF Luce", "martinot le goff luce", "Luce Martinot-Le Goff"],
  ["EL AMRANI Fatima-Zahra", "Fatima Zahra El Amrani", "el amrani fatima zahra"],
  ["AMRANI El Mehdi", "El Mehdi Amrani", "amrani el mehdi"],
  ["VAN DER BERG Jan", "Jan van der Berg", "Van Der Berg Jan"],
  ["MARTINOT Ben", "Ben Martinot", "martinot ben"],
  ["LE GOFF Ben", "Ben Le Goff"],
  ["DUPUY DE MONTAL Jean", "Dupuy de Montal Jean"],
  ["DOS SANTOS SILVA Maria", "Maria dos Santos Silva", "dos santos silva maria"],
];

/** What the site's search compares: no accents, no case. */
function plain(text: string): string {
  return text.replaceAll("’", "'").normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
}

Deno.test("searchTexts() finds a name in whatever way it is typed, within four requests", () => {
  for (const [published, ...spellings] of SPELLINGS) {
    for (const typed of spellings) {
      const texts = searchTexts(typed);
      assert(texts.length <= MOST_TEXTS, typed);
      const found = texts.some((text) => plain(published).startsWith(plain(text)));
      assert(found && fitsTypedName(published, typed), `${published}, typed ${typed}: ${texts}`);
    }
  }
});
