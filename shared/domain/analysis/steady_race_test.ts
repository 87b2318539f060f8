import { assertAlmostEquals, assertEquals } from "@std/assert";
import { gapsAtFinish, metersAfter } from "./steady_race.ts";

Deno.test("metersAfter() runs evenly from the start to the line and no further", () => {
  assertEquals([-1, 0, 500, 1000, 2000, 3000].map((clock) => metersAfter(10_000, 2000, clock)), [
    0,
    0,
    2500,
    5000,
    10_000,
    10_000,
  ]);
});

Deno.test("gapsAtFinish() tells how far the others are from the line", () => {
  // 35'42" and 36'20" over 10 km: 10,000 m less 2142 s of 10,000 m in 2180 s.
  const [first, second] = gapsAtFinish(10_000, [2142, 2180]);
  assertEquals(first, 0);
  assertAlmostEquals(second ?? NaN, 174.3, 0.05);
  // 9.58 s and 9.69 s over 100 m.
  assertAlmostEquals(gapsAtFinish(100, [9.69, 9.58])[0] ?? NaN, 1.135, 0.001);
  assertEquals(gapsAtFinish(800, [120, 120]), [0, 0]);
  assertEquals(gapsAtFinish(800, []), []);
});
