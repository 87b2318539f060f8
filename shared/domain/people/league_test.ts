import { assert, assertEquals, assertThrows } from "@std/assert";
import { LEAGUES, parseLeague } from "./league.ts";

Deno.test("LEAGUES are 21 different codes, each readable", () => {
  assertEquals(LEAGUES.length, 21);
  assertEquals(new Set(LEAGUES).size, 21);
  for (const league of LEAGUES) {
    assertEquals(parseLeague(`${league}/001`), { league, department: "001" });
  }
  assert(LEAGUES.includes("I-F"));
});

Deno.test("parseLeague() reads league and department with or without spaces", () => {
  assertEquals(parseLeague("I-F/075"), { league: "I-F", department: "075" });
  assertEquals(parseLeague("I-F / 075"), { league: "I-F", department: "075" });
  assertEquals(parseLeague("\u00a0COR\u00a0/ 02A "), { league: "COR", department: "02A" });
  assertEquals(parseLeague("REU / 974"), { league: "REU", department: "974" });
  // A league that does not exist yet.
  assertEquals(parseLeague("XYZ / 001"), { league: "XYZ", department: "001" });
});

Deno.test("parseLeague() gives null where none is published", () => {
  for (const text of ["", " ", "-", "/", " / ", "- / -"]) assertEquals(parseLeague(text), null);
});

Deno.test("parseLeague() refuses anything else", () => {
  for (const text of ["075", "I-F", "I-F / 75", "IF / 075", "I-F / 0755", "x".repeat(5000)]) {
    assertThrows(() => parseLeague(text), SyntaxError, "Cannot read league", text.slice(0, 20));
  }
});
