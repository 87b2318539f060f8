import { createTestDatabase, type TestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import type { YoungestCategory } from "@mypacer/shared/domain/people/listed_age.ts";
import { createFederationClient } from "@mypacer/shared/federation/client.ts";
import { systemClock } from "@mypacer/shared/process/clock.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { type App, createApp } from "../app.ts";
import type { Allowance } from "../http/token_bucket.ts";
import { createListedAges } from "../repositories/listed_ages.ts";
import { AthleteMemory } from "../records/athlete_memory.ts";
import { makeIndex } from "../search/index/make_index.ts";
import { IndexKeeper } from "../search/index_keeper.ts";
import { OPPOSITION_KEY } from "./test_directory.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

/** An application over a database of its own and a federation that a test plays. */
export interface TestApp extends AsyncDisposable {
  sql: Sql;
  database: TestDatabase;
  federation: TestFederation;
  /** Milliseconds added to the time of day. */
  clock: { ahead: number };
  /** Lines of the log. */
  lines: string[];
  /** The index of searches; without one, SQL answers. */
  keeper: IndexKeeper | undefined;
  /** A connection to the server's own database, to be ended by whoever asked. */
  administrator(): Sql;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Answers a request as it is, where the application is served. */
  answer: App["fetch"];
  /** Everything that it serves. */
  routes: App["routes"];
}

/** The federation of a test: a server on this machine. */
export interface TestFederation {
  url: string;
  /** What it answers to anything but robots.txt. */
  answer: (request: Request) => Response | Promise<Response>;
  /** Paths asked for, but for robots.txt. */
  requestedPaths: string[];
}

/** Makes an application to send requests to. */
export async function createTestApp(
  {
    recordsMaxAge = 3600,
    visitorTimeoutMs = 5000,
    sql,
    statementTimeout = 0,
    inMemory = false,
    checkIntervalMs = 60_000,
    addedIntervalMs = 60_000,
    federationSearches,
    directoryShare,
    federationUrl,
    robots = "User-agent: *\nAllow: /\n",
    budget = 0,
    cooldown,
    timeout,
    fetch,
    remember = false,
    youngestListed,
  }: {
    recordsMaxAge?: number;
    visitorTimeoutMs?: number;
    /** Connections in place of the database's own. */
    sql?: Sql;
    /** Longest time a statement of the application may take, ms; 0 = no limit. */
    statementTimeout?: number;
    /** Keep an index for searches, made when the test says so. */
    inMemory?: boolean;
    /** How often the index looks for a lost message, ms. */
    checkIntervalMs?: number;
    /**
     * Least time between two indexes of which the second is made for an athlete who was added, ms.
     */
    addedIntervalMs?: number;
    /** How often visitors may have the federation searched. */
    federationSearches?: Allowance;
    /** Share of the directory that one network may read in a day, percent; no bound by default. */
    directoryShare?: number;
    /** A federation in place of the one that the test plays. */
    federationUrl?: string;
    /** The federation's robots.txt. */
    robots?: string;
    /** Requests per minute to the federation; 0 = no limit. */
    budget?: number;
    /** How long a failing federation is left alone the first time, ms. */
    cooldown?: number;
    /** Time for a whole answer of the federation, ms. */
    timeout?: number;
    /** Sends requests to the federation, where its host is no name of this machine. */
    fetch?: typeof globalThis.fetch;
    /** Remember athletes for some seconds. */
    remember?: boolean;
    /** The youngest age category that is listed. */
    youngestListed?: YoungestCategory;
  } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  // The application has the rights that it has in production; what a test prepares is the
  // superuser's.
  const apiSql = sql ?? connect({
    url: database.urlAs("mypacer_api"),
    applicationName: "mypacer test",
    max: 5,
    statementTimeout,
  });
  const federation: TestFederation = {
    url: "",
    answer: () => new Response("nothing here", { status: 404 }),
    requestedPaths: [],
  };
  const server = serveLocally((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/robots.txt") return new Response(robots);
    federation.requestedPaths.push(pathname);
    return federation.answer(request);
  });
  federation.url = federationUrl ?? server.url;
  const lines: string[] = [];
  const log = createLogger("api", {
    level: "debug",
    terminal: false,
    write: (line) => lines.push(line),
  });
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const client = createFederationClient({
    baseUrl: federation.url,
    contact: null,
    rate: 0,
    version: "0.0.0",
    backoff: 1,
    visitorsPerMinute: budget,
    clock: { ...systemClock, now: () => now().getTime() },
    log,
    ...cooldown === undefined ? {} : { cooldown },
    ...fetch === undefined ? {} : { fetch },
    ...timeout === undefined ? {} : { timeouts: { interactive: timeout, crawl: timeout } },
  });
  const ages = createListedAges({ youngest: youngestListed, clock: now });
  const keeper = inMemory
    ? new IndexKeeper({
      sql: apiSql,
      build: (order) => makeIndex(apiSql, order),
      latestBirthYear: ages.latestBirthYear,
      clock: () => new Date(),
      log,
      oppositionKey: OPPOSITION_KEY,
      checkIntervalMs,
      addedIntervalMs,
    })
    : undefined;
  const memory = remember ? new AthleteMemory({ sql: apiSql, clock: now, log }) : undefined;
  await memory?.start();
  const app = createApp({
    keeper,
    memory,
    sql: apiSql,
    federation: client,
    log,
    clock: now,
    config: {
      federationUrl: federation.url,
      recordsMaxAge,
      version: "0.0.0",
      visitorTimeoutMs,
      oppositionKey: OPPOSITION_KEY,
      ...youngestListed === undefined ? {} : { youngestListed },
      ...federationSearches === undefined ? {} : { federationSearches },
      ...directoryShare === undefined ? {} : { directoryShare },
    },
  });
  return {
    sql: database.sql,
    database,
    federation,
    clock,
    lines,
    keeper,
    administrator() {
      const url = new URL(database.url);
      url.pathname = "/postgres";
      return connect({ url: url.href, applicationName: "mypacer test", max: 1 });
    },
    answer: app.fetch,
    routes: app.routes,
    fetch: (path, init) => app.fetch(new Request(`http://127.0.0.1${path}`, init)),
    async [Symbol.asyncDispose]() {
      keeper?.close();
      client.close();
      await server[Symbol.asyncDispose]();
      // A pool that lost its connections may wait for them for ever.
      if (apiSql !== sql) await apiSql.end({ timeout: 1 });
      await database.sql.end({ timeout: 1 });
      await database[Symbol.asyncDispose]();
    },
  };
}
