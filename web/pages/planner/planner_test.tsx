import { MARATHON } from "@mypacer/shared/domain/measure/distance.ts";
import { parseTime } from "@mypacer/shared/domain/measure/mark.ts";
import { parsePace } from "@mypacer/shared/domain/measure/pace_text.ts";
import { findAll, type HtmlNode, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { RacePlan } from "./RacePlan.tsx";
import type { Language } from "../../kit/language/language.ts";
import { CURVE_LIMIT, CURVE_POINTS } from "./curve.ts";
import { wristbandOf } from "./wristband.ts";
import { EFFORTS, PLAN_PERCENT, PLANNER, type PlannerState, SPLIT_NAMES } from "./state.ts";

function draw(state: PlannerState, language: Language): HtmlNode {
  const input = PLANNER.read(new URLSearchParams(PLANNER.search(state)));
  assertEquals(input.problems, {});
  return parseHtml(renderToString(<RacePlan language={language} state={input.state} />));
}

/** A written time, whole hundredths; the splits of the first meters may be written `0"`. */
const read = (written: string) => /^0["'.:0]*$/.test(written) ? 0 : parseTime(written);

const rowsOf = (document: HtmlNode) =>
  findAll(document, ".tool-table tbody tr").map((row) => findAll(row, "td").map(text));

const plan = (changes: Partial<PlannerState>): PlannerState => ({ ...PLANNER.first, ...changes });

Deno.test("RacePlan writes 3h30'00\" over a marathon so that the kilometers add up to it", () => {
  const rows = rowsOf(draw(plan({ every: "km" }), "fr"));
  assertEquals(rows.length, 43);
  assertEquals(rows.slice(0, 3), [
    [`4'59"`, `4'59"`, `4'59"/km`],
    [`9'57"`, `4'58"`, `4'58"/km`],
    [`14'56"`, `4'59"`, `4'59"/km`],
  ]);
  assertEquals(rows.reduce((sum, [, split]) => sum + read(split ?? ""), 0), 1_260_000);
  const fives = rowsOf(draw(plan({}), "fr"));
  // 24'54" lie between the two written times, not the 24'53" of the exact ones.
  assertEquals(fives.slice(6, 8).map((row) => row.slice(0, 2)), [
    [`2h54'11"`, `24'53"`],
    [`3h19'05"`, `24'54"`],
  ]);
});

/** Plans that the planner takes: paces of 2'00" to 15'00" a kilometer. */
const plans = fc.record({
  distance: fc.oneof(
    fc.constantFrom(100, 400, 800, 1500, 5000, 10_000, 21_097.5, MARATHON, 100_000),
    fc.integer({ min: 10_000, max: 10_000_000 }).map((centimeters) => centimeters / 100),
  ),
  pace: fc.integer({ min: 120, max: 900 }),
  rest: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 99 })),
  every: fc.constantFrom(...SPLIT_NAMES),
  effort: fc.constantFrom(...EFFORTS),
  percent: fc.integer({ min: PLAN_PERCENT.min, max: PLAN_PERCENT.max }),
  curve: fc.array(fc.integer({ min: -CURVE_LIMIT, max: CURVE_LIMIT }), {
    minLength: CURVE_POINTS,
    maxLength: CURVE_POINTS,
  }),
}).map(({ distance, pace, rest, ...choices }): PlannerState => ({
  distance,
  time: Math.round(pace * distance / 1000) * 100 + rest,
  ...choices,
  view: "sheet",
}));

Deno.test("RacePlan writes splits and halves that add up to the written goal, in both languages", () => {
  fc.assert(
    fc.property(plans, fc.constantFrom("fr" as const, "en" as const), (state, language) => {
      const document = draw(state, language);
      let sum = 0;
      for (const [cumulative = "", split = ""] of rowsOf(document)) {
        sum += read(split);
        assertEquals(read(cumulative), sum);
      }
      assertEquals(sum, state.time);
      const halves = findAll(document, ".key-figure dd").slice(2).map((half) => read(text(half)));
      assertEquals(halves.reduce((one, other) => one + other), state.time);
      // The wristband has the same passing times, as far as there is room, and half way among them.
      const { lines, each } = wristbandOf(state, language);
      assert(lines.length <= 101, String(lines.length));
      assertEquals(lines.filter(({ half }) => half).map(({ time }) => read(time)), [halves[0]]);
      assertEquals(read(lines.at(-1)?.time ?? ""), state.time);
      const times = rowsOf(document).map(([cumulative]) => cumulative);
      const onBand = lines.map(({ time }) => time);
      assertEquals(onBand.toSorted((a, b) => read(a) - read(b)), onBand);
      const missing = times.filter((time) => !onBand.includes(time ?? ""));
      if (each === 1) assertEquals(missing, []);
    }),
    { numRuns: 300 },
  );
});

Deno.test("RacePlan writes the pace of a kilometer or a mile as it writes the split", () => {
  const whole = plans.filter(({ every }) => every === "km" || every === "mile");
  fc.assert(
    fc.property(whole, (state) => {
      const rows = rowsOf(draw(state, "fr")).slice(0, -1);
      for (const [, split = "", pace = ""] of rows) {
        const written = parsePace(pace.replace("/mi", ""));
        assert(Math.abs(written - read(split) / 100) <= 0.5, `${split} at ${pace}`);
      }
    }),
    { numRuns: 100 },
  );
});
