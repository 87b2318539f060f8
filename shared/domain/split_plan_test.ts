import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { MARATHON } from "./official_lengths.ts";
import { planHalves, planSplits, type SplitStrategy } from "./split_plan.ts";

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
    },
  ));
});

Deno.test("planSplits() makes no split of a floating-point rest", () => {
  const plan = planSplits({ distance: 3 * 1609.344, time: 120_000, every: 1609.344 });
  assertEquals(plan.length, 3);
});

Deno.test("planSplits() refuses what is no plan", () => {
  const goal = { distance: 10_000, time: 240_000, every: 1000 };
  assertThrows(() => planSplits({ ...goal, every: 1 }), RangeError, "10000 splits");
  assertThrows(() => planSplits({ ...goal, time: 1.5 }), RangeError, "whole number");
  assertThrows(() => planSplits({ ...goal, every: 0 }), RangeError, "split length");
  for (const percent of [51, -51, NaN]) {
    assertThrows(() => planSplits(goal, { kind: "halves", percent }), RangeError, "halves");
  }
});
