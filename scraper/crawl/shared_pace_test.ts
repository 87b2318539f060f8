import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { createTestDatabase } from "@mypacer/shared/database/test_database.ts";
import { createSharedPace } from "./shared_pace.ts";

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const SITE = "http://127.0.0.1:1";
const never = new AbortController().signal;

/** When the next request may be sent, ms of Unix time. */
async function nextAt(sql: Sql): Promise<number> {
  const [row] = await sql<{ ms: number }[]>`
    select extract(epoch from next_at)::float8 * 1000 as ms from crawl_pace where site = ${SITE}
  `;
  return row?.ms ?? 0;
}

/** Two scrapers as two machines would be: nothing but the database in common. */
async function twoScrapers() {
  const database = await createTestDatabase();
  const pools = [1, 2].map(() =>
    connect({ url: database.url, applicationName: "mypacer scraper", max: 8 })
  );
  const paces = pools.map((sql) => createSharedPace(sql, { site: SITE, log: SILENT }));
  return {
    paces,
    sql: database.sql,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(paces.map((pace) => pace.close()));
      await Promise.all(pools.map((sql) => sql.end()));
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Sends twenty requests from each of two lanes of each pace, without a rate; how many, and most at once. */
async function send(paces: readonly ReturnType<typeof createSharedPace>[]) {
  let [sent, now, most] = [0, 0, 0];
  await Promise.all([...paces, ...paces].map(async (pace) => {
    for (let index = 0; index < 20; index++) {
      const leave = await pace.enter(0, never);
      sent++;
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 10));
      now--;
      leave();
    }
  }));
  return { sent, most };
}

Deno.test("createSharedPace() keeps two scrapers to one rate", async () => {
  await using scrapers = await twoScrapers();
  const stop = new AbortController();
  const began = Date.now();
  const waiting = scrapers.paces.map((pace) => pace.enter(60_000, stop.signal));
  // One goes at once; the other's moment is a minute behind, and the next one's another.
  const leave = await Promise.race(waiting);
  while (await nextAt(scrapers.sql) < began + 120_000) { /* until the other has its moment */ }
  leave();
  stop.abort();
  const ends = await Promise.allSettled(waiting);
  assertEquals(ends.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

Deno.test("createSharedPace() leaves between two requests what is asked, and a chance of 2 to 18 % more", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  for (const [chance, apart] of [[0, 61_200], [0.5, 66_000], [1, 70_800]] as const) {
    await sql`truncate crawl_pace`;
    const pace = createSharedPace(sql, { site: SITE, log: SILENT, random: () => chance });
    (await pace.enter(60_000, never))();
    const before = await nextAt(sql);
    const stop = new AbortController();
    const second = pace.enter(60_000, stop.signal).catch(() => "ended");
    while (await nextAt(sql) === before) { /* until its moment is taken */ }
    assertAlmostEquals(await nextAt(sql) - before, apart, 0.5);
    stop.abort();
    assertEquals(await second, "ended");
    await pace.close();
  }
});

Deno.test("createSharedPace() never lets more than two send at once, and lets each of both", async () => {
  await using scrapers = await twoScrapers();
  assertEquals(await send(scrapers.paces), { sent: 80, most: 2 });
});

Deno.test("createSharedPace() makes all wait when the site asked one of them to", async () => {
  await using scrapers = await twoScrapers();
  const [first, second] = scrapers.paces;
  assert(first && second);
  (await first.enter(0, never))();
  const began = performance.now();
  first.pause(400);
  (await first.enter(0, never))();
  (await second.enter(0, never))();
  assert(performance.now() - began >= 390);
});
