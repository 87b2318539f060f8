import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { createTestDatabase } from "@mypacer/shared/database/test_database.ts";
import { createSharedPace } from "./shared_pace.ts";

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const SITE = "http://127.0.0.1:1";
const never = new AbortController().signal;

/** Two scrapers as two machines would be: nothing but the database in common. */
async function twoScrapers() {
  const database = await createTestDatabase();
  const pools = [1, 2].map(() =>
    connect({ url: database.url, applicationName: "mypacer scraper", max: 8 })
  );
  const paces = pools.map((sql) => createSharedPace(sql, { site: SITE, log: SILENT }));
  return {
    paces,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(paces.map((pace) => pace.close()));
      await Promise.all(pools.map((sql) => sql.end()));
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Sends requests from each pace, some at once; when each began, ms. */
async function send(
  paces: readonly ReturnType<typeof createSharedPace>[],
  { interval, each, takes, lanes = 2 }: {
    interval: number;
    each: number;
    takes: number;
    lanes?: number;
  },
) {
  const starts: number[] = [];
  let [now, most] = [0, 0];
  await Promise.all(paces.flatMap((pace) =>
    Array.from({ length: lanes }, async () => {
      for (let index = 0; index < each; index++) {
        const leave = await pace.enter(interval, never);
        starts.push(performance.now());
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, takes));
        now--;
        leave();
      }
    })
  ));
  return { starts: starts.sort((a, b) => a - b), most };
}

Deno.test("createSharedPace() keeps two scrapers to one rate", async () => {
  await using scrapers = await twoScrapers();
  const { starts } = await send(scrapers.paces, { interval: 50, each: 8, takes: 5 });
  for (let from = 0; from + 10 < starts.length; from++) {
    const took = (starts[from + 10] ?? 0) - (starts[from] ?? 0);
    assert(took >= 490, `11 requests within ${took} ms where 500 are asked for`);
  }
});

Deno.test("createSharedPace() leaves between two requests what is asked, and a chance of 2 to 18 % more", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const nextAt = async () => {
    const [row] = await sql<{ ms: number }[]>`
      select extract(epoch from next_at)::float8 * 1000 as ms from crawl_pace where site = ${SITE}
    `;
    return row?.ms ?? 0;
  };
  for (const [chance, apart] of [[0, 61_200], [0.5, 66_000], [1, 70_800]] as const) {
    await sql`truncate crawl_pace`;
    const pace = createSharedPace(sql, { site: SITE, log: SILENT, random: () => chance });
    (await pace.enter(60_000, never))();
    const before = await nextAt();
    const stop = new AbortController();
    const second = pace.enter(60_000, stop.signal).catch(() => "ended");
    while (await nextAt() === before) { /* until its moment is taken */ }
    assertAlmostEquals(await nextAt() - before, apart, 0.5);
    stop.abort();
    assertEquals(await second, "ended");
    await pace.close();
  }
});

Deno.test("createSharedPace() never lets more than two send at once, and lets each of both", async () => {
  await using scrapers = await twoScrapers();
  const { most, starts } = await send(scrapers.paces, { interval: 0, each: 20, takes: 10 });
  assert(most === 2, `${most} at once`);
  assert(starts.length === 80);
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
