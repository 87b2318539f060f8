import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { YoungestCategory } from "@mypacer/shared/domain/people/listed_age.ts";
import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { DirectoryShare } from "./directory_share/directory_share.ts";
import { createPageGateway } from "./federation/page_gateway.ts";
import { watchUnknownAthletes } from "./federation/unknown_athletes.ts";
import { ClientLimits } from "./http/client_limits.ts";
import { BodyCache } from "./http/prepared_body.ts";
import { AgedBodyCache } from "./http/aged_body_cache.ts";
import type { Route } from "./http/route.ts";
import type { Allowance } from "./http/token_bucket.ts";
import { createAthleteAdder } from "./new_athletes/athlete_adder.ts";
import { createFederationSearch } from "./new_athletes/federation_search.ts";
import { VisitorAllowance } from "./new_athletes/visitor_allowance.ts";
import { createDirectoryReader } from "./observation/directory_reader.ts";
import { type Counts, Metrics } from "./observation/metrics.ts";
import { watchProcess } from "./process_metrics.ts";
import type { AthleteMemory } from "./records/athlete_memory.ts";
import { findListedAthletes } from "./records/listed_athletes.ts";
import { recordsKind } from "./records/records_kind.ts";
import { createListedAges } from "./repositories/listed_ages.ts";
import { createListedFilter } from "./repositories/listed_filter.ts";
import { createRequestHandler } from "./request_handler.ts";
import { resultsKind } from "./results/results_kind.ts";
import { analysisRoutes } from "./routes/analysis.ts";
import { athleteRoutes } from "./routes/athletes.ts";
import { clubRoutes } from "./routes/clubs.ts";
import { documentationRoutes } from "./routes/documentation.ts";
import { federationRoutes } from "./routes/federation.ts";
import { generateTableRoute } from "./routes/generate_table.ts";
import { legacyRoutes } from "./routes/legacy.ts";
import { paceTableRoutes } from "./routes/pace_table.ts";
import { removalRequestRoutes } from "./routes/removal_requests.ts";
import { resultsRoutes } from "./routes/results.ts";
import { serviceRoutes } from "./routes/service.ts";
import type { SearchEngine } from "./search/engine.ts";
import type { IndexKeeper } from "./search/index_keeper.ts";
import { listedOnly } from "./search/listed_search.ts";
import { createMemorySearch } from "./search/memory_search.ts";
import { createSqlSearch } from "./search/sql_search.ts";

/** What the API works with. */
export interface AppOptions {
  sql: Sql;
  federation: FederationClient;
  /** The time of day; the system's by default. */
  clock?: () => Date;
  log: Logger;
  /** Holds the index that searches are answered from; without one, SQL answers. */
  keeper?: IndexKeeper | undefined;
  /** What other threads of the process have counted; none by default. */
  threadCounts?: () => Promise<readonly Counts[]>;
  /** Remembers athletes for some seconds; without one, the database is asked each time. */
  memory?: AthleteMemory | undefined;
  config: {
    /** Address of the federation's site, or of what stands in for it. */
    federationUrl: string;
    /** How long records stay fresh, s. */
    recordsMaxAge: number;
    version: string;
    /** Key of the list of people who asked to be left out; the environment's by default. */
    oppositionKey?: string | undefined;
    /** The youngest age category that is listed; benjamins by default. */
    youngestListed?: YoungestCategory;
    /** Longest time a visitor waits for the federation, ms; 32 s by default. */
    visitorTimeoutMs?: number;
    /**
     * Share of the directory that one network may read in a day, percent; without one there is no
     * bound.
     */
    directoryShare?: number;
    /** How often visitors may have the federation searched, all together. */
    federationSearches?: Allowance;
  };
}

/** The API: what it serves, and how. */
export interface App {
  routes: readonly Route[];
  /** Answers a request; never rejects. */
  fetch: (request: Request) => Promise<Response>;
  search: SearchEngine;
  directoryShare: DirectoryShare;
}

/** Longest wait of a visitor, ms: 2 s more than a request to the federation may take. */
const VISITOR_TIMEOUT_MS = 32_000;
/** Half of what the federation is asked at most by default (1/s): records come first. */
const FEDERATION_SEARCHES: Allowance = { burst: 10, perSecond: 0.5 };

/**
 * Nobody asks often to be left out: each five times at once, then every ten minutes; all together
 * 60 times, then every 20 s.
 */
const REMOVAL_REQUESTS = {
  each: { burst: 5, perSecond: 1 / 600 },
  all: { burst: 60, perSecond: 1 / 20 },
};

/** Puts the API together: each part is made once, each group of routes takes what it needs. */
export function createApp(options: AppOptions): App {
  const { sql, federation, log, config, keeper, memory, clock = () => new Date() } = options;
  const { threadCounts = () => Promise.resolve([]) } = options;
  const { federationUrl, recordsMaxAge, version, oppositionKey } = config;
  const { visitorTimeoutMs = VISITOR_TIMEOUT_MS } = config;
  const metrics = new Metrics();

  // Who may be shown, and how many of them to one network.
  const ages = createListedAges({ youngest: config.youngestListed, clock });
  const filterListed = createListedFilter(sql, { key: oppositionKey, ages });
  const directory = createDirectoryReader({ sql, clock });
  const directoryShare = new DirectoryShare({
    percent: config.directoryShare ?? 0,
    countAthletes: async () => (await directory.read()).athletes,
    clock,
    log,
  });

  const sqlSearch = listedOnly(createSqlSearch({ sql, ages, log }), filterListed);
  const search = keeper === undefined
    ? sqlSearch
    : createMemorySearch({ keeper, fallback: sqlSearch, log });

  // Pages of the federation. Each kind has its own form, and one may change alone.
  const forget = (ffaId: string) => memory?.forget(ffaId);
  const unknownSeries = {
    records: watchUnknownAthletes({ sql, log, forget }),
    results: watchUnknownAthletes({ sql, log, forget }),
  };
  const pages = { sql, federation, federationUrl, log, clock, maxAge: recordsMaxAge };
  const gateway = { clock, log, onStored: forget, visitorTimeoutMs };
  const records = createPageGateway(recordsKind(pages), {
    ...gateway,
    unknownSeries: unknownSeries.records,
  });
  const results = createPageGateway(resultsKind(pages), {
    ...gateway,
    unknownSeries: unknownSeries.results,
  });
  const pageBodies = new AgedBodyCache();
  const findListed = findListedAthletes({ sql, ages, filterListed });
  const findAthleteWithPage = memory?.remembering(findListed) ?? findListed;

  // Who is not in the directory yet.
  const access = {
    federation,
    federationUrl,
    allowance: new VisitorAllowance(config.federationSearches ?? FEDERATION_SEARCHES, clock),
    visitorTimeoutMs,
    clock,
    log,
  };
  const federationSearch = createFederationSearch(access);
  const adder = createAthleteAdder({
    ...access,
    sql,
    ages,
    filterListed,
    maxAge: recordsMaxAge,
    unknownSeries: unknownSeries.records,
    hasFound: federationSearch.hasFound,
  });

  const heavyWork = new HeavyWork();
  const tables = new BodyCache();
  const removalLimits = new ClientLimits(REMOVAL_REQUESTS, clock);
  watchProcess(metrics, {
    tables,
    heavyWork,
    directoryShare,
    federation,
    records,
    results,
    search,
    keeper,
    unknownSeries,
  });

  const people = { sql, ages, directoryShare, federationUrl };
  const athletes = { ...people, findAthleteWithPage, pageBodies, metrics, clock };
  const routes: Route[] = [
    ...athleteRoutes({ ...athletes, records, search }),
    ...resultsRoutes({ ...athletes, results }),
    ...analysisRoutes({ ...athletes, records }),
    ...federationRoutes({ ...people, filterListed, federationSearch, adder }),
    ...clubRoutes({ ...people, filterListed }),
    ...removalRequestRoutes({ sql, removalLimits }),
    ...paceTableRoutes({ tables, heavyWork }),
    ...serviceRoutes({
      ...people,
      search,
      filterListed,
      directory,
      metrics,
      threadCounts,
      log,
      version,
    }),
    generateTableRoute({ tables, heavyWork }),
    ...legacyRoutes({ ...people, search, records, filterListed, metrics, clock }),
  ];
  // The documentation documents itself too.
  routes.push(...documentationRoutes({ routes, version }));
  const answer = createRequestHandler(routes, { log, metrics });
  // What serves the port passes more than the request.
  const fetch = (request: Request) => answer(request);
  return { routes, fetch, search, directoryShare };
}
