import { assertEquals } from "@std/assert";
import { isOddName, listedName, surnameFirst } from "./person_name.ts";

for (
  const [lines, expected] of [
    [["Zoe", "MARTINOT"], "MARTINOT Zoe"],
    [["Jean-Baptiste", "DE LA ROUVRAIE"], "DE LA ROUVRAIE Jean-Baptiste"],
    [["J", "MARTINOT"], "MARTINOT J"],
    [["Zoe", "Martinot"], "Martinot Zoe"],
    [["ZOE", "McArtinot"], "McArtinot ZOE"],
    [["Marie", "Lou", "MARTINOT"], "MARTINOT Marie Lou"],
    [["Jean/Michel", "MARTINOT"], "MARTINOT Jean/Michel"],
    [["MARTINOT"], "MARTINOT"],
    [["Zoe"], "Zoe"],
    [["Zoe", "MARTINOT (Alg)"], "MARTINOT Zoe (Alg)"],
    [["Zoe (T54)", "MARTINOT"], "MARTINOT Zoe (T54)"],
    [["Piet", "VANDERLOO (BEL)"], "VANDERLOO Piet (BEL)"],
    [["Aur‚lien", "QUILLET"], "QUILLET Aur‚lien"],
    [["Aurã©lien", "QUILLET"], "QUILLET Aurã©lien"],
    [["0livier", "QUILLET"], "QUILLET 0livier"],
    [["***", "QUILLET"], "QUILLET ***"],
    [["-", "QUILLET"], "QUILLET -"],
    [["Eve_Lise", "ROC & FILS"], "ROC & FILS Eve_Lise"],
    [["Zoe MARTINOT"], "MARTINOT Zoe"],
    [["Marie Lou N'DOUMBA SAINT-TEST"], "N'DOUMBA SAINT-TEST Marie Lou"],
    [["Jean/Michel MARTINOT"], "Jean/Michel MARTINOT"],
    [[], ""],
  ] as const
) {
  Deno.test(`listedName() puts "${lines.join(" / ")}" into the order of lists`, () => {
    assertEquals(listedName(lines), expected);
  });
}

for (
  const [line, expected] of [
    ["Zoe MARTINOT", "MARTINOT Zoe"],
    ["J MARTINOT", "MARTINOT J"],
    ["Piet VANDERLOO (BEL)", "VANDERLOO Piet (BEL)"],
    ["Page introuvable", null],
    ["ERREUR", null],
    ["ATHLETE INCONNU", null],
    ["Erreur 404", null],
    ["Marie J", null],
    ["", null],
  ] as const
) {
  Deno.test(`surnameFirst() turns "${line}" into ${expected}`, () => {
    assertEquals(surnameFirst(line), expected);
  });
}

Deno.test("isOddName() tells letters from what a mistyped or damaged name holds", () => {
  for (const name of ["MARTINOT Zoe", "N'DOUMBA SAINT-TEST Marie Lou", "VANDERLOO Piet (BEL)"]) {
    assertEquals(isOddName(name), false, name);
  }
  for (
    const name of ["MARTINOT 0livier", "MARTINOT Jean/Michel", "MARTINOT ***", "MARTINOT Zoe (Alg)"]
  ) {
    assertEquals(isOddName(name), true, name);
  }
});
