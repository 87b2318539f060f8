import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Problem } from "@mypacer/shared/contract/problem.ts";
import { createTestApp } from "./testing/test_app.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const json = (body: string, type = "application/json") => ({
  method: "POST",
  body,
  headers: { "content-type": type },
});

/** What no answer may hold: traces of the program, of SQL, of the database. */
const TRACES = /\bat \/|\.ts:\d|select |postgres|stack|syntax error/i;

/** Reads an answer that must be a problem. */
async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  assertEquals(response.headers.get("content-type"), "application/problem+json", text);
  assertEquals(response.headers.get("cache-control"), "no-store");
  assert(!TRACES.test(text), text);
  const problem = Problem.parse(JSON.parse(text));
  assertEquals(problem.status, response.status);
  assertEquals(problem.request_id, response.headers.get("x-request-id"));
  return problem;
}

const QUERIES: [path: string, parameter: string][] = [
  // Search.
  ["/athletes", "q"],
  ["/athletes?q=", "q"],
  ["/athletes?q=a", "q"],
  ["/athletes?q=a+b", "q"],
  ["/athletes?q=a+1998", "q"],
  ["/athletes?q=a&club=075999", "q"],
  ["/athletes?q=%20%20%20", "q"],
  ["/athletes?q=%25%25%25", "q"],
  ["/athletes?q=___", "q"],
  ["/athletes?q=%00%00", "q"],
  ["/athletes?q=martin%00", "q"],
  [`/athletes?q=${"a".repeat(10_000)}`, "q"],
  [`/athletes?q=${"jean+".repeat(5000)}`, "q"],
  ["/athletes?q=a+b+c+d+e+f+g+h+i", "q"],
  ["/athletes?q=martin&q=dupont", "q"],
  ["/athletes?q=martin&club=75999", "club"],
  ["/athletes?q=martin&club=", "club"],
  ["/athletes?q=martin&club=%27;drop+table", "club"],
  ["/athletes?q=martin&sex=X", "sex"],
  ["/athletes?q=martin&limit=0", "limit"],
  ["/athletes?q=martin&limit=101", "limit"],
  ["/athletes?q=martin&limit=-1", "limit"],
  ["/athletes?q=martin&limit=1.5", "limit"],
  ["/athletes?q=martin&limit=1e1", "limit"],
  ["/athletes?q=martin&limit=0x10", "limit"],
  ["/athletes?q=martin&limit=NaN", "limit"],
  ["/athletes?q=martin&limit=", "limit"],
  ["/athletes?q=martin&offset=-1", "offset"],
  ["/athletes?q=martin&offset=501", "offset"],
  ["/athletes?q=martin&offset=9223372036854775808", "offset"],
  [`/athletes?q=martin&offset=${"9".repeat(400)}`, "offset"],
  ["/athletes?q=martin&page=2", "page"],
  ["/athletes?q=martin&__proto__=2", "__proto__"],
  ["/athletes?q=martin&constructor=2", "constructor"],
  // One athlete.
  ["/federation/athletes", "q"],
  ["/federation/athletes?q=ab", "q"],
  ["/federation/athletes?q=a+b", "q"],
  ["/federation/athletes?q=1998+075999", "q"],
  ["/federation/athletes?q=le+1998", "q"],
  ["/federation/athletes?q=%25%25%25%25", "q"],
  ["/federation/athletes?q=martin%00", "q"],
  ["/federation/athletes?q=%F0%9F%8F%83%F0%9F%8F%83", "q"],
  [`/federation/athletes?q=${"a".repeat(81)}`, "q"],
  ["/federation/athletes?q=martin&limit=2", "limit"],
  ["/athletes/abc", "ffaId"],
  ["/athletes/1234567890123", "ffaId"],
  ["/athletes/%00", "ffaId"],
  ["/athletes/-1/records", "ffaId"],
  ["/athletes/1%27/records", "ffaId"],
  ["/athletes/1/results?year=1989", "year"],
  ["/athletes/1/results?year=2201", "year"],
  [`/athletes/1/results?year=${new Date().getUTCFullYear() + 2}`, "year"],
  ["/athletes/1/results?year=", "year"],
  ["/athletes/1/results?year=2025.5", "year"],
  ["/athletes/1/results?year=26", "year"],
  ["/athletes/1/results?year=2025&year=2024", "year"],
  ["/athletes/1/results?saison=2025", "saison"],
  ["/athletes/abc/results", "ffaId"],
  // Clubs.
  ["/clubs", "q"],
  ["/clubs?q=%25", "q"],
  ["/clubs?q=%25%25", "q"],
  [`/clubs?q=${"a".repeat(81)}`, "q"],
  ["/clubs?q=exemple&limit=x", "limit"],
  ["/clubs?q=exemple&offset=18446744073709551616", "offset"],
  ["/clubs/75999", "number"],
  ["/clubs/07599a/athletes", "number"],
  ["/clubs/075999/athletes?season=x", "season"],
  ["/clubs/075999/athletes?season=99999", "season"],
  ["/clubs/075999/athletes?offset=9223372036854775808", "offset"],
  // Pace table.
  ["/pace-table?slowest=0", "slowest"],
  ["/pace-table?slowest=-300", "slowest"],
  ["/pace-table?slowest=1000000000", "slowest"],
  ["/pace-table?slowest=NaN", "slowest"],
  ["/pace-table?slowest=Infinity", "slowest"],
  ["/pace-table?slowest=", "slowest"],
  ["/pace-table?fastest=59", "fastest"],
  ["/pace-table?slowest=200&fastest=300", "fastest"],
  ["/pace-table?step=0", "step"],
  ["/pace-table?step=-1", "step"],
  ["/pace-table?slowest=1800&fastest=60&step=0.1", "step"],
  ["/pace-table?distances=x", "distances.0"],
  ["/pace-table?distances=100,NaN", "distances.1"],
  ["/pace-table?distances=-1000", "distances.0"],
  ["/pace-table?distances=", "distances.0"],
  ["/pace-table?distances=100,,200", "distances.1"],
  ["/pace-table?distances=1e3", "distances.0"],
  ["/pace-table?distances=1000001", "distances.0"],
  [`/pace-table?distances=${Array.from({ length: 61 }, (_, i) => i + 1)}`, "distances"],
  ["/pace-table?distance=100", "distance"],
];

Deno.test("every refused parameter of the URL is named, with what was given and what is accepted", async (t) => {
  await using app = await createTestApp();
  for (const [path, parameter] of QUERIES) {
    await t.step(path.slice(0, 60), async () => {
      const problem = await problemOf(await app.fetch(path));
      assertEquals(problem.status, 400);
      const error = problem.errors?.[0];
      assertEquals(error?.parameter, parameter);
      assert((error?.accepted.length ?? 0) > 5, error?.accepted);
      assert((error?.given ?? "").length <= 101, error?.given ?? "");
    });
  }
});

Deno.test("a refusal shows the value cut and says the range", async () => {
  await using app = await createTestApp();
  const long = await problemOf(await app.fetch(`/athletes?q=${"é".repeat(200)}&limit=500`));
  assertEquals(long.errors, [
    {
      parameter: "q",
      given: `${"é".repeat(100)}…`,
      accepted: "text of 2 to 80 characters",
    },
    {
      parameter: "limit",
      given: "500",
      accepted: "a whole number from 1 to 100 (20 unless given)",
    },
  ]);
  const unknown = await problemOf(await app.fetch("/clubs/075999?x=1"));
  assertEquals([unknown.status, unknown.errors?.[0]?.parameter], [400, "x"]);
});

const BODIES: [body: string, status: number, parameter: string][] = [
  ['{"slowest":0}', 422, "slowest"],
  ['{"slowest":-5}', 422, "slowest"],
  ['{"slowest":1e9}', 422, "slowest"],
  ['{"slowest":NaN}', 422, "slowest"],
  ['{"slowest":-Infinity}', 422, "slowest"],
  ['{"slowest":"300"}', 422, "slowest"],
  ['{"slowest":null}', 422, "slowest"],
  ['{"step":0}', 422, "step"],
  ['{"step":-1}', 422, "step"],
  ['{"slowest":1800,"fastest":60,"step":0.1}', 422, "step"],
  ['{"slowest":200,"fastest":300}', 422, "fastest"],
  ['{"distances":["x"]}', 422, "distances.0"],
  ['{"distances":[NaN]}', 422, "distances.0"],
  ['{"distances":[-1000]}', 422, "distances.0"],
  ['{"distances":[]}', 422, "distances"],
  ['{"distances":"100"}', 422, "distances"],
  [`{"distances":[${new Array(20_000).fill("1")}]}`, 422, "distances"],
  ['{"distance":[100]}', 422, "distance"],
  ['{"__proto__":{"slowest":1}}', 422, "__proto__"],
  ["[]", 422, "body"],
  ["null", 422, "body"],
  ['"NaN"', 422, "body"],
  ["", 400, "body"],
  ['{"slowest":', 400, "body"],
  ["slowest=300", 400, "body"],
  ["[".repeat(30_000), 400, "body"],
];

Deno.test("every refused field of a body is named", async (t) => {
  await using app = await createTestApp();
  for (const [body, status, parameter] of BODIES) {
    await t.step(body.slice(0, 60), async () => {
      const problem = await problemOf(await app.fetch("/pace-table", json(body)));
      assertEquals(problem.status, status, JSON.stringify(problem));
      assertEquals(problem.errors?.[0]?.parameter, parameter);
    });
  }
});

Deno.test("a body with control characters is refused wherever text is taken, and the field named", async () => {
  await using app = await createTestApp();
  const request = { kind: "removal", name: "LEFEBVRE Zélie" };
  const cases = [
    ["/removal-requests", { ...request, name: "LEFEBVRE\u0000" }, "name"],
    ["/removal-requests", { ...request, message: "one\u0007two" }, "message"],
    ["/removal-requests", { ...request, club: "\ud800" }, "club"],
    ["/removal-requests", { ...request, "\u0000": "x" }, "body"],
    ["/athletes", { ffa_id: "7000001\u0000" }, "ffa_id"],
    ["/pace-table", { distances: ["5\u0000"] }, "distances.0"],
  ] as const;
  for (const [path, body, parameter] of cases) {
    const problem = await problemOf(await app.fetch(path, json(JSON.stringify(body))));
    assertEquals([problem.status, problem.errors?.[0]?.parameter], [422, parameter], path);
  }
  const lines = { ...request, message: "one\r\n\ttwo" };
  const response = await app.fetch("/removal-requests", json(JSON.stringify(lines)));
  await response.body?.cancel();
  assertEquals(response.status, 201);
});

Deno.test("a body that is too large is refused by both tables, a million distances among them", async () => {
  await using app = await createTestApp();
  const distances = new Array(1_000_000).fill(100);
  for (
    const [path, body] of [
      ["/pace-table", { distances }],
      ["/generate_table", { min_pace: 360, max_pace: 120, increment: 1, distances }],
    ] as const
  ) {
    const problem = await problemOf(await app.fetch(path, json(JSON.stringify(body))));
    assertEquals([problem.status, problem.errors?.[0]?.parameter], [413, "body"]);
  }
});

Deno.test("a body of another type, or that is no UTF-8, is refused", async () => {
  await using app = await createTestApp();
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
    const problem = await problemOf(await app.fetch("/pace-table", json("{}", type)));
    assertEquals([problem.status, problem.errors?.[0]?.parameter], [415, "content-type"]);
    assertEquals(problem.errors?.[0]?.given, type);
    const legacy = await app.fetch("/generate_table", json("{}", type));
    assertEquals(legacy.status, 422);
    assertEquals((await legacy.json()).detail[0].loc, ["header", "content-type"]);
  }
  const broken = { ...json(""), body: new Uint8Array([0x7b, 0xff, 0x7d]) };
  assertEquals((await problemOf(await app.fetch("/pace-table", broken))).status, 400);
});

Deno.test("a wrong method answers 405 with Allow, OPTIONS tells the same", async () => {
  await using app = await createTestApp();
  const cases = [
    ["/athletes", "PUT", "GET, HEAD, OPTIONS, POST"],
    ["/athletes/1/records", "DELETE", "GET, HEAD, OPTIONS, POST"],
    ["/pace-table", "PUT", "GET, HEAD, OPTIONS, POST"],
    ["/generate_table", "GET", "OPTIONS, POST"],
    ["/status", "PATCH", "GET, HEAD, OPTIONS"],
  ] as const;
  for (const [path, method, allow] of cases) {
    const response = await app.fetch(path, { method });
    assertEquals(response.headers.get("allow"), allow);
    assertEquals((await problemOf(response)).status, 405);
    const options = await app.fetch(path, { method: "OPTIONS" });
    assertEquals([options.status, options.headers.get("allow")], [204, allow]);
  }
});

Deno.test("an unknown path answers 404", async () => {
  await using app = await createTestApp();
  for (
    const path of ["/", "/athlete", "/athletes/", "/athletes/1/x", "/%00", "/%zz", "//athletes"]
  ) {
    assertEquals((await problemOf(await app.fetch(path))).status, 404, path);
  }
});

Deno.test("who or what does not exist answers 404", async () => {
  await using app = await createTestApp();
  for (
    const path of [
      "/athletes/1",
      "/athletes/1/records",
      "/athletes/1/results",
      "/clubs/075999",
      "/clubs/075999/athletes",
    ]
  ) {
    const problem = await problemOf(await app.fetch(path));
    assertEquals(problem.status, 404, path);
    assertStringIncludes(problem.detail ?? "", "The directory has no");
  }
});

Deno.test("a Host that is none answers 400, and is no error of ours", async () => {
  await using app = await createTestApp();
  await using server = serveLocally((request) => app.answer(request));
  for (const host of ["a b", "[", "%%"]) {
    using connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
    const request = `GET /status HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    const answer = await new Response(connection.readable).text();
    assert(answer.startsWith("HTTP/1.1 400 "), answer);
  }
  assertEquals(app.lines.filter((line) => JSON.parse(line).level === "error"), []);
});
