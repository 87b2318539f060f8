import { assert, assertEquals, assertRejects } from "@std/assert";
import { connect, type Sql } from "../../database/connect.ts";
import { createTestDatabase } from "../../testing/test_database.ts";
import { createFederationClient, FederationError } from "../client.ts";
import type { FederationClientOptions } from "../client_types.ts";
import { databaseStore } from "./database_store.ts";
import { PaceState, pause, UNUSED_PACE } from "./rules.ts";
import { until } from "../../testing/until.ts";
import { serveLocally } from "../../testing/local_server.ts";

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * A site, and several processes of an installation that have nothing but the database in common.
 */
async function openInstallation(
  answer: (path: string) => Response | Promise<Response>,
  { processes = 2, ...options }: Partial<FederationClientOptions> & { processes?: number } = {},
) {
  const database = await createTestDatabase();
  const visits: string[] = [];
  let [busy, busiest] = [0, 0];
  const server = serveLocally(async (request) => {
    const { pathname } = new URL(request.url);
    visits.push(pathname);
    busiest = Math.max(busiest, ++busy);
    try {
      if (pathname === "/robots.txt") return new Response("User-agent: *\nAllow: /\n");
      return await answer(pathname);
    } finally {
      busy--;
    }
  });
  const site = server.url;
  const pools: Sql[] = [];
  const clients = Array.from({ length: processes }, () => {
    const sql = connect({ url: database.url, applicationName: "mypacer test", max: 3 });
    pools.push(sql);
    return createFederationClient({
      baseUrl: site,
      contact: null,
      rate: 10,
      version: "test",
      log: SILENT,
      pace: databaseStore(sql, { site }),
      ...options,
    });
  });
  return {
    sql: database.sql,
    site,
    clients,
    pools,
    visits,
    get busiest() {
      return busiest;
    },
    /** Visits of pages. */
    get paths() {
      return visits.filter((path) => path !== "/robots.txt");
    },
    get: (client: number, path: string, options: Parameters<typeof clients[0]["get"]>[1] = {}) =>
      clients.at(client)?.get(new URL(path, site), options),
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.close();
      await server[Symbol.asyncDispose]();
      await Promise.all(pools.map((sql) => sql.end({ timeout: 1 })));
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Notes each state that the database keeps, in their order. */
async function noteStates(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create table noted (number bigint generated always as identity, state jsonb);
    create function note() returns trigger language plpgsql as $$
      begin
        insert into noted (state) values (new.state);
        return new;
      end
    $$;
    create trigger note after insert or update on federation_pace
      for each row execute function note();
  `);
}

const readStates = async (sql: Sql): Promise<PaceState[]> =>
  (await sql`select state from noted order by number`).map(({ state }) => PaceState.parse(state));

Deno.test("databaseStore() loses no change that several make at once", async () => {
  await using installation = await openInstallation(() => new Response("page"));
  const stores = installation.pools.map((sql) => databaseStore(sql, { site: "https://a.example" }));
  await Promise.all([...stores, ...stores, ...stores].map(async (store) => {
    for (let count = 0; count < 3; count++) {
      await store.change((state) => [{ ...state, outcomes: `${state.outcomes}+` }, null]);
    }
  }));
  const [store] = stores;
  const outcomes = await store?.change((state) => [state, state.outcomes]);
  assertEquals(outcomes, "+".repeat(18));
});

Deno.test("databaseStore() goes by the clock of the database", async () => {
  await using database = await createTestDatabase();
  const store = databaseStore(database.sql, { site: "https://a.example" });
  const [row] = await database.sql<{ now: number }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as now
  `;
  const now = await store.change((state, now) => [state, now]);
  const [later] = await database.sql<{ now: number }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as now
  `;
  assert(row && later && row.now <= now && now <= later.now);
});

Deno.test("databaseStore() keeps several processes to one pace and two seats", async () => {
  const partners = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  let pages = 0;
  await using installation = await openInstallation(async () => {
    // Pages come in pairs: the first waits for the second, so that two are under way at once.
    const page = pages++;
    const pair = partners[Math.floor(page / 2)];
    if (page % 2 === 1) pair?.resolve();
    await pair?.promise;
    return new Response("page");
  }, { processes: 3 });
  await noteStates(installation.sql);
  await Promise.all(
    [0, 1, 2].flatMap((client) =>
      ["a", "b", "c"].map((page) =>
        installation.get(client, `/${client}${page}`, { priority: "interactive" })
      )
    ),
  );
  assertEquals(installation.paths.length, 9);
  assertEquals(installation.busiest, 2);
  const states = await readStates(installation.sql);
  const gaps = states.flatMap((state, index) => {
    const before = states[index - 1] ?? UNUSED_PACE;
    const isStart = state.seats.some(({ holder }) =>
      !before.seats.some((seat) => seat.holder === holder)
    );
    return isStart ? [state.lastStart - before.lastStart] : [];
  });
  // Robots.txt is asked for as well, by each process.
  assertEquals(gaps.length, 12);
  assert(Math.min(...gaps) >= 100, `${gaps.map(Math.round)}`);
  assertEquals(Math.max(...states.map(({ seats }) => seats.length)), 2);
});

Deno.test("databaseStore() lets a visitor of one process go before the crawl of another", async () => {
  await using installation = await openInstallation(() => new Response("page"), { rate: 5 });
  await Promise.all([0, 1].map((client) => installation.clients[client]?.robots()));
  const crawl = ["/c1", "/c2", "/c3", "/c4"].map((path) => installation.get(0, path));
  await until("the first page", () => installation.paths.length > 0);
  await Promise.all([installation.get(1, "/v1", { priority: "interactive" }), ...crawl]);
  assertEquals(installation.paths, ["/c1", "/v1", "/c2", "/c3", "/c4"]);
});

Deno.test("databaseStore() stops every process when the site asks one of them to wait", async () => {
  await using installation = await openInstallation((path) =>
    path === "/busy"
      ? new Response("busy", { status: 503, headers: { "retry-after": "40" } })
      : new Response("page")
  );
  await Promise.all(installation.clients.map((client) => client.robots()));
  const first = await assertRejects(
    async () => await installation.get(0, "/busy", { priority: "interactive" }),
    FederationError,
  );
  assertEquals(first.retryAfter, 40);
  const second = await assertRejects(
    async () => await installation.get(1, "/visitor", { priority: "interactive" }),
    FederationError,
  );
  assertEquals(second.kind, "circuit-open");
  assert(second.retryAfter !== null && second.retryAfter > 0 && second.retryAfter <= 40);
  assertEquals(installation.paths, ["/busy"]);
});

Deno.test("databaseStore() adds up the failures of all processes", async () => {
  await using installation = await openInstallation(() => new Response("", { status: 500 }), {
    processes: 5,
  });
  const outcomes = await Promise.allSettled(
    [0, 1, 2, 3, 4].map((client) => installation.get(client, `/${client}`, { retries: 0 })),
  );
  assertEquals(outcomes.map(({ status }) => status), Array(5).fill("rejected"));
  const refused = await assertRejects(
    async () => await installation.get(0, "/visitor", { priority: "interactive" }),
    FederationError,
  );
  assertEquals([refused.kind, installation.paths.length], ["circuit-open", 5]);
});

Deno.test("databaseStore() counts what visitors of all processes cause", async () => {
  await using installation = await openInstallation(() => new Response("page"), {
    visitorsPerMinute: 4,
  });
  // Two of the four are for robots.txt.
  await installation.get(0, "/a", { priority: "interactive" });
  await installation.get(1, "/b", { priority: "interactive" });
  const refused = await assertRejects(
    async () => await installation.get(0, "/c", { priority: "interactive" }),
    FederationError,
  );
  assertEquals([refused.kind, installation.paths], ["budget-spent", ["/a", "/b"]]);
  await installation.get(0, "/crawl");
  assertEquals(installation.paths, ["/a", "/b", "/crawl"]);
});

Deno.test("databaseStore() keeps a seat for as long as its request takes", async () => {
  const held = Promise.withResolvers<void>();
  await using installation = await openInstallation(async (path) => {
    if (path === "/slow") await held.promise;
    return new Response("page");
  });
  const slow = installation.get(0, "/slow");
  await until("the slow page", () => installation.paths.includes("/slow"));
  const other = installation.get(1, "/other");
  const { sql } = installation;
  const seatUntil = async () => {
    const [row] = await sql`select state from federation_pace`;
    return PaceState.parse(row?.["state"]).seats[0]?.until ?? 0;
  };
  const first = await seatUntil();
  await until("the seat to be renewed", async () => await seatUntil() > first);
  await until("the end of the seat as it was at first", async () => {
    const [row] = await sql`select clock_timestamp() > to_timestamp(${first / 1000}) as over`;
    return row?.["over"] === true;
  });
  assertEquals(installation.paths, ["/slow"]);
  held.resolve();
  await Promise.all([slow, other]);
  assertEquals(installation.paths, ["/slow", "/other"]);
});

Deno.test("databaseStore() lets nothing be asked without the database", async () => {
  await using installation = await openInstallation(() => new Response("page"));
  const [sql] = installation.pools;
  await sql?.end();
  await assertRejects(async () => await installation.get(0, "/a", { priority: "interactive" }));
  assertEquals(installation.visits, []);
});

Deno.test("databaseStore() tells each site from others", async () => {
  await using database = await createTestDatabase();
  const [a, b] = ["https://a.example", "https://b.example"]
    .map((site) => databaseStore(database.sql, { site }));
  assert(a && b);
  const paused = await a.change((state, now) => [pause(state, now, 60_000), now + 60_000]);
  const until = (store: typeof a) => store.change((state) => [state, state.pausedUntil]);
  assertEquals([await until(a), await until(b)], [paused, 0]);
});
