import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client.ts";
import { type Clock, systemClock } from "@mypacer/shared/federation/clock.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Progress } from "../progress.ts";
import { countSharedLicenses } from "../repositories/athletes.ts";
import { beginRun, closeAbandonedRuns, endRun, saveCounters } from "../repositories/runs.ts";
import { type CrawlCounters, noCounters } from "./counters.ts";
import { withCrawlLock } from "./lock.ts";
import { CrawlStopped, type PageFailure, PageReader } from "./page_reader.ts";
import type { CrawlPlan } from "./plan.ts";
import { crawlSeason } from "./season.ts";

/** What a run works with. */
export type CrawlTools = {
  sql: Sql;
  federation: FederationClient;
  urls: FederationUrls;
  log: Logger;
  progress: Progress;
  /** Ends the run: what is under way is dropped, what is stored stays. */
  signal: AbortSignal;
  /** Key of the list of opposed people. */
  oppositionKey?: string | undefined;
  clock?: Clock;
};

/** What came of a run. */
export type CrawlReport = {
  plan: CrawlPlan;
  /** `finished` = all that was planned was read, `failed` = something is missing. */
  state: "finished" | "failed";
  /** Why the run ended before its plan was done; null when it did not. */
  stopped: string | null;
  counters: CrawlCounters;
  /** The first pages that failed. */
  failures: PageFailure[];
  seconds: number;
};

/**
 * Runs a plan: clubs, then their rosters, season by season, stored as they are read. A page or row
 * that fails is reported and left out; it never ends the run.
 *
 * @param budget Most requests the run may send; null = no limit.
 * @throws {CrawlBusy} If another run is under way.
 * @throws What the database threw, with the run closed as failed where that is still possible.
 */
export async function crawl(
  tools: CrawlTools,
  { plan, budget = null }: { plan: CrawlPlan; budget?: number | null },
): Promise<CrawlReport> {
  return await withCrawlLock(tools.sql, () => run(tools, plan, budget));
}

async function run(
  tools: CrawlTools,
  plan: CrawlPlan,
  budget: number | null,
): Promise<CrawlReport> {
  const { sql, federation, urls, log, progress, signal, oppositionKey, clock = systemClock } =
    tools;
  const began = performance.now();
  const counters = noCounters();
  const reader = new PageReader({ federation, counters, log, signal, budget, clock });
  await closeAbandonedRuns(sql);
  const id = await beginRun(sql, plan);
  let stopped: string | null = null;
  let state: CrawlReport["state"] = "failed";
  try {
    for (const season of plan.seasons) {
      await crawlSeason(
        { sql, urls, reader, counters, progress, oppositionKey },
        season,
        plan.clubNumber,
      );
      await saveCounters(sql, id, counters);
    }
    if (plan.clubNumber !== null && counters.clubs === 0) {
      const reason = `no club list of ${plan.seasons.join(", ")} holds it`;
      reader.reportMissing({ page: `club ${plan.clubNumber}`, reason });
    }
    if (counters.failed_pages === 0) state = "finished";
  } catch (error) {
    if (!(error instanceof CrawlStopped)) throw error;
    stopped = error.message;
  } finally {
    progress.end();
    // Where the error came from the database, this one may fail too: the first is the one to know.
    await close(tools, id, { state, counters });
  }
  const seconds = (performance.now() - began) / 1000;
  return { plan, state, stopped, counters, failures: reader.failures, seconds };
}

async function close(
  { sql, log }: CrawlTools,
  id: number,
  { state, counters }: Pick<CrawlReport, "state" | "counters">,
): Promise<void> {
  try {
    counters.shared_licenses = await countSharedLicenses(sql);
    await endRun(sql, id, { state, counters });
  } catch (error) {
    log.error("the run could not be closed; the next one will mark it as failed", { error });
  }
}
