import { assert, assertEquals } from "@std/assert";
import { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { NOBODY_PAGE, type RecordRow, recordsPage } from "../../simulator/testing/written_pages.ts";

const ROWS: RecordRow[] = [
  ["5 000m", "18'58''10", "4 Mai 2024", "Ville test"],
  ["1 500m", "4'42''3", "4 Oct. 2019", "Ville test"],
];

const add = (app: TestApp, ffaId: unknown, headers: HeadersInit = {}) =>
  app.fetch("/athletes", {
    method: "POST",
    body: JSON.stringify({ ffa_id: ffaId }),
    headers: { "content-type": "application/json", ...headers },
  });

async function withPage(
  options?: Parameters<typeof createTestApp>[0],
): Promise<TestApp> {
  const app = await createTestApp(options);
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  return app;
}

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

Deno.test("POST /athletes adds who is not in the directory, whose records need no second reading", async () => {
  await using app = await withPage();
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: [],
  });
  const response = await add(app, "7000001");
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("cache-control"), "no-store");
  const athlete = Athlete.parse(await response.json());
  assertEquals(athlete, {
    ffa_id: "7000001",
    name: "TESTARD Zélie",
    birth_year: 1994,
    birth_year_min: 1994,
    birth_year_max: 1994,
    sex: "F",
    nationality: "FRA",
    category: "SE",
    club: { ffa_number: "075999", name: "AC EXEMPLE" },
    // From October 2019 to May 2024: a season begins in September of the year before.
    first_season: 2020,
    last_season: 2024,
    url: `${app.federation.url}/athletes/7000001`,
  });
  const records = AthleteRecords.parse(
    await (await app.fetch("/athletes/7000001/records")).json(),
  );
  assertEquals(records.records.length, 2);
  assertEquals(app.federation.requestedPaths, ["/athletes/7000001/records"]);
});

Deno.test("POST /athletes answers who is in the directory already as they are, and asks nobody", async () => {
  await using app = await withPage();
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000001", name: "AUTREMENT Zélie" }] });
  const athlete = Athlete.parse(await (await add(app, "7000001")).json());
  assertEquals([athlete.name, athlete.birth_year], ["AUTREMENT Zélie", null]);
  assertEquals(app.federation.requestedPaths, []);
});

Deno.test("POST /athletes reads once for those who come at once, and adds once", async () => {
  await using app = await withPage();
  const statuses = await Promise.all([1, 2, 3].map(() => statusOf(add(app, "7000001"))));
  assertEquals(statuses, [200, 200, 200]);
  assertEquals(app.federation.requestedPaths.length, 1);
  assertEquals((await app.sql`select from athlete`).length, 1);
});

Deno.test("POST /athletes does not bring back who asked to be left out, nor tells of it", async () => {
  await using app = await withPage();
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  const opposed = await add(app, "7000001");
  app.federation.answer = () => new Response(NOBODY_PAGE);
  const nobody = await add(app, "7000009");
  const told = async (response: Response) => {
    const { request_id: _, ...problem } = await response.json();
    return problem;
  };
  assertEquals([opposed.status, nobody.status], [404, 404]);
  assertEquals(await told(opposed), await told(nobody));
  assertEquals(app.federation.requestedPaths, ["/athletes/7000009/records"]);
  assertEquals((await app.sql`select from athlete`).length, 0);
});

Deno.test("POST /athletes leaves out who asked for it while their page was read", async () => {
  await using app = await withPage();
  app.federation.answer = async () => {
    await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
    return new Response(recordsPage({ rows: ROWS }));
  };
  assertEquals(await statusOf(add(app, "7000001")), 404);
  assertEquals((await app.sql`select from athlete`).length, 0);
});

Deno.test("POST /athletes asks once about an id that nobody has", async () => {
  await using app = await withPage();
  app.federation.answer = () => new Response("no such page", { status: 404 });
  assertEquals(await statusOf(add(app, "7000009")), 404);
  assertEquals(await statusOf(add(app, "7000009")), 404);
  assertEquals(app.federation.requestedPaths.length, 1);
});

Deno.test("POST /athletes shares the allowance of the searches: nobody copies the federation through it", async () => {
  await using app = await withPage({ federationSearches: { burst: 2, perSecond: 1 } });
  const statuses: number[] = [];
  for (const id of ["1", "2", "3"]) statuses.push(await statusOf(add(app, id)));
  statuses.push(await statusOf(app.fetch("/federation/athletes?q=testard")));
  assertEquals(statuses, [200, 200, 429, 429]);
});

Deno.test("POST /athletes adds who comes back at its Retry-After, whoever was added meanwhile", async () => {
  await using app = await withPage({ federationSearches: { burst: 1, perSecond: 0.1 } });
  assertEquals(await statusOf(add(app, "7000001")), 200);
  const refused = await add(app, "7000002");
  assertEquals(refused.headers.get("retry-after"), "10");
  assertEquals(await statusOf(Promise.resolve(refused)), 429);
  app.clock.ahead = 10_000;
  assertEquals(await statusOf(add(app, "7000003")), 429);
  assertEquals(await statusOf(add(app, "7000002")), 200);
});

Deno.test("POST /athletes answers 503 while the federation fails, and adds nobody", async () => {
  await using app = await withPage();
  app.federation.answer = () => new Response("down", { status: 500 });
  const response = await add(app, "7000001");
  assert(Number(response.headers.get("retry-after")) > 0);
  assertEquals(await statusOf(Promise.resolve(response)), 503);
  assertEquals((await app.sql`select from athlete`).length, 0);
});

Deno.test("POST /athletes refuses what is no id, no JSON, or a form of another site", async () => {
  await using app = await withPage();
  for (const id of ["abc", "", "-1", "1".repeat(13), 7000001, null, ["1"], "1'; drop table"]) {
    assertEquals(await statusOf(add(app, id)), 422, String(id));
  }
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
    assertEquals(await statusOf(add(app, "7000001", { "content-type": type })), 415, type);
  }
  const broken = app.fetch("/athletes", {
    method: "POST",
    body: "{",
    headers: { "content-type": "application/json" },
  });
  assertEquals(await statusOf(broken), 400);
  assertEquals(app.federation.requestedPaths, []);
});
