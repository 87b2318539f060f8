import { assertEquals } from "@std/assert";
import { dayAt, dayOf, partsOf, seasonAt, seasonOpens } from "./calendar_day.ts";

Deno.test("dayOf() counts days from 1 January 1970, and partsOf() undoes it", () => {
  assertEquals(dayOf(1970, 1, 1), 0);
  assertEquals(dayOf(2024, 3, 1) - dayOf(2024, 2, 1), 29);
  assertEquals(partsOf(dayOf(2026, 8, 31)), { year: 2026, month: 8, day: 31 });
  assertEquals(dayAt(new Date("2026-11-23T23:59:59Z")), dayOf(2026, 11, 23));
});

Deno.test("seasonAt() changes on 1 September", () => {
  assertEquals(seasonOpens(2026), dayOf(2025, 9, 1));
  assertEquals(seasonAt(dayOf(2025, 8, 31)), 2025);
  assertEquals(seasonAt(dayOf(2025, 9, 1)), 2026);
});
