/**
 * The scraper against the simulated federation when that misbehaves: what is stored is right, or
 * said to be missing.
 */
import { assert, assertEquals } from "@std/assert";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { createFederationClient } from "@mypacer/shared/federation/client.ts";
import { databaseStore } from "@mypacer/shared/federation/pace/database_store.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { crawl } from "../scraper/crawl/crawl.ts";
import { makePlan } from "../scraper/plan/plan.ts";
import { createSimulator } from "../simulator/site/create_simulator.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const KEY = "0123456789abcdef0123456789abcdef";
const SIZE = { seed: 3, clubs: 40, athletes: 9000, firstSeason: 2025, lastSeason: 2026 };

/** A simulated federation, a database, and crawls of one into the other. */
async function open() {
  const simulator = createSimulator({ ...SIZE, today: new Date("2026-03-01T12:00:00Z") });
  const server = serveLocally(simulator.handler);
  const base = server.url;
  const database = await createTestDatabase();
  return {
    simulator,
    sql: database.sql,
    run: async ({ shared = false, timeout = 20_000 } = {}) => {
      const log = SILENT;
      const pace = databaseStore(database.sql, { site: base });
      const federation = createFederationClient({
        baseUrl: base,
        contact: null,
        rate: 0,
        version: "test",
        log,
        timeouts: { interactive: timeout, crawl: timeout },
        backoff: 20,
        cooldown: 100,
        ...shared ? { pace } : {},
      });
      try {
        return await crawl({
          sql: database.sql,
          federation,
          urls: federationUrls(base),
          log,
          progress: { begin() {}, step() {}, end() {} },
          signal: new AbortController().signal,
          oppositionKey: KEY,
        }, { plan: makePlan({ from: SIZE.firstSeason }, SIZE.lastSeason) });
      } finally {
        federation.close();
      }
    },
    [Symbol.asyncDispose]: async () => {
      simulator.stop();
      await server[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Who is where in which season, by the directory. */
async function stored(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select ffa_id, athlete.name, coalesce(license_number, '-') as license, sex, ffa_number, season
    from membership join athlete on athlete.id = athlete_id join club on club.id = membership.club_id
  `;
  return rows.map((row) => Object.values(row).join("|")).sort();
}

/** Who is where in which season, by the federation itself. */
function published({ data: { people } }: ReturnType<typeof createSimulator>): string[] {
  const rows: string[] = [];
  for (let index = 0; index < people.length; index++) {
    const { ffaId, name, licenseNumber, sex } = people.at(index);
    for (const { season, club } of people.memberships.of(index)) {
      const number = people.clubs.at(club).number;
      rows.push([ffaId, name, licenseNumber ?? "-", sex, number, season].join("|"));
    }
  }
  return rows.sort();
}

Deno.test("crawl() of a site that misbehaves gives the directory of one that does not", async () => {
  await using site = await open();
  site.simulator.faults.add({ kind: "unavailable", path: "/bases/*", rate: 0.1 });
  site.simulator.faults.add({ kind: "timeout", path: "/bases/*", rate: 0.05, seconds: 3 });
  site.simulator.faults.add({ kind: "truncated", path: "/bases/*", rate: 0.02 });
  site.simulator.faults.add({ kind: "wrong-page", path: "/bases/*", rate: 0.01 });
  const how = { timeout: 1000 };
  let report = await site.run(how);
  // What could not be had is said, and had the next time.
  for (let again = 0; report.state === "failed" && again < 3; again++) {
    assert(report.counters.failed_pages > 0 || report.stopped !== null);
    assertEquals(report.failures.length, Math.min(report.counters.failed_pages, 50));
    report = await site.run(how);
  }
  assertEquals(report.state, "finished");
  assertEquals(await stored(site.sql), published(site.simulator));
  const { faults } = site.simulator.counts.report();
  assertEquals(Object.keys(faults).sort(), ["timeout", "truncated", "unavailable", "wrong-page"]);
  // Among the clubs are one of three pages and one without members.
  const members = site.simulator.data.standings(2026).map(({ members }) => members);
  assert(Math.max(...members) > 500 && Math.min(...members) === 0, `${members}`);
});

Deno.test("crawl() of all seasons leaves out a person who objected before", async () => {
  await using site = await open();
  const { data: { people } } = site.simulator;
  const { ffaId } = people.at(7);
  await oppose(site.sql, ffaId, { channel: "email", key: KEY });
  const report = await site.run();
  assertEquals(report.state, "finished");
  assert(report.counters.opposed >= 1);
  const others = published(site.simulator).filter((row) => !row.startsWith(`${ffaId}|`));
  assertEquals(await stored(site.sql), others);
});

Deno.test("crawl() writes no row of an unchanged federation", async () => {
  await using site = await open();
  assertEquals((await site.run()).state, "finished");
  const rows = async () => [...await site.sql`select xmin::text, id from athlete order by id`];
  const before = await rows();
  const again = await site.run();
  assertEquals([again.state, again.counters.rows_written], ["finished", 0]);
  assertEquals(await rows(), before);
});

Deno.test("crawl() by two workers asks for every page once", async () => {
  await using site = await open();
  const reports = await Promise.all([site.run({ shared: true }), site.run({ shared: true })]);
  assertEquals(reports.map(({ state }) => state), ["finished", "finished"]);
  const { kinds, most_in_flight } = site.simulator.counts.report();
  const [done] = await site.sql<{ count: number }[]>`select count(*) from crawl_task`;
  assertEquals(kinds.club_list + kinds.roster, done?.count);
  assert(most_in_flight <= 2, `${most_in_flight} requests at once`);
  assertEquals(await stored(site.sql), published(site.simulator));
});
