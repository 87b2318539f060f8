import { assertEquals, assertRejects } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { onlyMessage, runScript, startScript } from "./testing/run_script.ts";
import { ScriptedFederation } from "./testing/scripted_federation.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { PagesNotUnderstood } from "./federation_check/before_crawl.ts";
import { catchUp, isOverdue, refresh } from "./weekly.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const AC = { number: "075999", name: "Ac Exemple" };

Deno.test("isOverdue() is true until the season was read whole, and again after a week", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const finished = new Date("2026-03-01T03:00:00Z");
  const overdue = (now: string) => isOverdue({ sql }, new Date(now));
  assertEquals(await overdue("2026-03-01T04:00:00Z"), true, "never read");
  await sql`
    insert into crawl_run (kind, seasons, state, finished_at) values
      ('season', '{2026}', 'failed', ${finished}),
      ('club', '{2026}', 'finished', ${finished}),
      ('season', '{2025}', 'finished', ${finished})
  `;
  assertEquals(await overdue("2026-03-01T04:00:00Z"), true, "read in part, or another season");
  await sql`
    insert into crawl_run (kind, seasons, state, finished_at)
    values ('full', '{2026,2025}', 'finished', ${finished})
  `;
  assertEquals(await overdue("2026-03-01T04:00:00Z"), false);
  assertEquals(await overdue("2026-03-08T03:00:00Z"), false, "a week to the second");
  assertEquals(await overdue("2026-03-08T03:00:01Z"), true);
  assertEquals(await overdue("2026-09-01T00:00:00Z"), true, "a new season began");
});

Deno.test("refresh() reads the season of the day, and says what came of it", async () => {
  await using federation = await ScriptedFederation.open();
  federation.answersChecks = true;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  const { plan, state } = await federation.site.drive(
    refresh(federation.tools, new Date("2026-08-31T21:00:00Z")),
  );
  assertEquals([plan.kind, plan.seasons, state], ["season", [2026], "finished"]);
  const last = federation.logged.at(-1);
  assertEquals([last?.level, last?.message, last?.fields.athletes], ["info", "crawl finished", 1]);
  // The look before takes five pages; robots.txt is known already.
  assertEquals(federation.requests.slice(0, 5), [
    "clubs 2026 p1",
    "roster 075999 2026 p1",
    "athlete 1",
    "athlete 1/records",
    "search ROC Ada",
  ]);
});

/** Rows of every table that a crawl writes. */
async function written({ sql }: ScriptedFederation): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    select (select count(*) from crawl_run) + (select count(*) from crawl_task) +
      (select count(*) from club) + (select count(*) from athlete) as rows
  `;
  return row?.rows ?? -1;
}

const ROBOTS = "User-agent: *\nDisallow: /athletes/\n";
const LONG = "x ".repeat(1000);
/** What keeps a crawl from beginning: the page, what it answers, and what the check comes to. */
const OBSTACLES: readonly [name: string, page: string, answer: () => Response, outcome: string][] =
  [
    [
      "a page was redesigned",
      "roster 075999 2026 p1",
      () => new Response(`<!DOCTYPE html><html><body><div>ROC Ada ${LONG}</div></body></html>`),
      "changed",
    ],
    [
      "the site is in maintenance",
      "clubs 2026 p1",
      () => new Response(`<html><h1>Site en maintenance</h1><p>${LONG}</p></html>`),
      "down",
    ],
    ["the site fails", "clubs 2026 p1", () => new Response("", { status: 503 }), "down"],
    ["the site refuses us", "athlete 1", () => new Response("", { status: 403 }), "refused"],
    ["an athlete's page is gone", "athlete 1", () => new Response("", { status: 404 }), "changed"],
  ];

Deno.test("refresh() begins no crawl and writes nothing when a page is not as it must be", async (test) => {
  for (const [name, page, answer, outcome] of OBSTACLES) {
    await test.step(name, async () => {
      await using federation = await ScriptedFederation.open();
      federation.answersChecks = true;
      federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
      federation.pages.set(page, answer);
      const running = refresh(federation.tools, new Date("2026-03-01T03:00:00Z"));
      await assertRejects(() => federation.site.drive(running), PagesNotUnderstood);
      assertEquals(await written(federation), 0);
      const alert = federation.logged.find(({ level }) => level === "error");
      assertEquals(alert?.fields.outcome, outcome);
      assertEquals(JSON.stringify(alert).includes("Ada"), false);
      const checks = await federation.sql`select form, outcome from federation_check`;
      assertEquals(checks.map((row) => ({ ...row })), [{ form: "short", outcome }]);
    });
  }
});

Deno.test("refresh() begins no crawl when robots.txt refuses a page", async () => {
  await using federation = await ScriptedFederation.open({
    robots: () => new Response(ROBOTS),
  });
  federation.answersChecks = true;
  federation.season(2026, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  const running = refresh(federation.tools, new Date("2026-03-01T03:00:00Z"));
  await assertRejects(() => federation.site.drive(running), PagesNotUnderstood);
  assertEquals(await written(federation), 0);
  assertEquals(federation.requests, [
    "clubs 2026 p1",
    "roster 075999 2026 p1",
    "search ROC Ada",
  ]);
});

Deno.test("refresh() begins where something is new and understood", async () => {
  await using federation = await ScriptedFederation.open();
  federation.answersChecks = true;
  const athletes = [{ id: 1, name: "ROC Ada", category: "ZZ/F" }];
  federation.season(2026, [{ ...AC, athletes }]);
  await federation.site.drive(refresh(federation.tools, new Date("2026-03-01T03:00:00Z")));
  assertEquals((await federation.sql`select from athlete`).length, 1);
  const warning = federation.logged.find(({ level }) => level === "warn");
  assertEquals(warning?.fields.pages, { roster: "new" });
});

Deno.test("catchUp() tries again after ten minutes and an hour, and ends with the first success", async () => {
  await using federation = await ScriptedFederation.open();
  const { tools, site } = federation;
  const began = site.clock.now();
  const attempts: number[] = [];
  await site.drive(catchUp(tools, () => {
    attempts.push(site.clock.now() - began);
    return attempts.length < 3 ? Promise.reject(new Error("not yet")) : Promise.resolve();
  }));
  assertEquals(attempts, [0, 600_000, 4_200_000]);
  assertEquals(federation.logged.map(({ message }) => message), [
    "catching up failed",
    "catching up failed",
  ]);
});

Deno.test("catchUp() gives up after four attempts, and at once when the scraper is stopped", async () => {
  await using federation = await ScriptedFederation.open();
  let attempts = 0;
  const fail = () => {
    attempts++;
    return Promise.reject(new Error("never"));
  };
  await federation.site.drive(catchUp(federation.tools, fail));
  assertEquals(attempts, 4);
  federation.stop.abort();
  await federation.site.drive(catchUp(federation.tools, fail));
  assertEquals(attempts, 5);
});

/** A process of the weekly scraper, stopped once it has said something. */
async function runUntil(
  federation: ScriptedFederation,
  { schedule, ready }: { schedule: string; ready: () => Promise<boolean> },
) {
  const script = startScript("main.ts", {
    env: {
      DATABASE_URL: federation.databaseUrl,
      FEDERATION_URL: federation.site.base.href,
      FEDERATION_RATE: "0",
      CRAWL_SCHEDULE: schedule,
    },
  });
  let running = true;
  script.result.then(() => running = false);
  await until("the scraper", async () => !running || await ready());
  if (running) script.kill("SIGTERM");
  return await script.result;
}

Deno.test("main catches up on an empty directory, then waits for its hour and ends on SIGTERM", async () => {
  await using federation = await ScriptedFederation.open();
  federation.answersChecks = true;
  const season = seasonOf(new Date());
  federation.season(season, [{ ...AC, athletes: [{ id: 1, name: "ROC Ada" }] }]);
  const ready = async () =>
    (await federation.sql`select from crawl_run where state = 'finished'`).length === 1;
  const { code, stderr } = await runUntil(federation, { schedule: "0 3 * * 0", ready });
  assertEquals(code, 0);
  const messages = stderr.trim().split("\n").map((line) => JSON.parse(line).message);
  assertEquals(messages.slice(0, 2), [
    "crawls are scheduled",
    "the directory is more than a week old, or empty: catching up",
  ]);
  assertEquals((await federation.sql`select from athlete`).length, 1);
});

Deno.test("main never crawls without a schedule", async () => {
  await using federation = await ScriptedFederation.open();
  const ready = async () =>
    (await federation.sql`
      select from pg_stat_activity where application_name = 'mypacer scraper' and
        datname = current_database()
    `).length > 0;
  const { code } = await runUntil(federation, { schedule: "", ready });
  assertEquals(code, 0);
  assertEquals(federation.site.visits, []);
});

Deno.test("main refuses a schedule that is none with one line and exit code 2", async (test) => {
  await using database = await createTestDatabase();
  for (const schedule of ["weekly", "99 3 * * 0"]) {
    await test.step(schedule, async () => {
      const result = await runScript("main.ts", {
        env: {
          DATABASE_URL: database.url,
          FEDERATION_URL: "http://127.0.0.1:9",
          CRAWL_SCHEDULE: schedule,
        },
      });
      assertEquals(result.code, 2);
      assertEquals(
        onlyMessage(result),
        `CRAWL_SCHEDULE: "${schedule}" was given; accepted: five cron fields, UTC, or nothing for never`,
      );
    });
  }
});
