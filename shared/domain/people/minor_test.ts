import { assertEquals } from "@std/assert";
import { isBirthYearShown, isMinor } from "./minor.ts";

Deno.test("isMinor() protects until the end of the year of the 18th birthday, and whoever is not known", () => {
  assertEquals([2009, 2008, 2007, 1980].map((year) => isMinor(year, 2026)), [
    true,
    true,
    false,
    false,
  ]);
  assertEquals(isMinor(null, 2026), true);
});

Deno.test("isBirthYearShown() keeps the year of who may be under 16", () => {
  assertEquals([2011, 2010, 2009, 1980].map((year) => isBirthYearShown(year, 2026)), [
    false,
    false,
    true,
    true,
  ]);
  assertEquals(isBirthYearShown(null, 2026), false);
});
