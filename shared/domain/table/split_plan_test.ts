import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { MARATHON } from "../measure/official_lengths.ts";
import { planHalves, planSplits, roundSplits, type SplitStrategy } from "./split_plan.ts";

Deno.test("planSplits() passes 30 km of a marathon in 3h30'00\" at 2h29'18\"", () => {
  const plan = planSplits({ distance: MARATHON, time: 1_260_000, every: 30_000 });
  assertEquals(plan.map(({ cumulative }) => cumulative), [895_841, 1_260_000]);
});

Deno.test("planHalves() halves 3h30'00\" exactly, and makes 1h30'54\" and 1h29'06\" of 3h00'00\" at 2 %", () => {
  assertEquals(planHalves({ distance: MARATHON, time: 1_260_000 }), [630_000, 630_000]);
  for (const kind of ["halves", "progressive"] as const) {
    assertEquals(
      planHalves({ distance: MARATHON, time: 1_080_000 }, { kind, percent: 2 }),
      [545_400, 534_600],
    );
  }
});

Deno.test("planSplits() keeps an even pace in each half, or speeds up all the way", () => {
  const goal = { distance: 10_000, time: 240_000, every: 1000 };
  const halves = planSplits(goal, { kind: "halves", percent: 4 }).map(({ split }) => split);
  assertEquals(halves, [...new Array(5).fill(24_480), ...new Array(5).fill(23_520)]);
  const progressive = planSplits(goal, { kind: "progressive", percent: 4 })
    .map(({ split }) => split);
  for (let at = 1; at < progressive.length; at++) {
    assert((progressive[at] ?? 0) < (progressive[at - 1] ?? 0));
  }
});

Deno.test("planSplits() sums to the goal to the hundredth, and never runs backwards", () => {
  const strategies = fc.oneof(
    fc.constant<SplitStrategy>({ kind: "even" }),
    fc.record({
      kind: fc.constantFrom("halves" as const, "progressive" as const),
      percent: fc.double({ min: -50, max: 50, noNaN: true }),
    }),
  );
  fc.assert(fc.property(
    fc.double({ min: 100, max: 100_000, noNaN: true }),
    fc.integer({ min: 100, max: 5_000_000 }),
    fc.double({ min: 100, max: 50_000, noNaN: true }),
    strategies,
    (distance, time, every, strategy) => {
      const plan = planSplits({ distance, time, every }, strategy);
      assertEquals(plan.reduce((sum, { split }) => sum + split, 0), time);
      assertEquals(plan.at(-1)?.cumulative, time);
      assertEquals(plan.at(-1)?.distance, distance);
      assertAlmostEquals(plan.reduce((sum, { length }) => sum + length, 0), distance, 1e-6);
      for (const { split, length } of plan) assert(split >= 0 && length > 0);
      for (const unit of [1, 10, 100]) {
        const written = roundSplits(plan, unit);
        let sum = 0;
        for (const [at, { split, cumulative }] of written.entries()) {
          sum += split;
          assert(split >= 0 && split % unit === 0 && cumulative === sum);
          assert(Math.abs(cumulative - (plan[at]?.cumulative ?? NaN)) <= unit / 2);
        }
      }
    },
  ));
});

Deno.test("planSplits() makes no split of less than a meter", () => {
  const lengths = (distance: number, every: number) =>
    planSplits({ distance, time: 120_000, every }).map(({ length }) => length);
  assertEquals(lengths(3 * 1609.344, 1609.344).length, 3);
  assertEquals(lengths(400.01, 400), [400.01]);
  assertEquals(lengths(5000.5, 1000), [1000, 1000, 1000, 1000, 1000.5]);
  assertEquals(lengths(402, 400), [400, 2]);
});

Deno.test("roundSplits() writes 5 km of a marathon in 3h30'00\" so that they add up", () => {
  // Five kilometers take 24'53"07: eight of them 3h19'04"55, written 3h19'05" after 2h54'11".
  const plan = planSplits({ distance: MARATHON, time: 1_260_000, every: 5000 });
  const seconds = roundSplits(plan, 100).map(({ cumulative, split }) =>
    [cumulative, split].map((hundredths) => hundredths / 100)
  );
  assertEquals(seconds, [
    [1493, 1493],
    [2986, 1493],
    [4479, 1493],
    [5972, 1493],
    [7465, 1493],
    [8958, 1493],
    [10_451, 1493],
    [11_945, 1494],
    [12_600, 655],
  ]);
});

Deno.test("planSplits() refuses what is no plan", () => {
  const goal = { distance: 10_000, time: 240_000, every: 1000 };
  assertThrows(() => planSplits({ ...goal, every: 1 }), RangeError, "9999 splits");
  assertThrows(() => planSplits({ ...goal, time: 1.5 }), RangeError, "whole number");
  assertThrows(() => planSplits({ ...goal, every: 0 }), RangeError, "split length");
  for (const percent of [51, -51, NaN]) {
    assertThrows(() => planSplits(goal, { kind: "halves", percent }), RangeError, "halves");
  }
});
