/**
 * Whatever a field shows is read back as the same value: the forms of every page, sent as they were
 * drawn.
 */
import { paceFrom } from "@mypacer/shared/domain/measure/pace.ts";
import { worldBestTime } from "@mypacer/shared/domain/models/human_limits.ts";
import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { attribute, findAll, findFirst, parseHtml } from "@mypacer/shared/federation/html.ts";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { inputTexts } from "../../pages/table/table_store.ts";
import { TableForm } from "../../pages/table/TableForm.tsx";
import { EVEN } from "../../pages/planner/curve.ts";
import { PlannerForm } from "../../pages/planner/PlannerForm.tsx";
import { PredictorForm } from "../../pages/predictor/PredictorForm.tsx";
import { ZonesForm } from "../../pages/zones/ZonesForm.tsx";
import "../texts/provide_all.ts";
import { readParameters } from "../table_state/table_input.ts";
import { stateSearch } from "../table_state/table_fields.ts";
import { DEFAULT_STATE, type TableState } from "../table_state/table_state.ts";
import { MAX_ROWS } from "./limits.ts";
import { EFFORTS, PLANNER, type PlannerState, SPLIT_NAMES } from "../../pages/planner/state.ts";
import { PREDICTOR } from "../../pages/predictor/state.ts";
import { ROW_KINDS, scaleOf } from "../table_state/row_kinds.ts";
import { HELD, STAGES, VMA_SOURCES, ZONES } from "../../pages/zones/state.ts";

const LANGUAGES = ["fr", "en"] as const;
const language = fc.constantFrom(...LANGUAGES);

/** What a browser sends of a form that nobody touched. */
function sentBy(form: VNode): URLSearchParams {
  const parameters = new URLSearchParams();
  const drawn = parseHtml(renderToString(form));
  for (const select of findAll(drawn, "select[name]")) {
    const chosen = findFirst(select, "option[selected]");
    parameters.append(
      attribute(select, "name") ?? "",
      (chosen && attribute(chosen, "value")) ?? "",
    );
  }
  for (const input of findAll(drawn, "input[name]")) {
    const type = attribute(input, "type");
    const isChoice = type === "radio" || type === "checkbox";
    if (isChoice && attribute(input, "checked") === null) continue;
    parameters.append(attribute(input, "name") ?? "", attribute(input, "value") ?? "");
  }
  return parameters;
}

/** Lengths that races have, and any other, m. */
const distance = fc.oneof(
  fc.constantFrom(100, 400, 800, 1500, 1609.344, 3218.688, 5000, 10_000, 21_097.5, 42_195, 400_000),
  fc.integer({ min: 100_00, max: 999_99 }).map((centimeters) => centimeters / 100),
  fc.integer({ min: 1_000_000, max: 99_999_999 }).map((millimeters) => millimeters / 1000),
  fc.integer({ min: 100, max: 400_000 }),
).filter((meters) => ![1609, 1609.3, 1609.34, 21_097, 21_098].includes(meters));

/** A race that a human runs: m, whole hundredths. */
const race = fc.tuple(distance, fc.double({ min: 1.01, max: 3, noNaN: true }), fc.boolean())
  .map(([distance, times, whole]) => {
    const seconds = worldBestTime(distance) * times;
    return { distance, time: whole ? Math.round(seconds) * 100 : Math.round(seconds * 100) };
  });

Deno.test("the planner reads back what its fields show, in both languages", () => {
  const state: fc.Arbitrary<PlannerState> = fc.record({
    race,
    every: fc.constantFrom(...SPLIT_NAMES),
    effort: fc.constantFrom(...EFFORTS),
    tenths: fc.integer({ min: -200, max: 200 }),
  }).map(({ race, every, effort, tenths }) => ({
    ...race,
    every,
    effort,
    percent: effort === "even" || effort === "profile" ? 2 : tenths / 10,
    // A drawn curve is shown as its distance from its own mean.
    curve: effort === "profile" ? [tenths, 0, 0, 0, 0, 0, -tenths].map((way) => way / 20) : EVEN,
    view: "sheet",
  }));
  fc.assert(fc.property(state, language, (state, language) => {
    const input = PLANNER.read(new URLSearchParams(PLANNER.search(state)));
    assertEquals(input.state, state);
    const again = PLANNER.read(sentBy(<PlannerForm {...{ language, input }} alone={false} />));
    assertEquals([again.problems, again.notes], [{}, {}]);
    assertEquals(again.state, state);
  }));
});

Deno.test("zones read back what their fields show, in both languages and units", () => {
  const state = fc.record({
    by: fc.constantFrom(...VMA_SOURCES),
    vma: fc.integer({ min: 500, max: 3000 }).map((hundredths) => hundredths / 100),
    race,
    halfCooper: fc.integer({ min: 500, max: 2700 }),
    cooper: fc.integer({ min: 1000, max: 5200 }),
    stage: fc.constantFrom(...STAGES),
    held: fc.constantFrom(...HELD),
    unit: fc.constantFrom("km" as const, "mi" as const),
  });
  fc.assert(fc.property(state, language, ({ race, ...others }, language) => {
    const written = { ...race, ...others };
    const input = ZONES.read(new URLSearchParams(ZONES.search(written)));
    const again = ZONES.read(sentBy(<ZonesForm {...{ language, input }} alone={false} />));
    assertEquals([again.problems, again.notes], [{}, {}]);
    assertEquals(again.state, input.state);
    const used = {
      vma: ["vma"],
      result: ["distance", "time"],
      "half-cooper": ["halfCooper"],
      vameval: ["stage", "held"],
      cooper: ["cooper"],
    } as const;
    for (const key of ["by", "unit", ...used[written.by]] as const) {
      assertEquals(again.state[key], written[key], key);
    }
  }));
});

Deno.test("predictions read back what their fields show, in both languages", () => {
  const state = fc.record({
    results: fc.array(race, { minLength: 1, maxLength: 8 }),
    sex: fc.constantFrom("F" as const, "M" as const, null),
    age: fc.option(fc.integer({ min: 5, max: 100 })),
  });
  fc.assert(fc.property(state, language, ({ results, sex, age }, language) => {
    const efforts = results.map(({ distance, time }) => ({ distance, time: time / 100 }));
    const search = PREDICTOR.search({ results: efforts, rows: 0, sex, age });
    const input = PREDICTOR.read(new URLSearchParams(search));
    assertEquals(input.state.results, efforts);
    const again = PREDICTOR.read(sentBy(<PredictorForm {...{ language, input }} />));
    assertEquals([again.problems, again.notes], [{}, {}]);
    assertEquals(again.state, input.state);
  }));
});

/** Rows of a kind, from slow to fast. */
const rows = fc.record({
  by: fc.constantFrom(...ROW_KINDS),
  over: fc.oneof(fc.constantFrom(400, 10_000, 21_097.5, 42_195), distance),
  slow: fc.integer({ min: 3000, max: 11_000 }),
  fast: fc.integer({ min: 1500, max: 2900 }),
  step: fc.integer({ min: 2, max: 600 }),
}).map(({ by, over, slow, fast, step }) => {
  // Tenths of a second per kilometer, turned into the unit of the rows.
  const hundredths = (value: number) => Math.round(value * 100) / 100;
  const value = {
    pace: (tenths: number) => tenths / 10,
    speed: (tenths: number) => hundredths(36_000 / tenths),
    time: (tenths: number) => hundredths(tenths * over / 10_000),
  }[by];
  return {
    by,
    over: by === "time" ? over : DEFAULT_STATE.over,
    slowest: value(slow),
    fastest: value(fast),
    step: by === "speed" ? Math.min(100, step) / 10 : step / 2,
  };
});

Deno.test("the table reads back what its fields show, in both languages, units and notations", () => {
  const state: fc.Arbitrary<TableState> = fc.tuple(
    rows,
    fc.record({
      shown: fc.option(fc.subarray([400, 1000, 10_000, 21_097.5], { minLength: 1 })),
      custom: fc.uniqueArray(distance, { maxLength: 20 }),
      vma: fc.option(fc.integer({ min: 500, max: 3000 }).map((hundredths) => hundredths / 100)),
      unit: fc.constantFrom("km" as const, "mi" as const),
      notation: fc.option(fc.constantFrom("french" as const, "english" as const)),
      own: fc.option(fc.integer({ min: 200, max: 1799 })),
    }),
  ).map(([rows, { own, ...rest }]) => ({
    ...DEFAULT_STATE,
    ...rows,
    ...rest,
    mine: own === null ? null : paceFrom(own, rest.unit),
  }))
    .filter((state) => rowCount({ ...state, scale: scaleOf(state) }) <= MAX_ROWS);
  fc.assert(fc.property(state, language, (state, language) => {
    const input = readParameters(new URLSearchParams(stateSearch(state)));
    assertEquals(input.problems, {});
    const typed = inputTexts(input.state, input.refused, language);
    const form = (
      <TableForm
        {...{ language, state: input.state, typed }}
        notes={{}}
        problems={{}}
      />
    );
    const again = readParameters(sentBy(form));
    assertEquals([again.problems, again.notes], [{}, {}], stateSearch(state));
    // The form names the notation, the address only one that is not the language's own.
    assertEquals({ ...again.state, notation: null }, { ...input.state, notation: null });
  }));
});
