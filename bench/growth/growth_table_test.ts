import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { growthTable, replaceTables } from "./growth_table.ts";
import { figuresOf } from "./testing/figures_of.ts";

const SIZES = [
  figuresOf({ athletes: 1_000_000, rssMb: 200, readyCpu: 0.5, cpuMs: 0.4, p95: 2 }),
  figuresOf({ athletes: 10_000_000, rssMb: 1700, readyCpu: 2, cpuMs: 0.6, p95: 3 }),
];

Deno.test("growthTable() puts sizes side by side, and says which database was not filled", () => {
  const table = growthTable(SIZES, null);
  assertStringIncludes(table, "| 1,000,000 | 10,000,000 |");
  assertStringIncludes(table, "|    200 MB |   1,700 MB |");
  assertStringIncludes(table, "|    500 MB | not filled |");
  // 0.8 ms to 1.2 ms.
  assertStringIncludes(table, "| typo both           |      0.80 |       1.20 |   1.5 |");
});

Deno.test("growthTable() names what it says of crawls an extrapolation", () => {
  const crawl = { athletes: 8000, requestsPerAthlete: 0.0864, secondsPerAthlete: 0.0003 };
  const table = growthTable(SIZES, crawl);
  // 0.0864 requests for each, a second for each, 86,400 seconds a day.
  assertStringIncludes(table, "first crawl, extrapolated: requests");
  assertStringIncludes(table, "|    86,400 |    864,000 |");
  assertStringIncludes(table, "|  1.0 days |  10.0 days |");
  assertStringIncludes(table, "|     5 min |     50 min |");
});

Deno.test("replaceTables() leaves what stands around the marks", () => {
  const begin = "<!-- bench:growth writes from here -->";
  const document = `before\n\n${begin}\n\nold\n\n<!-- to here -->\n\nafter\n`;
  const replaced = replaceTables(document, "| new |");
  assertEquals(replaced, `before\n\n${begin}\n\n| new |\n\n<!-- to here -->\n\nafter\n`);
  assertThrows(() => replaceTables("no marks", "| new |"), SyntaxError, "bench:growth");
});
