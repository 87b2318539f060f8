import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { countOpenRequests } from "@mypacer/shared/database/removal_request.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { findLastChecks } from "../repositories/federation_checks.ts";
import { findRunFacts } from "../repositories/run_facts.ts";
import { type CronCounts, toMetrics } from "./metrics.ts";

/** Latest runs among which the last one that finished is looked for: some months of them. */
const RUNS = 20;
/** Longest wait for the database before the scraper counts as unhealthy, ms. */
const DATABASE_TIMEOUT_MS = 2000;

/** What health and metrics of a scraper are read from. */
export type ObservedScraper = {
  sql: Sql;
  federation: FederationClient;
  cron: CronCounts;
  log: Logger;
};

/** Makes what answers `GET /health` (503 when the database does not answer) and `GET /metrics`. */
export function observe({ sql, federation, cron, log }: ObservedScraper): Deno.ServeHandler {
  const began = Date.now() / 1000;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return new Response("method not allowed\n", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    if (pathname !== "/health" && pathname !== "/metrics") {
      return new Response("not found\n", { status: 404 });
    }
    try {
      if (pathname === "/health") {
        await inTime(sql`select 1`);
        return Response.json({ status: "healthy", service: "mypacer-scraper" });
      }
      const runs = await inTime(findRunFacts(sql, RUNS));
      const checks = await inTime(findLastChecks(sql));
      const requests = await inTime(countOpenRequests(sql));
      const { counters } = federation;
      return new Response(
        toMetrics({ runs, checks, requests, cron, federation: counters, began }),
        { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } },
      );
    } catch (error) {
      log.warn("the database does not answer", { error });
      return Response.json({ status: "unhealthy", service: "mypacer-scraper" }, { status: 503 });
    }
  };
}

const inTime = <T>(work: PromiseLike<T>) => withTimeout(work, { timeoutMs: DATABASE_TIMEOUT_MS });
