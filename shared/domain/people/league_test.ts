import { assert, assertEquals, assertMatch } from "@std/assert";
import { LEAGUES } from "./league.ts";

Deno.test("LEAGUES are 21 different codes", () => {
  assertEquals(LEAGUES.length, 21);
  assertEquals(new Set(LEAGUES).size, 21);
  for (const league of LEAGUES) assertMatch(league, /^[A-Z](?:[A-Z]{2}|-[A-Z])$/);
  assert(LEAGUES.includes("I-F"));
});
