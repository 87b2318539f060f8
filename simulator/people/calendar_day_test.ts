import { assertEquals } from "@std/assert";
import {
  dayAndMonth,
  dayAt,
  dayOf,
  fullDate,
  longDate,
  partsOf,
  seasonAt,
  seasonOpens,
  shortDate,
  slashDate,
} from "./calendar_day.ts";

Deno.test("dayOf() counts days from 1 January 1970, and partsOf() undoes it", () => {
  assertEquals(dayOf(1970, 1, 1), 0);
  assertEquals(dayOf(2024, 3, 1) - dayOf(2024, 2, 1), 29);
  assertEquals(partsOf(dayOf(2026, 8, 31)), { year: 2026, month: 8, day: 31 });
  assertEquals(dayAt(new Date("2026-11-23T23:59:59Z")), dayOf(2026, 11, 23));
});

Deno.test("dates are written as the site writes them", () => {
  const day = dayOf(2024, 1, 6);
  assertEquals(longDate(day), "6 Janv. 2024");
  assertEquals(shortDate(dayOf(2025, 10, 12)), "12 Oct.");
  assertEquals(dayAndMonth(day), "06/01");
  assertEquals(slashDate(day), "06/01/24");
  assertEquals(fullDate(day), "06/01/2024");
});

Deno.test("seasonAt() changes on 1 September", () => {
  assertEquals(seasonOpens(2026), dayOf(2025, 9, 1));
  assertEquals(seasonAt(dayOf(2025, 8, 31)), 2025);
  assertEquals(seasonAt(dayOf(2025, 9, 1)), 2026);
});
