import { assertAlmostEquals, assertEquals } from "@std/assert";
import { findCrossovers, gapBetween } from "./lead_change.ts";

Deno.test("gapBetween() is what one loses in all, a kilometer, and in per cent", () => {
  assertEquals(gapBetween(2020, 1980, 10_000), { seconds: 40, secondsPerKilometer: 4, percent: 2 });
});

Deno.test("findCrossovers() finds the distance where two power laws cross", () => {
  const cross = 7000;
  const times = [1500, 5000, 10_000, 21_097.5].map((distance) => ({
    distance,
    first: 1500 * (distance / cross) ** 1.1,
    second: 1500 * (distance / cross) ** 1.05,
  }));
  const [crossover, ...others] = findCrossovers(times);
  assertAlmostEquals(crossover?.distance ?? NaN, cross, 1e-6);
  assertEquals([crossover?.fasterBefore, others], ["first", []]);
});

const times = (...seconds: number[]) =>
  [1500, 3000, 5000, 10_000].slice(0, seconds.length).map((distance, at) => ({
    distance,
    first: seconds[at] ?? NaN,
    second: 100,
  }));

Deno.test("findCrossovers() takes a tie for the place itself, and a tie without a change for none", () => {
  assertEquals(findCrossovers(times(101, 100, 99)), [{ distance: 3000, fasterBefore: "second" }]);
  assertEquals(findCrossovers(times(101, 100, 100, 99)), [
    { distance: 3000, fasterBefore: "second" },
  ]);
  assertEquals(findCrossovers(times(101, 100, 102)), []);
  assertEquals(findCrossovers(times(100, 101)), []);
  assertEquals(findCrossovers(times(100, 100, 100)), []);
});

Deno.test("findCrossovers() finds every change of the lead", () => {
  // Ratios that are each other's inverse cross in the middle of the logarithms: √(1500·3000),
  // √(3000·5000).
  const found = findCrossovers(times(100 / 1.02, 102, 100 / 1.02));
  assertEquals(found.map(({ fasterBefore }) => fasterBefore), ["first", "second"]);
  assertAlmostEquals(found[0]?.distance ?? NaN, 2121.32, 0.01);
  assertAlmostEquals(found[1]?.distance ?? NaN, 3872.98, 0.01);
});
