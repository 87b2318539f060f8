import { assertEquals } from "@std/assert";
import { isMinor } from "./minor.ts";

Deno.test("isMinor() protects until the end of the year of the 18th birthday, and whoever is not known", () => {
  assertEquals([2009, 2008, 2007, 1980].map((year) => isMinor(year, 2026)), [
    true,
    true,
    false,
    false,
  ]);
  assertEquals(isMinor(null, 2026), true);
});
