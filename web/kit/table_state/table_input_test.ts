import { paceFrom } from "@mypacer/shared/domain/measure/pace.ts";
import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { fieldTexts, stateSearch, TABLE_FIELDS } from "./table_fields.ts";
import { readChanges, readParameters, readTable, withUnit } from "./table_input.ts";
import { DEFAULT_STATE, SURFACES, type TableState, type Unit, withRows } from "./table_state.ts";
import { MAX_ROWS } from "../forms/limits.ts";
import { scaleOf } from "./row_kinds.ts";

const FIELD_NAMES = Object.values(TABLE_FIELDS).map(({ name }) => name);
const read = (search: string) => readParameters(new URLSearchParams(search));

/**
 * Ranges of rows that a visitor can reach in either unit, with their kind: tables a page can show.
 */
const rows = fc.oneof(
  fc.record({
    by: fc.constant("pace" as const),
    over: fc.constant(DEFAULT_STATE.over),
    slowest: fc.integer({ min: 3000, max: 18_000 }).map((tenths) => tenths / 10),
    fastest: fc.integer({ min: 600, max: 3000 }).map((tenths) => tenths / 10),
    step: fc.integer({ min: 4, max: 1200 }).map((halves) => halves / 2),
  }),
  fc.record({
    by: fc.constant("speed" as const),
    over: fc.constant(DEFAULT_STATE.over),
    slowest: fc.integer({ min: 200, max: 1500 }).map((hundredths) => hundredths / 100),
    fastest: fc.integer({ min: 1500, max: 6000 }).map((hundredths) => hundredths / 100),
    step: fc.integer({ min: 1, max: 100 }).map((tenths) => tenths / 10),
  }),
  fc.record({
    by: fc.constant("time" as const),
    over: fc.constantFrom(100, 5000, 21_097.5, 42_195),
    slow: fc.integer({ min: 300, max: 1800 }),
    fast: fc.integer({ min: 60, max: 300 }),
    step: fc.integer({ min: 1, max: 72_000 }).map((tenths) => tenths / 10),
  }).map(({ slow, fast, ...rest }) => ({
    ...rest,
    slowest: Math.floor(slow * rest.over / 10) / 100,
    fastest: Math.ceil(fast * rest.over / 10) / 100,
  })),
);

/** States that a visitor can reach. */
const tableState: fc.Arbitrary<TableState> = fc.tuple(
  rows,
  fc.record({
    shown: fc.option(
      fc.subarray([100, 400, 1609.344, 5000, 21_097.5, 25_000, 100_000], { minLength: 1 }),
    ),
    custom: fc.uniqueArray(
      fc.oneof(fc.integer({ min: 10, max: 500_000 }), fc.constant(21_097.5), fc.constant(1609.344)),
      { maxLength: 20 },
    ),
    vma: fc.option(fc.integer({ min: 50, max: 300 }).map((tenths) => tenths / 10)),
    own: fc.option(fc.integer({ min: 1000, max: 17_990 }).map((tenths) => tenths / 10)),
    unit: fc.constantFrom("km", "mi"),
    notation: fc.option(fc.constantFrom("french", "english")),
    athletes: fc.uniqueArray(fc.stringMatching(/^\d{1,12}$/), { maxLength: 8 }),
    hides: fc.boolean(),
    records: fc.subarray([...RECORD_LISTS]),
    surfaces: fc.subarray([...SURFACES], { minLength: 1 }),
  }),
).map(([range, { hides, own, ...rest }]) => ({
  ...range,
  ...rest,
  mine: own === null ? null : paceFrom(own, rest.unit as Unit),
  hidden: hides ? rest.athletes.slice(1) : [],
})).filter((state) => rowCount({ ...state, scale: scaleOf(state) }) <= MAX_ROWS) as fc.Arbitrary<
  TableState
>;

Deno.test("readParameters() reads back every state that stateSearch() writes", () => {
  fc.assert(fc.property(tableState, (state) => {
    const search = stateSearch(state);
    const { state: again, problems } = read(search);
    assertEquals(problems, {});
    assertEquals(again, state);
    assertEquals(stateSearch(again), search);
  }));
});

Deno.test("withUnit() gives a state that can be drawn and that its address gives again", () => {
  fc.assert(fc.property(tableState, fc.constantFrom("km", "mi"), (state, unit) => {
    const other = withUnit(state, unit);
    assertEquals(other.unit, unit);
    assert(rowCount({ ...other, scale: scaleOf(other) }) <= MAX_ROWS);
    const { state: again, problems } = read(stateSearch(other));
    assertEquals(problems, {});
    assertEquals(again, other);
    if (unit === state.unit) assertEquals(other, state);
  }));
});

Deno.test("readTable() reads back what the fields show, in both notations", () => {
  fc.assert(fc.property(tableState, fc.constantFrom("french", "english"), (state, notation) => {
    const { state: again, problems } = readTable(fieldTexts(state, notation));
    assertEquals(problems, {});
    assertEquals(again, state);
  }));
});

Deno.test("readParameters() gives a table that can be drawn, whatever it is given", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("4:30", "20:00", "0:40", "0.5", "7000", "NaN", "-1", "1e9", "1,2,3", "$'"),
    fc.constantFrom("speed", "time", "3h30", "13,5 km/h", "15,5 km/h", "marathon", "road", "400"),
  );
  const parameters = fc.array(fc.tuple(fc.constantFrom(...FIELD_NAMES, "q", "x"), text), {
    maxLength: 12,
  });
  fc.assert(fc.property(parameters, (pairs) => {
    const { state } = readParameters(new URLSearchParams(pairs));
    const rows = rowCount({ ...state, scale: scaleOf(state) });
    assert(rows >= 1 && rows <= MAX_ROWS, `${rows} rows`);
    assert(state.custom.length <= 20 && state.athletes.length <= 8);
    // What is drawn is a state of its own, that its address gives again.
    assertEquals(read(stateSearch(state)).state, state);
  }));
});

Deno.test("readParameters() ignores what is not its own and cuts what is too long", () => {
  assertEquals(read("?utm_source=x&slow=&q=dupont").state, DEFAULT_STATE);
  const { refused } = read(`?slow=${"4".repeat(10_000)}`);
  assertEquals(refused.slow?.length, 300);
});

Deno.test("readTable() blames the bound that was typed when the two are the wrong way round", () => {
  const fast = read("?fast=9:00");
  assertEquals(fast.problems.fast?.code, "order");
  assertEquals([fast.state.slowest, fast.state.fastest], [390, 180]);
  const slow = read("?slow=2:30");
  assertEquals(slow.problems, { slow: { code: "order", typed: "2:30", suggestions: [] } });
});

Deno.test("readTable() takes a step that the page can show in place of one too small", () => {
  const { state, problems } = read("?slow=20:00&fast=1:00&step=0.5");
  assertEquals(problems.step, { code: "rows", typed: "2281", suggestions: [] });
  assert(rowCount(state) <= MAX_ROWS);
});

Deno.test("fieldTexts() writes paces, decimals and lists as each language does", () => {
  const state = { ...DEFAULT_STATE, slowest: 270.5, step: 2.5, vma: 17.5, custom: [400, 7500] };
  const french = fieldTexts(state, "french");
  assertEquals([french.slow, french.step, french.vma, french.d], [
    "4'30.5",
    "2,5",
    "17,5",
    "400 m ; 7,5 km",
  ]);
  const english = fieldTexts(state, "english");
  assertEquals([english.slow, english.step, english.vma, english.d], [
    "4:30.5",
    "2.5",
    "17.5",
    "400 m; 7.5 km",
  ]);
});

Deno.test("readParameters() leaves the bounds of other rows behind when a form changes what rows go by", () => {
  const { state, problems } = read("?by=speed&was=pace&slow=6'30&fast=3'00&step=5");
  assertEquals([state.slowest, state.fastest, state.step, problems], [8, 22, 0.5, {}]);
  const marathon = read("?by=time&over=marathon&was=time+10000&slow=50:00&fast=30:00&step=60");
  assertEquals([marathon.state.slowest, marathon.state.fastest], [16_200, 7800]);
  // Of the same rows they are what was asked.
  assertEquals(read("?by=speed&was=speed&slow=10").state.slowest, 10);
});

Deno.test("readParameters() makes miles a table of their own: ladder, bounds and step", () => {
  const range = (search: string) => {
    const { state: { slowest, fastest, step }, problems } = read(search);
    assertEquals(problems, {}, search);
    return [slowest, fastest, step];
  };
  // 10'30, 10'20 … 4'50 per mile; 5.0, 5.5 … 14 mph.
  assertEquals(range("?unit=mi"), [630, 290, 10]);
  assertEquals(range("?unit=mi&by=speed"), [5, 14, 0.5]);
  // A bound without a unit is per mile; one with a unit is taken by its word: 390 s/km are 627.64
  // s/mi.
  assertEquals(range("?unit=mi&slow=9:00&step=15"), [540, 290, 15]);
  assertEquals(range("?unit=mi&slow=6'30/km"), [627.6, 290, 10]);
  assertEquals(range("?unit=km&slow=10'27.6/mi"), [390, 180, 5]);
  assertEquals(range("?unit=mi&by=speed&slow=6 mph&step=0.5 mph"), [6, 14, 0.5]);
  // 16.0934 km/h are 10 mph.
  assertEquals(range("?unit=mi&by=speed&slow=16,0934 km/h"), [10, 14, 0.5]);
  // A time over a distance is the same in any unit.
  assertEquals(range("?unit=mi&by=time&over=10000"), range("?by=time&over=10000"));
  assertEquals(stateSearch(read("?unit=mi&slow=10:30&step=10").state), "?unit=mi");
});

Deno.test("readParameters() carries the bounds of a form over into the unit that it chooses", () => {
  const range = (search: string) => {
    const { state: { slowest, fastest, step, unit } } = read(search);
    return [slowest, fastest, step, unit];
  };
  // What is usual stays usual.
  assertEquals(range("?by=pace&was=pace&unit=mi&slow=6'30&fast=3'00&step=5"), [630, 290, 10, "mi"]);
  assertEquals(range("?by=pace&was=pace+mi&unit=km&slow=10'30&fast=4'50&step=10"), [
    390,
    180,
    5,
    "km",
  ]);
  // 5'00 and 3'45 per kilometer are 482.8 and 362.1 s per mile, by 16 s: 8'00, 7'45 … 6'00.
  assertEquals(range("?by=pace&was=pace&unit=mi&slow=5'00&fast=3'45&step=10"), [
    480,
    360,
    15,
    "mi",
  ]);
  // 10 and 16 km/h are 6.2 and 9.9 mph.
  assertEquals(range("?by=speed&was=speed&unit=mi&slow=10&fast=16&step=0,5"), [6, 10, 0.5, "mi"]);
  // A form drawn by miles says miles; other rows leave the bounds behind.
  assertEquals(range("?by=pace&was=pace+mi&unit=mi&slow=9'00&fast=6'00"), [540, 360, 10, "mi"]);
  assertEquals(range("?by=speed&was=pace&unit=mi&slow=6'30&fast=3'00&step=5"), [5, 14, 0.5, "mi"]);
  // What is refused stays as it was typed.
  const wrong = read("?by=pace&was=pace&unit=mi&slow=abc&fast=3'45&step=5");
  assertEquals([wrong.refused, wrong.problems.slow?.code], [{ slow: "abc" }, "pace"]);
  assertEquals(wrong.state.fastest, 360);
});

Deno.test("readParameters() takes boxes one by one, and the usual distances for no choice", () => {
  assertEquals(read("?cols=5000&cols=400&cols=21097").state.shown, [400, 5000, 21_097.5]);
  assertEquals(read("?cols=400,123").problems.cols?.code, "choice");
  assertEquals(read("?cols=1609.344,8046.72,16093.44").state.shown, [1609.344, 8046.72, 16_093.44]);
  assertEquals(read("?on=road&on=track").state.surfaces, ["track", "road"]);
  assertEquals(read("?on=moon").problems.on?.code, "choice");
  assertEquals(read("?athletes=1,2&off=2,3").state.hidden, ["2"]);
});

Deno.test("fieldTexts() writes durations as each language does", () => {
  const state = { ...withRows(DEFAULT_STATE, "time", 42_195), step: 300 };
  const { slow, fast, step, over } = fieldTexts(state, "french");
  assertEquals([slow, fast, step, over], ["4h30'00", "2h10'00", "5'00", "marathon"]);
  assertEquals(fieldTexts(state, "english").slow, "4:30:00");
  assertEquals(fieldTexts(withRows(DEFAULT_STATE, "speed", 0), "french").step, "0,5");
});

Deno.test("a list is read whole or refused, but never cut to another", () => {
  // Twenty distances to the millimeter, as the field shows them.
  const custom = Array.from({ length: 20 }, (_, index) => 399_000.001 + index);
  const state = { ...DEFAULT_STATE, custom };
  assertEquals(read(`?${new URLSearchParams({ d: fieldTexts(state, "french").d })}`).state, state);
  const { refused, problems } = read(`?${new URLSearchParams({ d: `7 km${" x".repeat(300)}` })}`);
  assert(refused.d?.endsWith("…"));
  assertEquals(problems.d?.code, "distance");
});

Deno.test("readParameters() takes three kinds of rows, and pace for none", () => {
  assertEquals(["", "pace", "speed", "time"].map((by) => read(`?by=${by}`).state.by), [
    "pace",
    "pace",
    "speed",
    "time",
  ]);
  const { problems, refused } = read("?by=vite");
  assertEquals([problems.by?.code, refused], ["choice", { by: "vite" }]);
});

Deno.test("readChanges() takes what is typed over the table that is there, and leaves the rest", () => {
  const before = { ...DEFAULT_STATE, slowest: 300, custom: [7000], vma: 16 };
  const change = (texts: Parameters<typeof readChanges>[1]) => readChanges(before, texts);
  assertEquals(change({ slow: "4'30" }).state, { ...before, slowest: 270 });
  // An emptied bound leaves the table as it was; an emptied list or VMA is none.
  assertEquals(change({ slow: "", d: "", vma: "" }).state, { ...before, custom: [], vma: null });
  // What is refused leaves its part alone.
  const half = change({ slow: "abc", step: "10" });
  assertEquals([half.state, half.refused], [{ ...before, step: 10 }, { slow: "abc" }]);
  // Bounds are read together: neither is wrong beside the other that is being typed.
  assertEquals(change({ slow: "2:30" }).problems.slow?.code, "order");
  assertEquals(change({ slow: "2:30" }).state, before);
  assertEquals(change({ slow: "2:30", fast: "2:00" }).problems, {});
  // More rows than a page shows are none of the table's.
  const long = change({ slow: "29:00", fast: "1:00", step: "0.5", vma: "17" });
  assertEquals([long.problems.step?.code, long.state.step], ["rows", 5]);
});
