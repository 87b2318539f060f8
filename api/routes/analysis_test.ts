import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { Analysis } from "@mypacer/shared/contract/analysis.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import type { TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { withAthlete } from "../testing/test_athlete.ts";
import { type RecordRow, recordsPage } from "../../simulator/testing/written_pages.ts";

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

Deno.test("GET /athletes/{ffaId}/analysis has an entity tag of its content", async () => {
  await using app = await withTwo();
  for (const path of [HER_ANALYSIS, "/athletes/7000001/records"]) {
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
});

Deno.test("GET /athletes/{ffaId}/analysis refuses what is no question, and who is not there", async () => {
  await using app = await withTwo();
  const invalid = "/problems/invalid-parameter";
  const refusals: [path: string, refusal: [number, string, string?]][] = [
    [`${HER_ANALYSIS}?max_age=0`, [400, invalid, "max_age"]],
    [`${HER_ANALYSIS}?age=3`, [400, invalid, "age"]],
    ["/athletes/abc/analysis", [400, invalid, "ffaId"]],
    ["/athletes/7999999/analysis", [404, "/problems/not-found"]],
  ];
  for (const [path, refusal] of refusals) assertEquals(await refusalOf(app, path), refusal, path);
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  assertEquals(await refusalOf(app, HER_ANALYSIS), [404, "/problems/not-found"]);
});
