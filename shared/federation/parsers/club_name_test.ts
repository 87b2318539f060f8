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
      assertEquals(readTerritory(`${league}/${department}`), { league, department });
      assertEquals(readTerritory(`${league} / ${department}`), { league, department });
    }
  }
});

Deno.test("readTerritory() reads nothing for what is not published", () => {
  assertEquals(readTerritory(""), { league: null, department: null });
  assertEquals(readTerritory("-"), { league: null, department: null });
  assertEquals(readTerritory("I-F / -"), { league: "I-F", department: null });
});

Deno.test("readTerritory() does not understand anything else", () => {
  for (const text of ["I-F/075/1", "Paris", "I-F/75", "IF/075"]) {
    assertEquals(readTerritory(text), null);
  }
});
