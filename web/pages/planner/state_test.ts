import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { CURVE_POINTS, EVEN } from "./curve.ts";
import {
  curveOf,
  EFFORTS,
  PLAN_VIEWS,
  PLANNER,
  type PlannerState,
  SPLIT_NAMES,
  strategyOf,
} from "./state.ts";

const parametersOf = (search: string) => new URLSearchParams(search);

const STATE: fc.Arbitrary<PlannerState> = fc.record({
  distance: fc.oneof(
    fc.constantFrom(400, 1609.344, 5000, 21_097.5, 42_195),
    fc.integer({ min: 100_00, max: 999_99 }).map((centimeters) => centimeters / 100),
    fc.integer({ min: 1_000_000, max: 200_000_000 }).map((millimeters) => millimeters / 1000),
  ),
  pace: fc.integer({ min: 7000, max: 170_000 }),
  every: fc.constantFrom(...SPLIT_NAMES),
  effort: fc.constantFrom(...EFFORTS),
  tenths: fc.integer({ min: -200, max: 200 }),
  drawn: fc.array(fc.integer({ min: -2000, max: 2000 }), {
    minLength: CURVE_POINTS,
    maxLength: CURVE_POINTS,
  }),
  view: fc.constantFrom(...PLAN_VIEWS),
}).map(({ distance, pace, every, effort, tenths, drawn, view }) => ({
  distance,
  time: Math.round(pace * distance / 1000),
  every,
  effort,
  percent: effort === "even" || effort === "profile" ? 2 : tenths / 10,
  curve: effort === "profile" ? drawn.map((hundredths) => hundredths / 100) : EVEN,
  view,
}));

Deno.test("PLANNER reads back what it writes", () => {
  fc.assert(fc.property(STATE, (state) => {
    const search = PLANNER.search(state);
    const input = PLANNER.read(parametersOf(search));
    assertEquals(input.problems, {});
    assertEquals(input.state, state);
    // Browsers hand it back as it was written.
    assertEquals(new URL(`http://site.invalid/${search}`).search, search);
  }));
});

Deno.test("PLANNER draws a plan whatever the address says", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("10 km", "3h30", "-2", "km", "halves", "profile", "1,2,3,0,0,-1,99"),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom("d", "t", "every", "effort", "p", "curve", "view", "was"),
        text,
      ),
      (given) => {
        const { state } = PLANNER.read(new URLSearchParams(given));
        assertEquals(PLANNER.read(parametersOf(PLANNER.search(state))).state, state);
        strategyOf(state);
        curveOf(state);
      },
    ),
  );
});

Deno.test("curveOf() shows each strategy, and keeps the time that a drawn one takes", () => {
  const first = PLANNER.first;
  assertEquals(curveOf(first), EVEN);
  assertEquals(curveOf({ ...first, effort: "halves", percent: 2 }), [1, 1, 1, 0, -1, -1, -1]);
  assertEquals(curveOf({ ...first, effort: "positive", percent: 2 }), [-1, -1, -1, 0, 1, 1, 1]);
  assertEquals(curveOf({ ...first, effort: "progressive", percent: 3 }), [3, 2, 1, 0, -1, -2, -3]);
  // Only the shape counts: a curve that is slower everywhere is even.
  assertEquals(curveOf({ ...first, effort: "profile", curve: EVEN.map(() => 5) }), EVEN);
});
