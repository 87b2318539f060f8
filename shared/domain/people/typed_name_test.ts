import { assertEquals } from "@std/assert";
import { fitsTypedName, likelySurname, readTypedName } from "./typed_name.ts";

/** Surname and given name of each reading, likeliest first, a bar between them. */
const READINGS: readonly (readonly [typed: string, ...readings: string[]])[] = [
  ["Anne Le Goff", "Le Goff|Anne"],
  ["le goff anne", "le goff|anne"],
  ["Anne Marie Le Goff", "Le Goff|Anne Marie", "Marie Le Goff|Anne"],
  ["De La Fontaine Jean Paul", "De La Fontaine|Jean Paul"],
  ["Rui d’Almeida", "d’Almeida|Rui"],
  ["Jan van der Berg", "van der Berg|Jan"],
  ["Van der Berg Jan", "Van der Berg|Jan"],
  ["Zoe Martinot", "Martinot|Zoe", "Zoe|Martinot"],
  ["Jean Pierre Martinot", "Martinot|Jean Pierre", "Jean|Pierre Martinot", "Pierre Martinot|Jean"],
  ["Zoe MARTINOT DUVAL", "MARTINOT DUVAL|Zoe"],
  ["MARTINOT Jean Pierre", "MARTINOT|Jean Pierre"],
  ["N'Diaye Awa", "N'Diaye|Awa", "Awa|N'Diaye"],
  ["Ben Martinot", "Martinot|Ben", "Ben Martinot|"],
  ["El Mehdi Amrani", "El Mehdi|Amrani", "Amrani|El Mehdi"],
  ["Martinot", "Martinot|"],
  ["Martinot 1994", "Martinot|"],
  ["1994 %"],
  [""],
];

Deno.test("readTypedName() tells the surname by capitals and particles, else by its place", () => {
  for (const [typed, ...readings] of READINGS) {
    const actual = readTypedName(typed).map(({ surname, given }) => `${surname}|${given}`);
    assertEquals(actual, readings, typed);
  }
});

Deno.test("likelySurname() is the whole surname of published and typed names", () => {
  for (
    const [name, surname] of [
      ["LE GOFF Zoe", "LE GOFF"],
      ["DE LA FONTAINE Zoe", "DE LA FONTAINE"],
      ["MARTINOT DUVAL Zoe", "MARTINOT DUVAL"],
      ["Zoe LE GOFF", "LE GOFF"],
      ["zoe le goff", "le goff"],
      ["le goff zoe", "le goff"],
      ["maria dos santos silva", "dos santos silva"],
      ["LE GOFF ZOE", "LE GOFF"],
      ["martinot zoe", "martinot"],
      ["martinot", "martinot"],
      ["1994", ""],
    ] as const
  ) assertEquals(likelySurname(name), surname, name);
});

Deno.test("fitsTypedName() asks for every word, in any order, whole or begun", () => {
  for (
    const [published, typed, fits] of [
      ["LE GOFF Anne", "anne le goff", true],
      ["LE GOFF Anne", "Ann Le Gof", true],
      ["LEGOFF Anne", "Anne Le Goff", true],
      ["LE GOFF Anne", "Anne Legoff", true],
      ["GOFF Anne Lea", "Anne Le Goff", false],
      ["LE GOFF Marie", "Anne Le Goff", false],
      ["MARTINOT Jean-Pierre", "Jean Pierre Martinot", true],
      ["MARTINOT Jean Pierre", "Martinot Jean-Pierre", true],
      ["MARTINOT Jean", "Jean Pierre Martinot", false],
      ["MARTINOT Jean", "Jean Jean Martinot", false],
      ["MARTINOT-DUVAL Zoe", "Zoé Martinot Duval", true],
      ["N'DIAYE Awa (SEN)", "Awa Ndiaye", true],
      ["N DIAYE Awa", "Awa N’Diaye", true],
      ["NDIAYE Awa", "Awa N Diaye", true],
      ["MARTINOT Zoe", "M Zoe", true],
      ["LE LE LE LE LE LE LE LE LE LE", "le le le le le le le zoe", false],
      ["", "zoe", false],
    ] as const
  ) assertEquals(fitsTypedName(published, typed), fits, `${typed} in ${published}`);
});
