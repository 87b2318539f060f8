import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { Analysis } from "@mypacer/shared/contract/analysis.ts";
import { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { oppose } from "@mypacer/shared/database/opposition.ts";
import { fillDirectory, OPPOSITION_KEY, type TestApp } from "../test_app.ts";
import { withAthlete } from "../test_athlete.ts";
import { type RecordRow, recordsPage } from "../testdata/records_page.ts";

const HERS: RecordRow[] = [
  ["800m", "2'08''00", "4 Mai 2026", "Ville test"],
  ["1 500m", "4'30''00", "4 Mai 2026", "Ville test"],
  ["5 Km Route", "17'00''", "4 Mai 2026", "Ville test"],
  ["10 Km Route", "35'30''", "4 Mai 2020", "Ville test"],
  ["1/2 Marathon", "1h18'30''", "4 Mai 2026", "Ville test"],
  ["Marathon", "2h48'00''", "4 Mai 2026", "Ville test"],
  ["Longueur", "5m12", "4 Mai 2026", "Ville test"],
];
const HIS: RecordRow[] = [
  ["1 500m", "4'25''00", "4 Mai 2026", "Ville test"],
  ["5 Km Route", "16'55''", "4 Mai 2026", "Ville test"],
  ["10 Km Route", "35'50''", "4 Mai 2026", "Ville test"],
  ["1/2 Marathon", "1h20'00''", "4 Mai 2026", "Ville test"],
];
const HER_ANALYSIS = "/athletes/7000001/analysis";
const COMPARE = "/compare?athletes=7000001,7000002";

/** A woman of 1994 and a man of 1981, both with records. */
async function withTwo(bornLast = 1981): Promise<TestApp> {
  const app = await withAthlete();
  await fillDirectory(app.sql, {
    athletes: [{ ffaId: "7000002", name: "DURAND Paul", birthYear: bornLast, sex: "M" }],
  });
  app.federation.answer = (request) =>
    new Response(
      new URL(request.url).pathname.includes("7000001")
        ? recordsPage({ rows: HERS })
        : recordsPage({ name: "Paul DURAND", born: String(bornLast), rows: HIS }),
    );
  return app;
}

async function analysisOf(app: TestApp, path = HER_ANALYSIS): Promise<Analysis> {
  const response = await app.fetch(path);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return Analysis.parse(body);
}

async function comparisonOf(app: TestApp, path = COMPARE): Promise<Comparison> {
  const response = await app.fetch(path);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return Comparison.parse(body);
}

async function refusalOf(app: TestApp, path: string): Promise<[number, string, string?]> {
  const response = await app.fetch(path);
  const { type, errors } = await response.json();
  return [response.status, type, ...errors === undefined ? [] : [errors[0].parameter]] as [
    number,
    string,
    string?,
  ];
}

Deno.test("GET /athletes/{ffaId}/analysis tells what the records say, and what that rests on", async () => {
  await using app = await withTwo();
  const analysis = await analysisOf(app);
  assertEquals([analysis.source, analysis.age_seconds, analysis.minor], ["live", 0, false]);
  assertEquals(analysis.athlete.birth_year, 1994);
  assert(analysis.curve.valid && analysis.vma.valid && analysis.critical_speed.valid);
  assertEquals(analysis.curve.exponent, 1.081697);
  assertEquals(analysis.curve.rests_on.map(({ event }) => event), [
    "1 500m",
    "5 Km Route",
    "10 Km Route",
    "1/2 Marathon",
    "Marathon",
  ]);
  const { on_curve: onCurve, by_index: byIndex } = analysis.strengths;
  assert(onCurve.valid && byIndex.valid);
  assertEquals(
    [onCurve.weakest.record.event, byIndex.weakest.record.event, byIndex.type],
    ["5 Km Route", "Marathon", "speed"],
  );
  const [first] = analysis.records;
  assertEquals(first?.record, {
    discipline: "track",
    event: "800m",
    distance: 800,
    time: 12_800,
    date: "2026-05-04",
  });
  assertEquals(first?.index.valid && first.index.extended, "effort-too-short");
  const fifteen = analysis.predictions.find(({ distance }) => distance === 15_000);
  assert(fifteen?.personal.valid && fifteen.riegel.valid);
  assertEquals([fifteen.from?.event, fifteen.record], ["1/2 Marathon", null]);
  const { fastest, slowest, time, extended } = fifteen.personal;
  assert(fastest < time && time < slowest);
  assertEquals(extended, null);
  assertAlmostEquals(fifteen.riegel.time / 100, 4710 * (15_000 / 21_097.5) ** 1.06, 0.01);
});

Deno.test("GET /athletes/{ffaId}/analysis leaves out records that are too old", async () => {
  await using app = await withTwo();
  const { left_out: leftOut, max_age: maxAge } = await analysisOf(app, `${HER_ANALYSIS}?max_age=3`);
  assertEquals([maxAge, leftOut.map(({ record, reason }) => [record.event, reason])], [
    3,
    [["10 Km Route", "too-old"]],
  ]);
});

Deno.test("GET /athletes/{ffaId}/analysis and /compare have an entity tag of their content", async () => {
  await using app = await withTwo();
  for (const path of [HER_ANALYSIS, COMPARE, "/athletes/7000001/records"]) {
    const first = await app.fetch(path);
    await first.body?.cancel();
    const etag = first.headers.get("etag") ?? "";
    // Other age, other source, same content.
    app.clock.ahead += 5000;
    const same = await app.fetch(path, { headers: { "if-none-match": etag } });
    assertEquals([same.status, same.headers.get("etag")], [304, etag], path);
  }
  const all = await app.fetch(HER_ANALYSIS);
  const recent = await app.fetch(`${HER_ANALYSIS}?max_age=3`);
  assert(all.headers.get("etag") !== recent.headers.get("etag"));
  await all.body?.cancel();
  await recent.body?.cancel();
});

Deno.test("GET /compare shows common distances, gaps, and where the lead changes", async () => {
  await using app = await withTwo();
  const { common, pairs, athletes } = await comparisonOf(app);
  assertEquals(athletes.map(({ athlete, minor }) => [athlete.ffa_id, minor]), [
    ["7000001", false],
    ["7000002", false],
  ]);
  assertEquals(
    common.map(({ distance, discipline, marks }) => [
      distance,
      discipline,
      ...marks.map(({ time }) => time),
    ]),
    [
      [1500, "track", 27_000, 26_500],
      [5000, "road", 102_000, 101_500],
      [10_000, "road", 213_000, 215_000],
      [21_097.5, "road", 471_000, 480_000],
    ],
  );
  assert(pairs.valid);
  const [pair, ...others] = pairs.pairs;
  assertEquals([pair?.first, pair?.second, others], ["7000001", "7000002", []]);
  assertEquals(pair?.gaps[0], { seconds: 5, seconds_per_km: 3.33, percent: 1.869 });
  assertEquals(pair?.gaps[2], { seconds: -20, seconds_per_km: -2, percent: -0.935 });
  const [crossover, ...more] = pair?.crossovers ?? [];
  assertEquals([crossover?.faster_before, crossover?.faster_after, more], [
    "7000002",
    "7000001",
    [],
  ]);
  assert(crossover !== undefined && crossover.distance > 5000 && crossover.distance < 10_000);
});

Deno.test("GET /compare is antisymmetric, and compares by age grade when asked", async () => {
  await using app = await withTwo();
  const gapsOf = async (path: string) => {
    const { pairs } = await comparisonOf(app, path);
    assert(pairs.valid);
    return pairs.pairs[0]?.gaps.map(({ seconds }) => seconds) ?? [];
  };
  const there = await gapsOf(COMPARE);
  const back = await gapsOf("/compare?athletes=7000002,7000001");
  assertEquals(back, there.map((seconds) => -seconds));
  const graded = await comparisonOf(app, `${COMPARE}&by=age_grade`);
  // The road's factor of a man of 45 over 10 km.
  assertEquals(graded.common.at(-2)?.marks[1]?.time, Math.round(215_000 * 0.9261));
});

Deno.test("minors get no model, no scale and no ranking", async () => {
  await using app = await withTwo(2010);
  const { minor, records, strengths, predictions, vma, curve, critical_speed: criticalSpeed } =
    await analysisOf(app, "/athletes/7000002/analysis");
  assertEquals([minor, predictions], [true, []]);
  const withheld = [
    vma,
    curve,
    criticalSpeed,
    strengths.on_curve,
    strengths.by_index,
    ...records.flatMap(({ index, age_grade: grade, points }) => [index, grade, points]),
  ];
  for (const answer of withheld) assertEquals(answer.valid || answer.reason, "minor");
  const { pairs, common } = await comparisonOf(app);
  assertEquals([pairs.valid || pairs.reason, common.length], ["minor", 4]);
});

Deno.test("the analysis routes refuse what is no question, and who is not there", async () => {
  await using app = await withTwo();
  const invalid = "/problems/invalid-parameter";
  const refusals: [path: string, refusal: [number, string, string?]][] = [
    [`${HER_ANALYSIS}?max_age=0`, [400, invalid, "max_age"]],
    [`${HER_ANALYSIS}?age=3`, [400, invalid, "age"]],
    ["/athletes/abc/analysis", [400, invalid, "ffaId"]],
    ["/athletes/7999999/analysis", [404, "/problems/not-found"]],
    ["/compare", [400, invalid, "athletes"]],
    ["/compare?athletes=7000001", [400, invalid, "athletes"]],
    ["/compare?athletes=7000001,7000001", [400, invalid, "athletes"]],
    ["/compare?athletes=1,2,3,4,5,6,7,8,9", [400, invalid, "athletes"]],
    ["/compare?athletes=7000001,x", [400, invalid, "athletes.1"]],
    [`${COMPARE}&by=beauty`, [400, invalid, "by"]],
    ["/compare?athletes=7000001,7999999", [404, "/problems/not-found"]],
  ];
  for (const [path, refusal] of refusals) assertEquals(await refusalOf(app, path), refusal, path);
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  for (const path of [HER_ANALYSIS, COMPARE]) {
    assertEquals(await refusalOf(app, path), [404, "/problems/not-found"]);
  }
});
