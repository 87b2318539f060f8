import { isOpposed } from "@mypacer/shared/directory/opposition.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { forgetMissingPages } from "@mypacer/shared/directory/record_pages.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Context } from "./context.ts";
import { DirectoryShare } from "./directory_share/directory_share.ts";
import { toErrorAnswer } from "./error_answer.ts";
import { createAdder } from "./new_athletes/athlete_adder.ts";
import { createPageGateway } from "./federation/page_gateway.ts";
import { createFederationSearch } from "./new_athletes/federation_search.ts";
import type { Allowance } from "./http/token_bucket.ts";
import { VisitorAllowance } from "./new_athletes/visitor_allowance.ts";
import { type Answer, CACHE, toResponse } from "./http/answer.ts";
import { ClientLimits } from "./http/client_limits.ts";
import { BodyCache } from "./http/prepared_body.ts";
import { notFound, ProblemError, showGiven } from "./http/problem.ts";
import { refuseQuery } from "./http/query.ts";
import { allowedMethods, type Route, Router } from "./http/route.ts";
import { createDirectory } from "./observation/directory.ts";
import { Metrics } from "./observation/metrics.ts";
import { watchProcess } from "./process_metrics.ts";
import type { AthleteMemory } from "./records/athlete_memory.ts";
import { recordsKind } from "./records/records_kind.ts";
import { findListedAthletes } from "./records/listed_athletes.ts";
import { RecentBodies } from "./http/recent_bodies.ts";
import type { Listed } from "./repositories/listed.ts";
import { routes } from "./routes/table.ts";
import { resultsKind } from "./results/results_kind.ts";
import { listedOnly } from "./search/listed_search.ts";
import type { IndexKeeper } from "./search/index_keeper.ts";
import { createMemorySearch } from "./search/memory_search.ts";
import { createSqlSearch } from "./search/sql_search.ts";

/** What an application is made of. */
export interface AppOptions {
  sql: Sql;
  federation: FederationClient;
  /** The time, for what is kept and for how long. */
  clock?: () => Date;
  log: Logger;
  /** Holds the index that searches are answered from; without one, SQL answers. */
  keeper?: IndexKeeper | undefined;
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

/** Answers requests; never rejects. */
export type App = (request: Request) => Promise<Response>;

/** A little longer than the client waits for an answer; nginx waits longer than this, ms. */
const VISITOR_TIMEOUT_MS = 32_000;
/** Half of what the federation is asked at most by default: the records of athletes come first. */
const FEDERATION_SEARCHES: Allowance = { burst: 10, perSecond: 0.5 };

/** Nobody asks often to be left out: each five times at once, then every ten minutes. */
const REMOVAL_REQUESTS = {
  each: { burst: 5, perSecond: 1 / 600 },
  all: { burst: 60, perSecond: 1 / 20 },
};

/** A request id of the proxy in front, if it looks like one. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
/** Longest request that passes without a line in the log, s. */
const SLOW_REQUEST_S = 1;

/** Makes the application: route table, error boundary, what handlers work with. */
export function createApp(options: AppOptions): App {
  const context = createContext(options);
  const router = new Router<Context>(routes);
  const { log, metrics } = context;

  return async (request) => {
    const began = performance.now();
    const given = request.headers.get("x-request-id");
    const requestId = given !== null && REQUEST_ID.test(given) ? given : crypto.randomUUID();
    const seen = { route: "none" };
    let answer: Answer;
    try {
      answer = await dispatch(request, { router, context, seen });
    } catch (error) {
      answer = toErrorAnswer(error, { requestId, route: seen.route, log });
    }
    const response = await toResponse(answer, { request, requestId });
    const seconds = (performance.now() - began) / 1000;
    const method = routesMethod(request.method);
    metrics.countAnswer({ method, route: seen.route, status: response.status }, seconds);
    // The path's pattern only: a query names people.
    const line = { method, route: seen.route, status: response.status, seconds, requestId };
    if (seconds > SLOW_REQUEST_S) log.info("slow request", line);
    else log.debug("request", line);
    return response;
  };
}

/** Methods of requests as metrics name them: whatever else a client thinks of is one series. */
function routesMethod(method: string): string {
  return ["GET", "HEAD", "POST", "OPTIONS"].includes(method) ? method : "other";
}

/**
 * Routes that refuse parameters they do not have; probes and the original's clients may add what
 * they like.
 */
const STRICT: ReadonlySet<Route["tag"]> = new Set(["Athletes", "Clubs", "Pace table"]);

async function dispatch(
  request: Request,
  { router, context, seen }: { router: Router<Context>; context: Context; seen: { route: string } },
): Promise<Answer> {
  // What stands in `Host` is part of the address, and may be no host at all.
  const url = URL.parse(request.url);
  if (url === null) throw new ProblemError(400, { title: "The address or the Host is not valid" });
  const match = router.find(url);
  if (match === null) throw notFound("Nothing is served at this path; see /docs");
  const { routes, params } = match;
  const allow = allowedMethods(routes);
  const route = routes.get(request.method === "HEAD" ? "GET" : request.method);
  for (const { path } of routes.values()) seen.route = path;
  if (request.method === "OPTIONS") {
    return { status: 204, body: "", headers: { allow, "cache-control": CACHE.never } };
  }
  if (route === undefined) {
    throw new ProblemError(405, {
      kind: "method-not-allowed",
      title: "The method is not allowed here",
      errors: [{ parameter: "method", given: showGiven(request.method), accepted: allow }],
      headers: { allow },
    });
  }
  if (route.query === undefined && STRICT.has(route.tag)) refuseQuery(url);
  return await route.handler({ request, url, params }, context);
}

function createContext(options: AppOptions): Context {
  const { sql, federation, log, config, keeper, memory, clock = () => new Date() } = options;
  const {
    federationUrl,
    recordsMaxAge,
    version,
    oppositionKey,
    visitorTimeoutMs = VISITOR_TIMEOUT_MS,
  } = config;
  const listed: Listed = async (athletes) => {
    const ffaIds = athletes.map(({ ffaId }) => ffaId);
    const opposed = await isOpposed(sql, ffaIds, { key: oppositionKey });
    return opposed.size === 0 ? [...athletes] : athletes.filter(({ ffaId }) => !opposed.has(ffaId));
  };
  const forget = (ffaId: string) => memory?.forget(ffaId);
  const watchUnknown = (): UnknownSeries => {
    const series = new UnknownSeries();
    series.onBegin((ffaIds) => {
      log.error("so many athletes are unknown to the federation that its pages must have changed", {
        unknown: ffaIds.length,
      });
      forgetMissingPages(sql, ffaIds)
        .catch((error) => log.error("what was taken for unknown could not be dropped", { error }))
        .finally(() => ffaIds.forEach(forget));
    });
    return series;
  };
  // Addresses of two forms: one may change alone.
  const series = { records: watchUnknown(), results: watchUnknown() };
  const site = { sql, federation, federationUrl, log, clock, maxAge: recordsMaxAge };
  const gatewayOptions = { clock, log, onKept: forget, visitorTimeoutMs };
  const records = createPageGateway(recordsKind(site), {
    ...gatewayOptions,
    unknownSeries: series.records,
  });
  const results = createPageGateway(resultsKind(site), {
    ...gatewayOptions,
    unknownSeries: series.results,
  });
  const findListed = findListedAthletes({ sql, listed });
  const access = {
    federation,
    federationUrl,
    allowance: new VisitorAllowance(config.federationSearches ?? FEDERATION_SEARCHES, clock),
    visitorTimeoutMs,
    clock,
    log,
  };
  const heavyWork = new HeavyWork();
  const tables = new BodyCache();
  const metrics = new Metrics();
  const sqlSearch = listedOnly(createSqlSearch({ sql, log }), listed);
  const search = keeper === undefined
    ? sqlSearch
    : createMemorySearch({ keeper, fallback: sqlSearch, log });
  const directory = createDirectory({ sql, clock });
  const directoryShare = new DirectoryShare({
    percent: config.directoryShare ?? 0,
    countAthletes: async () => (await directory.read()).athletes,
    clock,
    log,
  });
  watchProcess(metrics, {
    tables,
    heavyWork,
    directoryShare,
    federation,
    records,
    results,
    search,
    keeper,
    series,
  });
  const federationSearch = createFederationSearch(access);
  return {
    sql,
    search,
    records,
    results,
    findAthleteWithRecords: memory?.remembering(findListed) ?? findListed,
    federationSearch,
    adder: createAdder({
      ...access,
      sql,
      listed,
      maxAge: recordsMaxAge,
      unknownSeries: series.records,
      hasFound: federationSearch.hasFound,
    }),
    listed,
    removalLimits: new ClientLimits(REMOVAL_REQUESTS, clock),
    directory,
    directoryShare,
    heavyWork,
    tables,
    recordBodies: new RecentBodies(),
    metrics,
    clock,
    log,
    federationUrl,
    version,
    routes,
  };
}
