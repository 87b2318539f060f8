import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { analyzeAthlete, type Runner } from "./athlete_analysis.ts";
import { findEvent } from "../results/discipline.ts";
import type { DatedRecord } from "../results/run_record.ts";

const TODAY = { today: "2026-11-28", maxAge: null };
const RUNNER: Runner = { sex: "M", birthYear: 1981, birthYearMax: 1981 };

function record(label: string, seconds: number, date: string | null = "2026-05-01"): DatedRecord {
  const event = findEvent(label);
  if (event === null) throw new TypeError(`Cannot make a record of "${label}": no such event`);
  return { ...event, event: label, unit: "hundredths", mark: Math.round(seconds * 100), date };
}

/** A runner whose index blames the marathon and whose own curve blames the 5 km. */
const RECORDS = [
  record("800m", 128),
  record("1 500m", 270),
  record("5 Km Route", 1020),
  record("10 Km Route", 2130),
  record("1/2 Marathon", 4710),
  record("Marathon", 10_080),
];

Deno.test("analyzeAthlete() tells the weakest record in both senses, with the time that aligns it", () => {
  const { strengths } = analyzeAthlete(RECORDS, RUNNER, TODAY);
  assert(strengths.onCurve.valid && strengths.byIndex.valid);
  const { weakest } = strengths.onCurve;
  assertEquals(weakest.record.event, "5 Km Route");
  assertAlmostEquals(weakest.value, 0.016957, 5e-7);
  assertAlmostEquals(weakest.alignedTime ?? NaN, 1020 / 1.016957, 5e-4);
  assertEquals(strengths.onCurve.strongest.record.event, "1/2 Marathon");
  assertEquals(strengths.byIndex.weakest.record.event, "Marathon");
  assertEquals(strengths.byIndex.strongest.record.event, "1 500m");
  assertEquals(strengths.byIndex.type, "speed");
  // The mean index of the four others, 60.23, is worth less than 2h43'30" over the marathon.
  const aligned = strengths.byIndex.weakest.alignedTime ?? NaN;
  assert(aligned < 9810 && aligned > 9720, String(aligned));
});

Deno.test("analyzeAthlete() says what VMA, curve and critical speed rest on", () => {
  const { vma, curve, criticalSpeed } = analyzeAthlete(RECORDS, RUNNER, TODAY);
  assert(vma.valid && curve.valid && criticalSpeed.valid);
  const events = (runs: readonly { event: string }[]) => runs.map(({ event }) => event);
  assertEquals(events(vma.restsOn), ["5 Km Route", "10 Km Route", "1/2 Marathon", "Marathon"]);
  assertEquals(events(curve.restsOn), [
    "1 500m",
    "5 Km Route",
    "10 Km Route",
    "1/2 Marathon",
    "Marathon",
  ]);
  assertEquals(events(criticalSpeed.restsOn), ["800m", "1 500m", "5 Km Route"]);
});

Deno.test("analyzeAthlete() predicts each usual distance, beside the record where there is one", () => {
  const { predictions } = analyzeAthlete(RECORDS, RUNNER, TODAY);
  assertEquals(
    predictions.map(({ distance, record, from }) => [distance, record?.event, from?.event]),
    [
      [1000, undefined, "1 500m"],
      [1500, "1 500m", "5 Km Route"],
      [1609.344, undefined, "1 500m"],
      [2000, undefined, "1 500m"],
      [3000, undefined, "5 Km Route"],
      [5000, "5 Km Route", "10 Km Route"],
      [10_000, "10 Km Route", "5 Km Route"],
      [15_000, undefined, "1/2 Marathon"],
      [20_000, undefined, "1/2 Marathon"],
      [21_097.5, "1/2 Marathon", "Marathon"],
      [25_000, undefined, "1/2 Marathon"],
      [30_000, undefined, "Marathon"],
      [42_195, "Marathon", "1/2 Marathon"],
    ],
  );
  const over = (meters: number) => predictions.find(({ distance }) => distance === meters);
  const kilometer = over(1000);
  assertEquals(
    [kilometer?.personal, kilometer?.riegel, kilometer?.danielsGilbert, kilometer?.cameron]
      .map((answer) => answer?.valid && answer.extended),
    ["effort-too-short", "effort-too-short", "effort-too-short", "distance-out-of-range"],
  );
  const fifteen = over(15_000);
  assert(fifteen?.personal.valid && fifteen.peronnetThibault.valid && fifteen.danielsGilbert.valid);
  const { time, fastest, slowest } = fifteen.personal;
  assert(fastest < time && time < slowest);
  assertEquals(
    fifteen.criticalSpeed.valid && fifteen.criticalSpeed.extended,
    "effort-too-long",
  );
  for (const other of [fifteen.peronnetThibault, fifteen.danielsGilbert]) {
    assertAlmostEquals(other.time / time, 1, 0.02);
  }
  // Without the marathon itself, whose 2h48'00" is weak beside the others: 4710 s·2^1.06.
  const marathon = over(42_195)?.riegel;
  assert(marathon?.valid);
  assertAlmostEquals(marathon.time, 4710 * 2 ** 1.06, 1e-6);
});

Deno.test("analyzeAthlete() grades and scores each record at the age of its race", () => {
  const { records } = analyzeAthlete([record("10 Km Route", 2280)], RUNNER, TODAY);
  const [scored] = records;
  assert(scored?.ageGrade.valid && scored.points.valid && scored.index.valid);
  assertEquals(scored.ageGrade.age, 45);
  assertAlmostEquals(scored.ageGrade.percent, 75.02, 0.005);
  assertEquals(scored.residual.valid || scored.residual.reason, "too-few-records");
});

Deno.test("analyzeAthlete() leaves out what is too old or undated when an age is chosen", () => {
  const records = [
    record("5 Km Route", 1020, "2024-11-28"),
    record("10 Km Route", 2130, "2024-11-27"),
    record("1/2 Marathon", 4710, null),
    record("Marathon", 10_080, "2026-04-12"),
  ];
  const { leftOut, curve, predictions } = analyzeAthlete(records, RUNNER, { ...TODAY, maxAge: 2 });
  assertEquals(leftOut.map(({ record, reason }) => [record.event, reason]), [
    ["10 Km Route", "too-old"],
    ["1/2 Marathon", "too-old"],
  ]);
  assert(curve.valid && curve.count === 2);
  assert(predictions.some(({ distance }) => distance === 10_000));
});

Deno.test("analyzeAthlete() flags an anomaly, and rests on the others", () => {
  const wrong = RECORDS.map((each) =>
    each.event === "10 Km Route" ? { ...each, mark: 150_000 } : each
  );
  const { anomalies, leftOut, curve, predictions } = analyzeAthlete(wrong, RUNNER, TODAY);
  assertEquals(anomalies.map(({ record }) => record.event), ["10 Km Route"]);
  assertEquals(leftOut.map(({ record, reason }) => [record.event, reason]), [[
    "10 Km Route",
    "anomaly",
  ]]);
  assert(curve.valid && curve.restsOn.every(({ event }) => event !== "10 Km Route"));
  const missing = predictions.find(({ distance }) => distance === 10_000)?.personal;
  assert(missing?.valid);
  assertAlmostEquals(missing.time, 2123, 5);
});

Deno.test("analyzeAthlete() judges no minors, and takes for one of whom nothing is known", () => {
  for (
    const runner of [
      { sex: "F", birthYear: 2008, birthYearMax: 2008 },
      { sex: "F", birthYear: null, birthYearMax: 2009 },
      { sex: null, birthYear: null, birthYearMax: null },
    ] as const
  ) {
    const { minor, strengths, records, predictions, vma, curve, criticalSpeed } = analyzeAthlete(
      RECORDS,
      runner,
      TODAY,
    );
    assertEquals([minor, predictions], [true, []]);
    const withheld = [
      vma,
      curve,
      criticalSpeed,
      strengths.onCurve,
      strengths.byIndex,
      ...records.flatMap(({ index, residual, ageGrade, points }) => [
        index,
        residual,
        ageGrade,
        points,
      ]),
    ];
    for (const answer of withheld) assertEquals(answer.valid || answer.reason, "minor");
  }
});

Deno.test("analyzeAthlete() says why it says nothing of somebody without runs", () => {
  const analysis = analyzeAthlete([], RUNNER, TODAY);
  assertEquals([analysis.records, analysis.leftOut, analysis.anomalies], [[], [], []]);
  const { vma, curve, criticalSpeed, strengths } = analysis;
  for (const answer of [vma, curve, criticalSpeed, strengths.onCurve, strengths.byIndex]) {
    assertEquals(answer.valid || answer.reason, "too-few-records");
  }
  assertEquals(analysis.predictions.length, 13);
  for (const { from, personal, riegel } of analysis.predictions) {
    assertEquals([from, personal.valid, riegel.valid], [null, false, false]);
  }
});
