import { assertEquals } from "@std/assert";
import { createTestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";
import { recordsPage } from "../../simulator/testing/written_pages.ts";

/** Paces and distances of a small table, with the answer worked out by hand. */
const SMALL = { min_pace: 300, max_pace: 240, increment: 30, distances: [400, 1609.34, 21097] };
const SMALL_TEXT = '[{"pace":300,"speed":12,"400":120,"1609.34":482.8,"21097":6329.1},' +
  '{"pace":270,"speed":13.33,"400":108,"1609.34":434.52,"21097":5696.19},' +
  '{"pace":240,"speed":15,"400":96,"1609.34":386.24,"21097":5063.28}]';

const post = (body: string, headers: HeadersInit = { "content-type": "application/json" }) => ({
  method: "POST",
  body,
  headers,
});

Deno.test("POST /generate_table answers the original's bytes", async () => {
  await using app = await createTestApp();
  const response = await app.fetch("/generate_table", post(JSON.stringify(SMALL)));
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(await response.text(), SMALL_TEXT);
  const again = await app.fetch("/generate_table", post(JSON.stringify(SMALL)));
  assertEquals(await again.text(), SMALL_TEXT);
});

Deno.test("POST /generate_table without distances has the original's 16 keys", async () => {
  await using app = await createTestApp();
  for (const distances of [undefined, null]) {
    const body = JSON.stringify({ min_pace: 360, max_pace: 120, increment: 1, distances });
    const response = await app.fetch("/generate_table", post(body));
    const text = await response.text();
    const rows: Record<string, number>[] = JSON.parse(text);
    assertEquals(rows.length, 241);
    assertEquals(rows[0]?.["pace"], 360);
    assertEquals(rows[240]?.["pace"], 120);
    assertEquals(
      text.slice(2, text.indexOf("}")).split(",").map((field) => field.split(":")[0]),
      '"pace" "speed" "100" "200" "300" "400" "500" "600" "800" "1000" "1500" "1609.34" "3000" "5000" "10000" "20000" "21097" "42195"'
        .split(" "),
    );
  }
});

Deno.test("POST /generate_table takes numbers written as texts and unknown fields, as the original", async () => {
  await using app = await createTestApp();
  const body = { ...SMALL, min_pace: "300", distances: ["400", 1609.34, "21097"], more: true };
  const response = await app.fetch("/generate_table", post(JSON.stringify(body)));
  assertEquals(await response.text(), SMALL_TEXT);
});

Deno.test("POST /generate_table refuses a fastest pace slower than the slowest in the original's words", async () => {
  await using app = await createTestApp();
  const body = JSON.stringify({ min_pace: 200, max_pace: 300, increment: 5 });
  const response = await app.fetch("/generate_table", post(body));
  assertEquals(response.status, 400);
  assertEquals(
    await response.text(),
    '{"detail":"Minimum pace must be more than maximum pace."}',
  );
});

Deno.test("POST /generate_table refuses what is malformed with loc, msg and type", async () => {
  await using app = await createTestApp();
  const refusals: [body: string, loc: unknown[], type: string][] = [
    ['{"max_pace":120,"increment":1}', ["body", "min_pace"], "missing"],
    ['{"min_pace":0,"max_pace":120,"increment":1}', ["body", "min_pace"], "greater_than"],
    ['{"min_pace":-5,"max_pace":120,"increment":1}', ["body", "min_pace"], "greater_than"],
    ['{"min_pace":1e9,"max_pace":120,"increment":1}', ["body", "min_pace"], "less_than_equal"],
    ['{"min_pace":NaN,"max_pace":120,"increment":1}', ["body", "min_pace"], "float_parsing"],
    ['{"min_pace":"x","max_pace":120,"increment":1}', ["body", "min_pace"], "float_parsing"],
    ['{"min_pace":[1],"max_pace":120,"increment":1}', ["body", "min_pace"], "float_type"],
    ['{"min_pace":360,"max_pace":120,"increment":0}', ["body", "increment"], "greater_than"],
    ['{"min_pace":360,"max_pace":120,"increment":-1}', ["body", "increment"], "greater_than"],
    ['{"min_pace":360,"max_pace":120,"increment":1e-6}', ["body", "increment"], "value_error"],
    [table('["x"]'), ["body", "distances", 0], "float_parsing"],
    [table("[NaN]"), ["body", "distances", 0], "float_parsing"],
    [table("[100,-1000]"), ["body", "distances", 1], "greater_than"],
    [table("[]"), ["body", "distances"], "too_short"],
    [table('"100"'), ["body", "distances"], "list_type"],
    [table(JSON.stringify(Array.from({ length: 5000 }, (_, i) => i + 1))), [
      "body",
      "increment",
    ], "value_error"],
    ['{"min_pace":360', ["body"], "json_invalid"],
    ["[]", ["body"], "model_attributes_type"],
    ["", ["body"], "json_invalid"],
  ];
  for (const [body, loc, type] of refusals) {
    const response = await app.fetch("/generate_table", post(body));
    const answer = await response.json();
    assertEquals(response.status, 422, body.slice(0, 80));
    assertEquals(response.headers.get("content-type"), "application/json");
    assertEquals(Object.keys(answer), ["detail"]);
    assertEquals(Object.keys(answer.detail[0]), ["loc", "msg", "type"]);
    assertEquals([answer.detail[0].loc, answer.detail[0].type], [loc, type], body.slice(0, 80));
    assertEquals(typeof answer.detail[0].msg, "string");
  }
});

Deno.test("POST /generate_table says which distances it accepts", async () => {
  await using app = await createTestApp();
  const messageOf = async (distances: string) => {
    const { detail } = await (await app.fetch("/generate_table", post(table(distances)))).json();
    return detail[0].msg;
  };
  assertEquals(
    await messageOf('["x"]'),
    "Input should be a number above 0 and up to 1000000, given: x",
  );
  assertEquals(
    await messageOf("[]"),
    "Input should be a list of at least 1 values, each a number above 0 and up to 1000000, given: []",
  );
});

function table(distances: string): string {
  return `{"min_pace":360,"max_pace":120,"increment":1,"distances":${distances}}`;
}

Deno.test("GET /get_athletes and its alias answer the original's fields, without license and birthday", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    athletes: [
      { ffaId: "7000001", name: "TESTARD Zélie", birthYear: 1994, sex: "F" },
      { ffaId: "7000002", name: "TESTARD Ana" },
    ],
  });
  for (const path of ["/get_athletes", "/get_athletes_from_db"]) {
    const response = await app.fetch(`${path}?name=testard+zelie&unknown=ignored`);
    const [first] = await response.json();
    assertEquals(response.status, 200);
    assertEquals(Object.keys(first), [
      "id",
      "ffa_id",
      "name",
      "url",
      "birth_date",
      "license_id",
      "sexe",
      "nationality",
      "score",
    ]);
    const { id, ...rest } = first;
    assertEquals(typeof id, "number");
    assertEquals(rest, {
      ffa_id: "7000001",
      name: "TESTARD Zélie",
      url: `${app.federation.url}/athletes/7000001`,
      birth_date: "1994",
      license_id: null,
      sexe: "F",
      nationality: null,
      score: 1,
    });
  }
});

Deno.test("GET /get_athletes brings the limit to 1–100 and pages by offset", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    athletes: Array.from(
      { length: 6 },
      (_, index) => ({ ffaId: `710000${index}`, name: `TESTARD Ana${"x".repeat(index)}` }),
    ),
  });
  const names = async (query: string) => {
    const response = await app.fetch(`/get_athletes?name=testard${query}`);
    assertEquals(response.status, 200);
    return (await response.json()).map(({ name }: { name: string }) => name);
  };
  const all = await names("");
  assertEquals(all.length, 6);
  assertEquals(await names("&limit=0"), all.slice(0, 1));
  assertEquals(await names("&limit=-3"), all.slice(0, 1));
  assertEquals(await names("&limit=100000000000000000000"), all);
  assertEquals(await names("&limit=2&offset=2"), all.slice(2, 4));
  assertEquals(await names("&offset=9000000000000000000"), []);
});

Deno.test("the original's GET routes refuse with 422, loc, msg and type", async () => {
  await using app = await createTestApp();
  const refusals: [path: string, name: string, type: string][] = [
    ["/get_athletes", "name", "missing"],
    ["/get_athletes?name=", "name", "string_too_short"],
    ["/get_athletes?name=+++", "name", "string_too_short"],
    ["/get_athletes?name=%25", "name", "value_error"],
    ["/get_athletes?name=_", "name", "value_error"],
    ["/get_athletes?name=%00", "name", "value_error"],
    ["/get_athletes?name=a%00b", "name", "value_error"],
    [`/get_athletes?name=${"a".repeat(10_000)}`, "name", "string_too_long"],
    [`/get_athletes?name=${"a+".repeat(5000)}`, "name", "string_too_long"],
    ["/get_athletes?name=a+b+c+d+e+f+g+h+i", "name", "value_error"],
    ["/get_athletes?name=martin&limit=x", "limit", "int_parsing"],
    ["/get_athletes?name=martin&limit=2.5", "limit", "int_parsing"],
    ["/get_athletes?name=martin&limit=", "limit", "int_parsing"],
    ["/get_athletes?name=martin&offset=-1", "offset", "greater_than_equal"],
    ["/get_athletes?name=martin&offset=9223372036854775808", "offset", "less_than"],
    ["/get_athletes?name=martin&offset=99999999999999999999999", "offset", "less_than"],
    ["/get_athlete_records", "ident", "missing"],
    ["/get_athlete_records?ident=abc", "ident", "int_parsing"],
    ["/get_athlete_records?ident=1.5", "ident", "int_parsing"],
    ["/get_athlete_records?ident=0", "ident", "greater_than_equal"],
    ["/get_athlete_records?ident=99999999999999999999", "ident", "less_than"],
  ];
  for (const [path, name, type] of refusals) {
    const response = await app.fetch(path);
    const { detail } = await response.json();
    assertEquals(response.status, 422, path.slice(0, 80));
    assertEquals([detail[0].loc, detail[0].type], [["query", name], type], path.slice(0, 80));
  }
});

Deno.test("GET /get_athlete_records answers best times by distance, whatever the discipline", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }] });
  app.federation.answer = () =>
    new Response(recordsPage({
      rows: [
        ["200m", "28''15 (-2.7)", "4 Mai 2024", "Ville test"],
        ["200m Piste Courte", "27''90", "6 Janv. 2024", "Ville test"],
        ["Mile", "5'12''30", "4 Mai 2024", "Ville test"],
        ["5 000m", "18'58''10", "4 Mai 2024", "Ville test"],
        ["5 Km Route", "18'58''", "4 Mai 2024", "Ville test"],
        ["1/2 Marathon", "1h24'16''", "4 Mai 2024", "Ville test"],
        ["3000m Steeple (76)", "11'40''00", "4 Mai 2024", "Ville test"],
        ["Longueur", "5m12", "4 Mai 2024", "Ville test"],
      ],
    }));
  const [{ id }] = await (await app.fetch("/get_athletes?name=testard")).json();
  const response = await app.fetch(`/get_athlete_records?ident=${id}`);
  assertEquals(response.status, 200);
  assertEquals(await response.json(), {
    "200": 27.9,
    "1609.34": 312.3,
    "5000": 1138,
    "21097": 5056,
  });
});

Deno.test("GET /get_athlete_records answers 404 and 503 as {detail}", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }] });
  for (const ident of ["999999", "9007199254740993"]) {
    const unknown = await app.fetch(`/get_athlete_records?ident=${ident}`);
    assertEquals([unknown.status, await unknown.json()], [404, { detail: "Athlete not found" }]);
  }
  app.federation.answer = () => new Response("overload", { status: 503 });
  const [{ id }] = await (await app.fetch("/get_athletes?name=testard")).json();
  const failed = await app.fetch(`/get_athlete_records?ident=${id}`);
  assertEquals(failed.status, 503);
  assertEquals(Object.keys(await failed.json()), ["detail"]);
});

Deno.test("GET /database_status and the health routes answer the original's shapes", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }],
  });
  const before = await app.fetch("/database_status");
  assertEquals(await before.text(), '{"num_clubs":1,"num_athletes":1,"last_update":null}');
  await app.sql`
    insert into crawl_run (kind, seasons, started_at, finished_at, state)
    values ('full', '{2026}', '2026-11-22T03:00:00Z', '2026-11-22T04:00:00Z', 'finished')
  `;
  app.clock.ahead = 2000;
  const after = await (await app.fetch("/database_status")).json();
  assertEquals(after.last_update, "2026-11-22T04:00:00.000Z");
  const health = await app.fetch("/health");
  assertEquals(await health.text(), '{"status":"healthy","service":"mypacer-api"}');
  const ready = await app.fetch("/health/ready");
  assertEquals(
    await ready.text(),
    '{"status":"ready","service":"mypacer-api","database":"connected","athletes_count":1,"search_engine":"sql"}',
  );
});
