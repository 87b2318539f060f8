import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  danielsGilbertIndex,
  danielsGilbertPaces,
  danielsGilbertTime,
  predictDanielsGilbert,
} from "./daniels_gilbert.ts";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";

function indexOf(distance: number, time: number): number {
  const answer = danielsGilbertIndex({ distance, time });
  assert(answer.valid, JSON.stringify(answer));
  return answer.index;
}

function timeFor(index: number, distance: number): number {
  const answer = danielsGilbertTime(index, distance);
  assert(answer.valid, JSON.stringify(answer));
  return answer.time;
}

Deno.test("danielsGilbertIndex() agrees with worked results", () => {
  assertAlmostEquals(indexOf(5000, 1320), 44.543, 0.0005);
  assertAlmostEquals(indexOf(10_000, 2700), 45.263, 0.0005);
  assertAlmostEquals(indexOf(HALF_MARATHON, 6000), 45.124, 0.0005);
  assertAlmostEquals(indexOf(MARATHON, 12_600), 44.554, 0.0005);
});

for (
  const [index, fiveKilometers, tenKilometers, half, marathon] of [
    [45, 1308.6, 2713.5, 6014, 12_496],
    [46, 1284.3, 2663.0, 5901, 12_269],
    [55, 1102.2, 2285.5, 5056, 10_555],
  ] as const
) {
  Deno.test(`danielsGilbertTime() agrees with the worked times of index ${index}`, () => {
    assertAlmostEquals(timeFor(index, 5000), fiveKilometers, 0.05);
    assertAlmostEquals(timeFor(index, 10_000), tenKilometers, 0.05);
    assertAlmostEquals(timeFor(index, HALF_MARATHON), half, 0.5);
    assertAlmostEquals(timeFor(index, MARATHON), marathon, 0.5);
  });
}

Deno.test("danielsGilbertTime() is what has that index, and grows with the distance", () => {
  fc.assert(fc.property(
    fc.double({ min: 12, max: 86, noNaN: true }),
    fc.double({ min: 800, max: 60_000, noNaN: true }),
    (index, distance) => {
      const near = danielsGilbertTime(index, distance);
      if (!near.valid) return;
      const back = danielsGilbertIndex({ distance, time: near.time });
      // At the very edges of the ranges a rest of the bisection may fall outside.
      if (back.valid) assertAlmostEquals(back.index, index, 1e-6);
      const far = danielsGilbertTime(index, distance * 1.01);
      if (far.valid) assert(far.time > near.time);
      const better = danielsGilbertTime(index + 0.5, distance);
      if (better.valid) assert(better.time < near.time);
    },
  ));
});

Deno.test("danielsGilbertPaces() agrees with worked paces", () => {
  const paces = [45, 55].map((index) => {
    const answer = danielsGilbertPaces(index);
    assert(answer.valid && answer.marathon !== null);
    return [...answer.easy, answer.marathon, answer.threshold, answer.interval];
  });
  const expected = [[382.5, 319.5, 296.1, 277.9, 255.8], [326.1, 271.8, 250.1, 236.2, 217.4]];
  paces.forEach((row, at) =>
    row.forEach((pace, column) => assertAlmostEquals(pace, expected[at]?.[column] ?? NaN, 0.05))
  );
  const second = danielsGilbertPaces(49);
  assert(second.valid);
  assertAlmostEquals(second.interval, 238.7, 0.05);
  // The book prints 1:43 for 400 m.
  assertAlmostEquals(second.threshold * 0.4, 103, 1);
  assert(second.repetition[0] > second.repetition[1] && second.repetition[0] < second.interval);
});

Deno.test("danielsGilbertIndex() holds every record of the world within its scale", () => {
  // 85.55: the equation at 42,195 m in 120.583 min.
  const marathon = danielsGilbertIndex({ distance: MARATHON, time: 7235 });
  assert(marathon.valid && marathon.extended === null);
  assertAlmostEquals(marathon.index, 85.55, 0.005);
  for (const [distance, time] of [[5000, 755.36], [10_000, 1571], [HALF_MARATHON, 3440]] as const) {
    const answer = danielsGilbertIndex({ distance, time });
    assertEquals(answer.valid && answer.extended, null, String(distance));
  }
});

Deno.test("the Daniels–Gilbert index is carried beyond its range, and says so", () => {
  const extended = [
    danielsGilbertIndex({ distance: 800, time: 130 }),
    danielsGilbertIndex({ distance: MARATHON, time: 14_401 }),
    danielsGilbertIndex({ distance: 5000, time: 2700 }),
    danielsGilbertTime(19, 5000),
    danielsGilbertTime(25, MARATHON),
    predictDanielsGilbert({ distance: 10_000, time: 4500 }, MARATHON),
    predictDanielsGilbert({ distance: 10_000, time: 2700 }, MARATHON),
  ].map((answer) => answer.valid && answer.extended);
  assertEquals(extended, [
    "effort-too-short",
    "effort-too-long",
    "index-out-of-range",
    "index-out-of-range",
    "effort-too-long",
    "effort-too-long",
    null,
  ]);
  const slow = danielsGilbertPaces(25);
  assert(slow.valid && slow.marathon !== null);
});

Deno.test("the Daniels–Gilbert index gives no figure that is nobody's", () => {
  const reasons = [
    danielsGilbertIndex({ distance: 100, time: 12 }),
    danielsGilbertIndex({ distance: 10_000, time: 1300 }),
    danielsGilbertIndex({ distance: 5000, time: 5800 }),
    danielsGilbertTime(88, 5000),
    danielsGilbertTime(60, 400),
    danielsGilbertPaces(19.9),
  ].map((answer) => answer.valid || answer.reason);
  assertEquals(reasons, [
    "effort-too-short",
    "faster-than-any",
    "index-out-of-range",
    "faster-than-any",
    "effort-too-short",
    "index-out-of-range",
  ]);
  assertThrows(() => danielsGilbertTime(NaN, 5000), RangeError);
  assertThrows(() => danielsGilbertIndex({ distance: -5, time: 600 }), RangeError);
});
