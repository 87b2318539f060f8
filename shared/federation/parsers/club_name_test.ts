import { assertEquals } from "@std/assert";
import { readClubName, readTerritory } from "./club_name.ts";

for (
  const [published, name, hasSections, section, number] of [
    ["Ac Exemple", "Ac Exemple", false, null, null],
    ["Ac Exemple *", "Ac Exemple", true, null, null],
    ["Athle 92*", "Athle 92", true, null, null],
    ["Ac Exemple * - S/l Vallee Bleue", "Ac Exemple", true, "Vallee Bleue", null],
    ["Ac Exemple - S/l Vallee - Bleue *", "Ac Exemple", true, "Vallee - Bleue", null],
    ["075999 - Ac Exemple", "Ac Exemple", false, null, "075999"],
    ["- Ac Exemple*", "Ac Exemple", true, null, null],
    ["Us Saint-Test - Athle", "Us Saint-Test - Athle", false, null, null],
    ["-- Pass Running --", "-- Pass Running --", false, null, null],
    [" - -- Pass Running --", "-- Pass Running --", false, null, null],
    ["123456789 Go", "123456789 Go", false, null, null],
  ] as const
) {
  Deno.test(`readClubName() takes "${published}" apart`, () => {
    assertEquals(readClubName(published), { name, hasSections, section, number });
  });
}

for (const published of ["", "-", "*", "- *"]) {
  Deno.test(`readClubName() finds no club in "${published}"`, () => {
    assertEquals(readClubName(published), null);
  });
}

Deno.test("readTerritory() reads every league and the departments of Corsica and overseas", () => {
  const leagues =
    "ARA BFC BRE CEN COR G-E GUA GUY H-F I-F MAR MAY N-A N-C NOR OCC PCA P-F P-L REU W-F";
  for (const league of leagues.split(" ")) {
    for (const department of ["001", "075", "02A", "02B", "020", "974", "988"]) {
      for (const text of [`${league}/${department}`, `${league} / ${department}`]) {
        assertEquals(readTerritory(text), { league, department, isUnderstood: true });
      }
    }
  }
});

for (
  const [text, league, department, isUnderstood] of [
    ["", null, null, true],
    ["-", null, null, true],
    ["- / -", null, null, true],
    ["I-F / -", "I-F", null, true],
    ["I-F", "I-F", null, true],
    ["I-F/75", "I-F", "075", true],
    ["COR / 2a", "COR", "02A", true],
    ["I-F / 64b", "I-F", null, false],
    ["I-F/__A", "I-F", null, false],
    ["IF/075", null, "075", false],
    ["I-F/075/1", "I-F", "075", false],
    ["Paris", null, null, false],
  ] as const
) {
  Deno.test(`readTerritory() reads of "${text}" what is readable`, () => {
    assertEquals(readTerritory(text), { league, department, isUnderstood });
  });
}
