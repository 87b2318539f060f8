import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { predictWith } from "@mypacer/shared/domain/models/mypacer_model.ts";
import { fitCoefficients, foldsOf, startingCoefficients } from "./fit_mypacer.ts";
import type { RacePair } from "./race_pairs.ts";

/**
 * Invented runners who all keep one exponent between 5 km and the marathon, but run each race up to
 * 2 % faster or slower than that, as many of them by as much.
 */
function inventPairs(exponent: number): RacePair[] {
  const timeOver = (distance: number, tenKm: number) => tenKm * (distance / 10_000) ** exponent;
  return Array.from({ length: 400 }, (_, at) => {
    const tenKm = 2000 + 5 * (at % 200);
    const [race, first, second] = at < 200 ? [42_195, 21_097.5, 10_000] : [21_097.5, 10_000, 5000];
    return {
      sex: at % 7 === 0 ? "F" as const : "M" as const,
      age: 20 + at % 40,
      race: { distance: race, time: timeOver(race, tenKm) * (0.98 + 0.04 * (at * 37 % 200) / 200) },
      first: { distance: first, time: timeOver(first, tenKm) },
      second: { distance: second, time: timeOver(second, tenKm) },
    };
  });
}

Deno.test("fitCoefficients() finds what invented runners do", () => {
  const pairs = inventPairs(1.1);
  const fitted = fitCoefficients(startingCoefficients(pairs), pairs, "told");
  const half = { distance: 21_097.5, time: 5400 };
  const { time, fastest, slowest } = predictWith(fitted, [half], {
    distance: 42_195,
    runner: { sex: "M", age: 40 },
  });
  // One in twenty is faster than 5400·2^1.1·0.982, and one slower than 1.018 times that.
  assertAlmostEquals(time / (5400 * 2 ** 1.1), 1, 0.003);
  assertAlmostEquals(fastest / (5400 * 2 ** 1.1), 0.982, 0.003);
  assertAlmostEquals(slowest / (5400 * 2 ** 1.1), 1.018, 0.003);
});

Deno.test("foldsOf() deals races into equal parts, the same for one seed and others for another", () => {
  const folds = foldsOf(100, 10, 1);
  for (let fold = 0; fold < 10; fold++) {
    assertEquals(folds.filter((of) => of === fold).length, 10);
  }
  assertEquals(foldsOf(100, 10, 1), folds);
  assert(foldsOf(100, 10, 2).some((of, at) => of !== folds[at]));
});
