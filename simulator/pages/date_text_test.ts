import { assertEquals } from "@std/assert";
import { dayOf } from "../people/calendar_day.ts";
import { dayAndMonth, fullDate, longDate, shortDate, slashDate } from "./date_text.ts";

Deno.test("dates are written as the site writes them", () => {
  const day = dayOf(2024, 1, 6);
  assertEquals(longDate(day), "6 Janv. 2024");
  assertEquals(shortDate(dayOf(2025, 10, 12)), "12 Oct.");
  assertEquals(dayAndMonth(day), "06/01");
  assertEquals(slashDate(day), "06/01/24");
  assertEquals(fullDate(day), "06/01/2024");
});
