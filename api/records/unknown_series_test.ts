import { assertEquals } from "@std/assert";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";
import { ROWS } from "../testing/test_athlete.ts";
import { NOBODY_PAGE, recordsPage } from "../../simulator/testing/written_pages.ts";

const UNKNOWN = "404 /problems/unknown-athlete";
const CHANGED = "503 /problems/federation-page-changed";

/**
 * An application with 30 athletes nobody has read yet, of whom the federation's pages name nobody.
 */
async function withNobody(): Promise<TestApp> {
  const app = await createTestApp();
  const athletes = Array.from({ length: 30 }, (_, index) => ({
    ffaId: `${7000001 + index}`,
    name: "TESTARD Zélie",
  }));
  await fillDirectory(app.sql, { athletes });
  app.federation.answer = () => new Response(NOBODY_PAGE);
  return app;
}

async function problemOf(response: Promise<Response>): Promise<string> {
  const { status, ...body } = await response.then(async (answer) => ({
    status: answer.status,
    ...await answer.json(),
  }));
  return `${status} ${body.type ?? "none"}`;
}

const read = (app: TestApp, ffaId: number) => problemOf(app.fetch(`/athletes/${ffaId}/records`));

const add = (app: TestApp, ffaId: number) =>
  problemOf(app.fetch("/athletes", {
    method: "POST",
    body: JSON.stringify({ ffa_id: `${ffaId}` }),
    headers: { "content-type": "application/json" },
  }));

/** Lines of the log at a level. */
const linesOf = (app: TestApp, level: string) =>
  app.lines.map((line) => JSON.parse(line)).filter((line) => line.level === level);

async function metric(app: TestApp): Promise<string | undefined> {
  const text = await (await app.fetch("/metrics")).text();
  return /^mypacer_federation_athletes_unknown (\d)$/m.exec(text)?.[1];
}

Deno.test("five of twenty athletes in a row whom the federation does not know are a page that changed, said once", async () => {
  for (const answer of [() => new Response(NOBODY_PAGE), () => new Response("", { status: 404 })]) {
    await using app = await withNobody();
    app.federation.answer = answer;
    const answers: string[] = [];
    for (let index = 0; index < 8; index++) answers.push(await read(app, 7000001 + index));
    assertEquals(answers, [...Array(4).fill(UNKNOWN), ...Array(4).fill(CHANGED)]);
    assertEquals(linesOf(app, "error").length, 1);
    assertEquals(await metric(app), "1");
  }
});

Deno.test("what was taken for unknown before a series began is asked for again when the site is well", async () => {
  await using app = await withNobody();
  for (let index = 0; index < 5; index++) await read(app, 7000001 + index);
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  // No time passes: nothing of it is believed any more.
  for (let index = 0; index < 4; index++) {
    assertEquals(await read(app, 7000001 + index), "200 none");
  }
  for (let index = 5; index < 21; index++) await read(app, 7000001 + index);
  assertEquals(await metric(app), "0");
});

Deno.test("a page that names nobody is believed for minutes only, a status for an hour", async () => {
  await using app = await withNobody();
  assertEquals(await read(app, 7000001), UNKNOWN);
  app.federation.answer = () => new Response("", { status: 404 });
  assertEquals(await read(app, 7000002), UNKNOWN);
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  app.clock.ahead = 299_000;
  assertEquals(await read(app, 7000001), UNKNOWN);
  app.clock.ahead = 301_000;
  assertEquals(await read(app, 7000001), "200 none");
  app.clock.ahead = 3_599_000;
  assertEquals(await read(app, 7000002), UNKNOWN);
  app.clock.ahead = 3_601_000;
  assertEquals(await read(app, 7000002), "200 none");
});

Deno.test("who is removed while many others are is not believed to be", async () => {
  await using app = await withNobody();
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  await read(app, 7000030);
  app.federation.answer = () => new Response("moved", { status: 404 });
  for (let index = 0; index < 5; index++) await read(app, 7000001 + index);
  app.clock.ahead = 8 * 3_600_000;
  const response = await app.fetch("/athletes/7000030/records");
  const { records, stale_reason: reason } = await response.json();
  assertEquals([response.status, records.length, reason], [200, ROWS.length, "page-changed"]);
});

Deno.test("ids that anybody makes up begin no series; who was found at the federation counts", async () => {
  await using app = await withNobody();
  const nobody = app.federation.answer;
  const answers: string[] = [];
  for (let index = 0; index < 6; index++) answers.push(await add(app, 1 + index));
  assertEquals(answers, Array(6).fill("404 /problems/not-found"));
  assertEquals([await metric(app), linesOf(app, "error").length], ["0", 0]);

  app.clock.ahead = 60_000;
  app.federation.answer = () =>
    Response.json(Array.from({ length: 6 }, (_, index) => (
      { actseq: `${11 + index}`, nom: "TESTARD Zélie", sexe: "F", club: "" }
    )));
  await problemOf(app.fetch("/federation/athletes?q=testard"));
  app.federation.answer = nobody;
  const found: string[] = [];
  for (let index = 0; index < 5; index++) found.push(await add(app, 11 + index));
  assertEquals(found, [...Array(4).fill("404 /problems/not-found"), CHANGED]);
  assertEquals([await metric(app), linesOf(app, "error").length], ["1", 1]);
  // While it lasts no id is believed to be nobody's, nor what was believed before.
  assertEquals([await add(app, 1), await read(app, 7000001)], [CHANGED, CHANGED]);
});
