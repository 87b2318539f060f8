import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
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
  view: fc.constantFrom(...PLAN_VIEWS),
}).map(({ distance, pace, every, effort, tenths, view }) => ({
  distance,
  time: Math.round(pace * distance / 1000),
  every,
  effort,
  percent: effort === "even" ? 2 : tenths / 10,
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
  const text = fc.oneof(fc.string(), fc.constantFrom("10 km", "3h30", "-2", "km", "halves"));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("d", "t", "every", "effort", "p", "view", "was"), text),
      (given) => {
        const { state } = PLANNER.read(new URLSearchParams(given));
        assertEquals(PLANNER.read(parametersOf(PLANNER.search(state))).state, state);
        strategyOf(state);
      },
    ),
  );
});
