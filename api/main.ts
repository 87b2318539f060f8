import { connect } from "@mypacer/shared/database/connect.ts";
import { databaseUrl } from "@mypacer/shared/database/config.ts";
import { openFederation } from "@mypacer/shared/federation/installation.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { assertPortIsFree } from "@mypacer/shared/process/free_ports.ts";
import { createTrackedLog } from "@mypacer/shared/process/errors/tracked_log.ts";
import { createApp } from "./app.ts";
import { Config, federationBudget } from "./config.ts";
import { createListedAges } from "./repositories/listed_ages.ts";
import { AthleteMemory } from "./records/athlete_memory.ts";
import { buildInWorker } from "./search/index/build_in_worker.ts";
import { IndexKeeper } from "./search/index_keeper.ts";
import { packResponse, unpackRequest } from "./threads/passed.ts";
import { ServingThreads } from "./threads/serving_threads.ts";
import manifest from "./deno.json" with { type: "json" };

/** Longest time a statement may take, ms: the site's pages wait no longer for a search. */
const STATEMENT_TIMEOUT_MS = 5000;
/** Most connections: two cores answer no sooner with more. */
const MAX_CONNECTIONS = 10;
/** Name of the search index in its folder. */
const INDEX_FILE = "search-index";
/**
 * When the process stops: how long requests to the federation may still take, ms. It leaves as long
 * again to answer those who wait for them.
 */
const FEDERATION_STOP_MS = 4000;
/**
 * When the process stops: how long requests may still take, ms. Docker ends the process after 15 s.
 */
const STOP_TIMEOUT_MS = 8000;

/**
 * Serves the API until SIGINT or SIGTERM, then answers what is under way and closes the database.
 */
async function main(): Promise<void> {
  const config = readEnvironment(Config);
  const { version } = manifest;
  const { log, flush } = createTrackedLog("api", {
    level: config.LOG_LEVEL,
    dsn: config.SENTRY_DSN,
    version,
  });
  const sql = connect({
    url: databaseUrl(config),
    applicationName: "mypacer_api",
    max: MAX_CONNECTIONS,
    statementTimeout: STATEMENT_TIMEOUT_MS,
  });
  const federation = openFederation(config, {
    sql,
    version,
    log,
    visitorsPerMinute: federationBudget(config),
  });
  const clock = () => new Date();
  const ages = createListedAges({ youngest: config.YOUNGEST_LISTED, clock });
  const keeper = new IndexKeeper({
    sql,
    build: (order, options) => buildInWorker({ url: databaseUrl(config), ...order }, options),
    latestBirthYear: ages.latestBirthYear,
    file: config.INDEX_FOLDER === undefined ? null : `${config.INDEX_FOLDER}/${INDEX_FILE}`,
    clock,
    log,
    oppositionKey: config.OPPOSITION_KEY,
  });
  const memory = new AthleteMemory({ sql, clock, log });
  let threads: ServingThreads | undefined;
  const app = createApp({
    sql,
    threadCounts: async () => await threads?.counts() ?? [],
    federation,
    log,
    keeper,
    memory,
    config: {
      federationUrl: config.FEDERATION_URL,
      recordsMaxAge: config.RECORDS_MAX_AGE,
      // Time for the federation's answer, and 2 s for its turn and for storing the page.
      visitorTimeoutMs: (config.FEDERATION_VISITOR_TIMEOUT + 2) * 1000,
      version,
      oppositionKey: config.OPPOSITION_KEY,
      directoryShare: config.DIRECTORY_SHARE_PER_DAY,
      youngestListed: config.YOUNGEST_LISTED,
    },
  });
  const hasThreads = config.API_THREADS > 1;
  if (hasThreads) assertPortIsFree(config.HOST, config.API_PORT);
  const server = Deno.serve({
    hostname: config.HOST,
    port: config.API_PORT,
    reusePort: hasThreads,
    onListen: ({ hostname, port }) =>
      log.info("listening", { hostname, port, threads: config.API_THREADS }),
    onError: (error) => {
      // The application answers its own errors: this is a fault of the boundary itself.
      log.error("a request was not answered", { error });
      return new Response(null, { status: 500 });
    },
  }, app.fetch);

  if (hasThreads) {
    threads = new ServingThreads({
      count: config.API_THREADS - 1,
      keeper,
      log,
      calls: {
        answer: async (request) => await packResponse(await app.fetch(unpackRequest(request))),
        find: (request) => app.search.find(request),
        clubOf: (number) => app.search.clubOf(number),
        borrowShare: (client, ffaIds) => app.directoryShare.borrow(client, ffaIds),
        repayShare: (repayments) => Promise.resolve(app.directoryShare.repay(repayments)),
      },
      settings: {
        hostname: config.HOST,
        port: server.addr.port,
        federationUrl: config.FEDERATION_URL,
        version,
        oppositionKey: config.OPPOSITION_KEY,
        hasDirectoryShare: config.DIRECTORY_SHARE_PER_DAY > 0,
        logLevel: config.LOG_LEVEL,
        dsn: config.SENTRY_DSN,
      },
    });
  }
  // Searches are answered by SQL until the index is there.
  void keeper.start();
  void memory.start();
  // Read before the first visitor waits for a page; where this fails, the next request reads it.
  federation.robots().catch((error) => log.warn("robots.txt could not be read yet", { error }));

  let stopping = false;
  const stop = async (signal: Deno.Signal) => {
    if (stopping) return;
    stopping = true;
    keeper.close();
    log.info("stopping", { signal });
    const deadline = setTimeout(() => {
      log.warn("requests under way were cut off", { after: STOP_TIMEOUT_MS });
      Deno.exit(0);
    }, STOP_TIMEOUT_MS);
    const giveUp = setTimeout(() => federation.close(), FEDERATION_STOP_MS);
    await Promise.all([server.shutdown(), threads?.stop()]);
    clearTimeout(giveUp);
    federation.close();
    await sql.end({ timeout: 5 });
    await flush();
    clearTimeout(deadline);
    log.info("stopped");
    // Listeners of signals keep a process alive.
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => void stop(signal));
  }
  await server.finished;
}

try {
  await main();
} catch (error) {
  // What an operator can mend is written in one line; anything else keeps its stack.
  const expected = error instanceof EnvironmentError || error instanceof Deno.errors.AddrInUse;
  const line = expected ? error.message : Deno.inspect(error);
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
  Deno.exit(1);
}
