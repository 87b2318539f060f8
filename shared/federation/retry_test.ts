import { assertEquals } from "@std/assert";
import { backoff, parseRetryAfter } from "./retry.ts";

const NOW = Date.UTC(2026, 10, 1, 8);

for (
  const [header, seconds] of [
    ["120", 120],
    [" 0 ", 0],
    ["Sun, 01 Nov 2026 08:02:00 GMT", 120],
    ["Sunday, 01-Nov-26 08:02:00 GMT", 120],
    ["Sun Nov  1 08:02:00 2026 GMT", 120],
    ["Sun, 01 Nov 2026 07:00:00 GMT", 0],
    ["999999999999", 3600],
    ["-5", null],
    ["1.5", null],
    ["soon", null],
    ["2026", 2026],
    ["", null],
    [null, null],
  ] as const
) {
  Deno.test(`parseRetryAfter() reads ${JSON.stringify(header)} as ${seconds}`, () => {
    assertEquals(parseRetryAfter(header, NOW), seconds);
  });
}

Deno.test("backoff() doubles, leaves the upper half to chance, and ends at a minute", () => {
  const at = (attempt: number, chance: number) =>
    backoff(attempt, { base: 1000, random: () => chance });
  assertEquals([at(0, 0), at(0, 0.5), at(1, 0), at(3, 0)], [500, 750, 1000, 4000]);
  assertEquals([at(20, 0), at(2000, 0.5)], [30_000, 45_000]);
});
