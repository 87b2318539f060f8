import { assertEquals } from "@std/assert";
import { surnameFirst } from "./person_name.ts";

for (
  const [lines, expected] of [
    [["Zoe", "MARTINOT"], "MARTINOT Zoe"],
    [["Jean-Baptiste", "DE LA ROUVRAIE"], "DE LA ROUVRAIE Jean-Baptiste"],
    [["J", "MARTINOT"], "MARTINOT J"],
    [["MARTINOT", "Zoe"], "MARTINOT Zoe"],
    [["Zoe MARTINOT"], "MARTINOT Zoe"],
    [["Marie Lou N'DOUMBA SAINT-TEST"], "N'DOUMBA SAINT-TEST Marie Lou"],
    [["J MARTINOT"], "MARTINOT J"],
    [["Piet VANDERLOO (BEL)"], "VANDERLOO Piet (BEL)"],
    [["Piet", "VANDERLOO (BEL)"], "VANDERLOO Piet (BEL)"],
    [[], null],
    [["Page introuvable"], null],
    [["ERREUR"], null],
    [["ATHLETE INCONNU"], null],
    [["Erreur 404"], null],
    [["Marie J"], null],
  ] as const
) {
  Deno.test(`surnameFirst() turns "${lines.join(" / ")}" into ${expected}`, () => {
    assertEquals(surnameFirst(lines), expected);
  });
}
