import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { FIRST_SEASON, seasonEnd, seasonOf, seasonStart } from "./season.ts";

Deno.test("seasonOf() changes on 1 September", () => {
  assertEquals(seasonOf({ year: 2025, month: 8, day: 31 }), 2025);
  assertEquals(seasonOf({ year: 2025, month: 9, day: 1 }), 2026);
  assertEquals(seasonOf({ year: 2025, month: 12, day: 31 }), 2026);
  assertEquals(seasonOf({ year: 2026, month: 1, day: 1 }), 2026);
  assertEquals(seasonOf({ year: 2003, month: 9, day: 1 }), FIRST_SEASON);
});

Deno.test("seasonOf() takes the day of a moment in UTC", () => {
  assertEquals(seasonOf(new Date("2026-08-31T23:59:59.999Z")), 2026);
  assertEquals(seasonOf(new Date("2026-09-01T00:00:00Z")), 2027);
  // Midnight in Paris is still August in UTC.
  assertEquals(seasonOf(new Date("2026-09-01T00:30:00+02:00")), 2026);
});

Deno.test("seasonOf() refuses days that do not exist", () => {
  const wrong = [
    { year: 2026, month: 0, day: 1 },
    { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 4, day: 31 },
    { year: 2026, month: 2, day: 29 },
    { year: 2026, month: 2, day: 0 },
    { year: 26, month: 2, day: 1 },
    { year: 2026.5, month: 2, day: 1 },
    new Date(NaN),
  ];
  for (const date of wrong) assertThrows(() => seasonOf(date), RangeError, "no such day");
  assertEquals(seasonOf({ year: 2024, month: 2, day: 29 }), 2024);
});

Deno.test("seasonStart() and seasonEnd() bound a season of 365 or 366 days", () => {
  assertEquals(seasonStart(2026), { year: 2025, month: 9, day: 1 });
  assertEquals(seasonEnd(2026), { year: 2026, month: 8, day: 31 });
  fc.assert(fc.property(fc.integer({ min: 1001, max: 9998 }), (season) => {
    assertEquals(seasonOf(seasonStart(season)), season);
    assertEquals(seasonOf(seasonEnd(season)), season);
    const day = 86_400_000;
    const { year, month } = seasonStart(season);
    const before = new Date(Date.UTC(year, month - 1, 1) - day);
    const after = new Date(Date.UTC(season, 7, 31) + day);
    assertEquals([seasonOf(before), seasonOf(after)], [season - 1, season + 1]);
  }));
});
