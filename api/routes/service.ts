import { snakeKeys } from "@mypacer/shared/contract/spelling.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import { EnvironmentError } from "@mypacer/shared/process/environment.ts";
import { isLoopback } from "@mypacer/shared/federation/urls.ts";
import type { Context } from "../context.ts";
import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { type Answer, CACHE, json, text } from "../http/answer.ts";
import type { Exchange, Route } from "../http/route.ts";
import { DatabaseStatus, Health, Ready } from "../legacy/schema.ts";
import { DetailError, PlainDetail } from "../legacy/validation_error.ts";

/** What the routes of the state of the service work with. */
type ServiceNeeds = Pick<
  Context,
  "sql" | "directory" | "search" | "listed" | "log" | "metrics" | "federationUrl" | "version"
>;

/** `GET /status`: what the directory holds and how fresh it is. */
export async function getStatus(_exchange: Exchange, context: ServiceNeeds): Promise<Answer> {
  const state = await context.directory.read();
  const status: Status = {
    version: context.version,
    clubs: state.clubs,
    athletes: state.athletes,
    updated_at: state.updatedAt?.toISOString() ?? null,
    last_run: snakeKeys(state.lastRun),
    running: snakeKeys(state.running),
    last_check: snakeKeys(state.lastCheck),
    pages_understood_at: state.lastUnderstood?.checkedAt.toISOString() ?? null,
    search_engine: context.search.kind,
    federation: {
      url: context.federationUrl,
      simulated: isLoopback(new URL(context.federationUrl).hostname),
    },
  };
  return json(status);
}

/** `GET /database_status`: the same in the original's words. */
export async function getDatabaseStatus(
  _exchange: Exchange,
  { directory }: ServiceNeeds,
): Promise<Answer> {
  const { clubs, athletes, updatedAt } = await directory.read();
  return json({
    num_clubs: clubs,
    num_athletes: athletes,
    last_update: updatedAt?.toISOString() ?? null,
  });
}

/** `GET /health`: the process runs. */
export function getHealth(): Answer {
  return json({ status: "healthy", service: "mypacer-api" }, { cache: CACHE.never });
}

/** Any person: whether somebody is on the list of objections cannot be told without its key. */
const ANYBODY = { ffaId: "0" };

/** `GET /health/ready`: the process runs, the database answers, and its key fits the directory. */
export async function getReady(
  _exchange: Exchange,
  { sql, directory, search, listed, log }: ServiceNeeds,
): Promise<Answer> {
  try {
    // The state may be a second old; that the database answers must be true now.
    await inTime(sql`select 1`);
    const { athletes } = await inTime(directory.read());
    await inTime(listed([ANYBODY]));
    return json({
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
export function getMetrics(_exchange: Exchange, { metrics }: ServiceNeeds): Answer {
  return text(metrics.toText(), {
    type: "text/plain; version=0.0.4; charset=utf-8",
    cache: CACHE.never,
  });
}

export const serviceRoutes: readonly Route<ServiceNeeds>[] = [
  {
    method: "GET",
    path: "/status",
    tag: "Service",
    operation: "getStatus",
    summary: "What the directory holds and how fresh it is",
    answer: Status,
    handler: getStatus,
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
    handler: getReady,
  },
  {
    method: "GET",
    path: "/metrics",
    tag: "Service",
    operation: "getMetrics",
    summary: "Counts and durations for Prometheus",
    answer: "text/plain",
    handler: getMetrics,
  },
  {
    method: "GET",
    path: "/database_status",
    tag: "Original service",
    operation: "getDatabaseStatus",
    summary: "Counts and date of the last update",
    answer: DatabaseStatus,
    handler: getDatabaseStatus,
  },
];
