import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Comparison, type Pair } from "@mypacer/shared/contract/comparison.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { type RecordRow, recordsPage } from "../../simulator/testing/written_pages.ts";

const [ZOE, PAUL, LEA, NOBODY, TEEN] = ["7000001", "7000002", "7000003", "7000004", "7000005"];

interface Person {
  ffaId: string;
  name: string;
  birthYear: number;
  sex: "M" | "F";
  rows: readonly (readonly [event: string, mark: string])[];
}

/** The first two share 800 m and 5 km, the third shares one other distance with each of them. */
const PEOPLE: readonly Person[] = [
  {
    ffaId: ZOE,
    name: "TESTARD Zoé",
    birthYear: 1994,
    sex: "F",
    rows: [["800m", "2'08''00"], ["5 Km Route", "17'00''"], ["Marathon", "2h48'00''"]],
  },
  {
    ffaId: PAUL,
    name: "DURAND Paul",
    birthYear: 1981,
    sex: "M",
    rows: [["800m", "2'05''00"], ["5 Km Route", "17'40''"], ["10 Km Route", "36'40''"]],
  },
  {
    ffaId: LEA,
    name: "EXEMPLE Léa",
    birthYear: 1999,
    sex: "F",
    rows: [["10 Km Route", "35'50''"], ["Marathon", "2h50'00''"], ["Longueur", "5m12"]],
  },
  { ffaId: NOBODY, name: "MODELE Max", birthYear: 1990, sex: "M", rows: [] },
  {
    ffaId: TEEN,
    name: "JEUNE Lou",
    birthYear: new Date().getFullYear() - 17,
    sex: "F",
    rows: [["5 Km Route", "16'30''"], ["10 Km Route", "34'00''"]],
  },
];

/**
 * An application whose directory has these people, of whom the federation publishes these records.
 */
async function withPeople(): Promise<TestApp> {
  const app = await createTestApp();
  await fillDirectory(app.sql, { athletes: PEOPLE.map(({ rows: _, ...person }) => person) });
  app.federation.answer = ({ url }) => {
    const person = PEOPLE.find(({ ffaId }) => new URL(url).pathname.includes(ffaId));
    if (person === undefined) return new Response("not here", { status: 404 });
    const rows = person.rows.map(([event, mark]): RecordRow => [event, mark, "4 Mai 2026", "Ici"]);
    const name = person.name.split(" ").reverse().join(" ");
    return new Response(recordsPage({ name, born: String(person.birthYear), rows }));
  };
  return app;
}

async function comparisonOf(app: TestApp, athletes: string[], more = ""): Promise<Comparison> {
  const response = await app.fetch(`/compare?athletes=${athletes}${more}`);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return Comparison.parse(body);
}

function pairOf({ pairs }: Comparison, first: string, second: string): Pair {
  const pair = pairs.find((pair) => pair.first === first && pair.second === second);
  assert(pair, `no pair ${first}, ${second}`);
  return pair;
}

const linesOf = ({ lines }: Pair) =>
  lines.map(({ distance, discipline, first, second }) => [
    distance,
    discipline,
    first.time,
    second.time,
  ]);

Deno.test("GET /compare compares each pair over its own distances", async () => {
  await using app = await withPeople();
  const comparison = await comparisonOf(app, [ZOE, PAUL, LEA]);
  const [one, other, last] = [
    pairOf(comparison, ZOE, PAUL),
    pairOf(comparison, ZOE, LEA),
    pairOf(comparison, PAUL, LEA),
  ];
  assertEquals(comparison.pairs.length, 3);
  assertEquals(linesOf(one), [[800, "track", 12_800, 12_500], [5000, "road", 102_000, 106_000]]);
  assertEquals(linesOf(other), [[42_195, "road", 1_008_000, 1_020_000]]);
  assertEquals(linesOf(last), [[10_000, "road", 220_000, 215_000]]);
  assert(one.lead.valid && other.lead.valid && last.lead.valid);
  assertEquals([one.lead.ahead, other.lead.ahead, last.lead.ahead], [PAUL, ZOE, LEA]);
  assertEquals(one.lead.gaps, [
    { seconds: 3, seconds_per_km: 3.75, percent: 2.372 },
    { seconds: -40, seconds_per_km: -8, percent: -3.846 },
  ]);
  // The logarithms of both ratios, 0.0237 and −0.0385, are 0 after 38.1 % of the way from 800 m to
  // 5 km.
  assertEquals(one.lead.crossovers, [{ distance: 1609, faster_before: PAUL, faster_after: ZOE }]);
  assertEquals(other.lead.crossovers, []);
});

Deno.test("GET /compare says the same of two athletes with a third", async () => {
  await using app = await withPeople();
  const { pairs: [alone] } = await comparisonOf(app, [ZOE, PAUL]);
  for (const athletes of [[ZOE, PAUL, LEA], [LEA, ZOE, TEEN, PAUL], [NOBODY, ZOE, PAUL]]) {
    assertEquals(pairOf(await comparisonOf(app, athletes), ZOE, PAUL), alone);
  }
});

Deno.test("GET /compare gives the opposite when asked the other way round", async () => {
  await using app = await withPeople();
  const there = pairOf(await comparisonOf(app, [ZOE, PAUL]), ZOE, PAUL);
  const back = pairOf(await comparisonOf(app, [PAUL, ZOE]), PAUL, ZOE);
  assert(there.lead.valid && back.lead.valid);
  assertEquals(back.lead.gaps.map(({ seconds }) => seconds), [-3, 40]);
  assertEquals([back.lead.ahead, back.lead.crossovers], [there.lead.ahead, there.lead.crossovers]);
});

Deno.test("GET /compare ranks everybody over each distance that two have run", async () => {
  await using app = await withPeople();
  const { rankings } = await comparisonOf(app, [ZOE, PAUL, LEA]);
  assertEquals(
    rankings.map(({ distance, discipline, runs }) => [
      distance,
      discipline,
      runs.map(({ ffa_id, time, place, behind }) => [ffa_id, time, place, behind]),
    ]),
    [
      [800, "track", [[ZOE, 12_800, 2, 3], [PAUL, 12_500, 1, 0]]],
      [5000, "road", [[ZOE, 102_000, 1, 0], [PAUL, 106_000, 2, 40]]],
      [10_000, "road", [[PAUL, 220_000, 2, 50], [LEA, 215_000, 1, 0]]],
      [42_195, "road", [[ZOE, 1_008_000, 1, 0], [LEA, 1_020_000, 2, 120]]],
    ],
  );
});

Deno.test("GET /compare by age grade compares and gives what the times are worth", async () => {
  await using app = await withPeople();
  const { athletes, pairs: [pair] } = await comparisonOf(app, [PAUL, LEA], "&by=age_grade");
  // A man of 45 over 10 km on the road: 36'40" by 0.9261; a woman of 27 is graded by 1.
  const graded = athletes.map(({ runs }) =>
    runs.filter(({ record }) => record.distance === 10_000)
      .map(({ record, time }) => [record.time, time])
  );
  assertEquals(graded, [[[220_000, 203_742]], [[215_000, 215_000]]]);
  assert(pair?.lead.valid);
  // As run she leads by 50 s.
  assertEquals([pair.lead.ahead, pair.lead.gaps[0]?.seconds], [PAUL, -112.58]);
});

Deno.test("GET /compare names who has no records, and compares the others", async () => {
  await using app = await withPeople();
  await fillDirectory(app.sql, {
    athletes: [{ ffaId: "7000009", name: "PERDU Jo", birthYear: 1990 }],
  });
  const works = app.federation.answer;
  app.federation.answer = (request) =>
    request.url.includes(LEA) ? new Response("down", { status: 500 }) : works(request);
  const comparison = await comparisonOf(app, [ZOE, LEA, NOBODY, "7000009", PAUL]);
  assertEquals(
    comparison.athletes.map(({ athlete, missing, origin, runs }) => [
      athlete.name,
      missing,
      origin?.source ?? null,
      runs.length,
    ]),
    [
      ["TESTARD Zoé", null, "live", 3],
      ["EXEMPLE Léa", "federation-unavailable", null, 0],
      ["MODELE Max", null, "live", 0],
      ["PERDU Jo", "unknown-athlete", null, 0],
      ["DURAND Paul", null, "live", 3],
    ],
  );
  assertEquals(comparison.pairs.length, 10);
  assertEquals(pairOf(comparison, ZOE, PAUL).lines.length, 2);
  assertEquals(pairOf(comparison, NOBODY, PAUL).lines, []);
  assertEquals(comparison.rankings.map(({ distance }) => distance), [800, 5000]);
});

Deno.test("GET /compare of one athlete gives the runs alone", async () => {
  await using app = await withPeople();
  const { athletes, pairs, rankings } = await comparisonOf(app, [LEA]);
  // A jump is no run.
  assertEquals(athletes[0]?.runs.map(({ record }) => record.event), ["10 Km Route", "Marathon"]);
  assertEquals([pairs, rankings], [[], []]);
});

Deno.test("GET /compare ranks no minors, nor a pair with one, and goes on with the others", async () => {
  await using app = await withPeople();
  const comparison = await comparisonOf(app, [TEEN, ZOE, PAUL]);
  assertEquals(comparison.athletes.map(({ minor }) => minor), [true, false, false]);
  const { lead, lines } = pairOf(comparison, TEEN, ZOE);
  assertEquals([lead.valid || lead.reason, lines.length], ["minor", 1]);
  assert(pairOf(comparison, ZOE, PAUL).lead.valid);
  assertEquals(
    comparison.rankings.map(({ distance, runs }) => [distance, ...runs.map(({ place }) => place)]),
    [[800, 2, 1], [5000, null, 1, 2], [10_000, null, null]],
  );
  const graded = await comparisonOf(app, [TEEN, ZOE, PAUL], "&by=age_grade");
  assertEquals(graded.athletes.map(({ runs }) => runs.length), [0, 3, 3]);
});

Deno.test("GET /compare leaves out records that are too old", async () => {
  await using app = await withPeople();
  app.clock.ahead = 3 * 366 * 86_400_000;
  const { pairs: [pair], max_age: maxAge } = await comparisonOf(app, [ZOE, PAUL], "&max_age=2");
  assertEquals([maxAge, pair?.lines], [2, []]);
});

Deno.test("GET /compare has an entity tag of its content", async () => {
  await using app = await withPeople();
  const path = `/compare?athletes=${[ZOE, PAUL]}`;
  const first = await app.fetch(path);
  await first.body?.cancel();
  const etag = first.headers.get("etag") ?? "";
  assertEquals(first.headers.get("cache-control"), "private, max-age=60");
  // Other age, other source, same content.
  app.clock.ahead += 5000;
  const same = await app.fetch(path, { headers: { "if-none-match": etag } });
  assertEquals([same.status, same.headers.get("etag")], [304, etag]);
});

Deno.test("GET /compare refuses what is no question, and who is not there", async () => {
  await using app = await withPeople();
  const invalid = "/problems/invalid-parameter";
  const refusals: [query: string, refusal: [number, string, string?]][] = [
    ["", [400, invalid, "athletes"]],
    ["?athletes=", [400, invalid, "athletes.0"]],
    [`?athletes=${ZOE},${ZOE}`, [400, invalid, "athletes"]],
    ["?athletes=1,2,3,4,5,6,7,8,9", [400, invalid, "athletes"]],
    [`?athletes=${ZOE},x`, [400, invalid, "athletes.1"]],
    [`?athletes=${ZOE},${PAUL}&by=beauty`, [400, invalid, "by"]],
    [`?athletes=${ZOE},7999999`, [404, "/problems/not-found"]],
  ];
  const refusalOf = async (query: string) => {
    const response = await app.fetch(`/compare${query}`);
    const { type, errors } = await response.json();
    return [response.status, type, ...errors === undefined ? [] : [errors[0].parameter]];
  };
  for (const [query, refusal] of refusals) assertEquals(await refusalOf(query), refusal, query);
  await oppose(app.sql, ZOE, { channel: "email", key: OPPOSITION_KEY });
  assertEquals(await refusalOf(`?athletes=${ZOE},${PAUL}`), [404, "/problems/not-found"]);
});

Deno.test("GET /compare answers whatever it is asked", async () => {
  await using app = await withPeople();
  const id = fc.oneof(
    fc.constantFrom(ZOE, PAUL, LEA, NOBODY, TEEN),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.stringMatching(/^\d{1,15}$/),
  );
  const query = fc.record({
    athletes: fc.array(id, { maxLength: 10 }).map((ids) => ids.join(",")),
    by: fc.constantFrom("time", "age_grade", "", "x"),
    max_age: fc.constantFrom("1", "50", "51", "", "x"),
  }, { requiredKeys: ["athletes"] });
  await fc.assert(
    fc.asyncProperty(query, async (query) => {
      const response = await app.fetch(`/compare?${new URLSearchParams(query)}`);
      await response.body?.cancel();
      assert(response.status < 500, `${response.status}`);
    }),
    { numRuns: 300 },
  );
});
