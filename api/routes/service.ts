import { snakeKeys } from "@mypacer/shared/contract/spelling.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { EnvironmentError } from "@mypacer/shared/process/environment.ts";
import { isLoopback } from "@mypacer/shared/federation/urls.ts";
import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { CACHE, respondJson, respondText } from "../http/respond.ts";
import type { Route, RoutedRequest } from "../http/route.ts";
import type { DirectoryReader } from "../observation/directory_reader.ts";
import type { Counts, Metrics } from "../observation/metrics.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";
import type { SearchEngine } from "../search/engine.ts";
import { DatabaseStatus, Health, Ready } from "../legacy/schema.ts";
import { DetailError, PlainDetail } from "../legacy/validation_error.ts";

/** What the routes of the state of the service work with. */
interface ServiceNeeds {
  sql: Sql;
  search: SearchEngine;
  filterListed: ListedFilter;
  /** What the directory holds, counted at most once a second. */
  directory: DirectoryReader;
  metrics: Metrics;
  /** What other threads of the process have counted. */
  threadCounts: () => Promise<readonly Counts[]>;
  log: Logger;
  federationUrl: string;
  version: string;
}

/** `GET /status`: what the directory holds and how fresh it is. */
async function getStatus(
  { request }: RoutedRequest,
  { directory, search, federationUrl, version }: ServiceNeeds,
): Promise<Response> {
  const { lastUnderstood, ...state } = await directory.read();
  const status: Status = snakeKeys({
    version,
    ...state,
    pagesUnderstoodAt: lastUnderstood?.checkedAt ?? null,
    searchEngine: search.kind,
    federation: {
      url: federationUrl,
      simulated: isLoopback(new URL(federationUrl).hostname),
    },
  });
  return respondJson(request, status);
}

/** `GET /database_status`: the same in the original's words. */
async function getDatabaseStatus({ request }: RoutedRequest, { directory }: ServiceNeeds) {
  const { clubs, athletes, updatedAt } = await directory.read();
  return respondJson(request, {
    num_clubs: clubs,
    num_athletes: athletes,
    last_update: updatedAt?.toISOString() ?? null,
  });
}

/** `GET /health`: the process runs. */
function getHealth({ request }: RoutedRequest) {
  const health = { status: "healthy", service: "mypacer-api" };
  return respondJson(request, health, { cache: CACHE.never });
}

/** Any id: whether it is on the list of objections cannot be found out without the list's key. */
const ANYBODY = { ffaId: "0" };

/** `GET /health/ready`: the process runs, the database answers, and its key fits the directory. */
async function getReady(
  { request }: RoutedRequest,
  { sql, directory, search, filterListed, log }: ServiceNeeds,
): Promise<Response> {
  try {
    // The state may be a second old; that the database answers must be true now.
    await inTime(sql`select 1`);
    const { athletes } = await inTime(directory.read());
    await inTime(filterListed([ANYBODY]));
    return respondJson(request, {
      status: "ready",
      service: "mypacer-api",
      database: "connected",
      athletes_count: athletes,
      search_engine: search.kind,
    }, { cache: CACHE.never });
  } catch (error) {
    if (error instanceof EnvironmentError) {
      log.error("not ready: a setting does not fit the directory", { error });
      throw new DetailError(503, "A setting does not fit the directory; the log says which");
    }
    log.warn("not ready: the database does not answer", { error });
    throw new DetailError(503, "The database does not answer, or its schema is missing");
  }
}

/**
 * Longest time the database may take to answer before this process counts as not ready, ms: more
 * than a migration lets readers wait (2.5 s), less than the health check of the image (5 s).
 */
const READY_TIMEOUT_MS = 4000;

const inTime = <T>(work: PromiseLike<T>) => withTimeout(work, { timeoutMs: READY_TIMEOUT_MS });

/** `GET /metrics`: counts and durations for Prometheus. */
async function getMetrics(
  { request }: RoutedRequest,
  { metrics, threadCounts }: ServiceNeeds,
) {
  return respondText(request, metrics.toText(await threadCounts()), {
    type: "text/plain; version=0.0.4; charset=utf-8",
    cache: CACHE.never,
  });
}

export const serviceRoutes = (needs: ServiceNeeds): Route[] => [
  {
    method: "GET",
    path: "/status",
    tag: "Service",
    operation: "getStatus",
    summary: "What the directory holds and how fresh it is",
    answer: Status,
    handler: (routed) => getStatus(routed, needs),
  },
  {
    method: "GET",
    path: "/health",
    tag: "Service",
    operation: "getHealth",
    summary: "Liveness",
    answer: Health,
    handler: getHealth,
  },
  {
    method: "GET",
    path: "/health/ready",
    tag: "Service",
    operation: "getReady",
    summary: "Readiness: the database answers, and the settings fit it",
    answer: Ready,
    refusal: PlainDetail,
    statuses: { 503: "The database does not answer, or a setting does not fit it" },
    handler: (routed) => getReady(routed, needs),
  },
  {
    method: "GET",
    path: "/metrics",
    tag: "Service",
    operation: "getMetrics",
    summary: "Counts and durations for Prometheus",
    answer: "text/plain",
    handler: (routed) => getMetrics(routed, needs),
  },
  {
    method: "GET",
    path: "/database_status",
    tag: "Original service",
    operation: "getDatabaseStatus",
    summary: "Counts and date of the last update",
    answer: DatabaseStatus,
    handler: (routed) => getDatabaseStatus(routed, needs),
  },
];
