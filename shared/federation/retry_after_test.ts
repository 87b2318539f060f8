import { assertEquals } from "@std/assert";
import { parseRetryAfter } from "./retry_after.ts";

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
