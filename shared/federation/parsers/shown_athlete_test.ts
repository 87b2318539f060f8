import { assertEquals } from "@std/assert";
import { isOfAnotherAthlete } from "./shown_athlete.ts";

const tabs = (id: string) =>
  ["records", "resultats"].map((tab) => `<a href="/athletes/${id}/${tab}">${tab}</a>`).join("");

Deno.test("isOfAnotherAthlete() goes by the athlete whose tabs a page links to", () => {
  assertEquals(isOfAnotherAthlete(tabs("7000001"), "7000001"), false);
  assertEquals(isOfAnotherAthlete(tabs("7000002"), "7000001"), true);
  assertEquals(isOfAnotherAthlete('<a href="https://www.athle.fr/athletes/12/niveau">', "1"), true);
});

Deno.test("isOfAnotherAthlete() says nothing of a page without tabs, or with those of several people", () => {
  assertEquals(isOfAnotherAthlete("<h1>Zoe<br>MARTINOT</h1>", "7000001"), false);
  assertEquals(isOfAnotherAthlete('<a href="/athletes/7000002">a friend</a>', "7000001"), false);
  assertEquals(isOfAnotherAthlete(tabs("7000002") + tabs("7000003"), "7000001"), false);
});
