import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { findClubId } from "../repositories/clubs.ts";
import { forgetPagesOfEmptyDirectory } from "../repositories/known_pages.ts";
import { openRun } from "../repositories/runs.ts";
import { addTasks } from "../repositories/tasks.ts";
import { CrawlBusy, withWorker } from "../repositories/crawl_locks.ts";
import type { CrawlPlan } from "../plan/plan.ts";
import type { CrawlReport } from "./crawl_report.ts";
import type { CrawlTools } from "./crawl_tools.ts";
import { RunWorker } from "./run_worker.ts";

/**
 * Runs a plan: clubs, then their rosters, season by season, stored as they are read. A page or row
 * that fails is reported and left out; it never ends the run. Where others work on the same plan,
 * this one shares their run; where a run was interrupted, this one resumes it.
 *
 * @param budget Most requests that may be sent from here; null = no limit.
 * @param resume Resume an interrupted run in place of starting over.
 * @throws {CrawlBusy} If a run of another plan is under way, or an import.
 * @throws What the database threw, with the run closed as failed where that is still possible.
 */
export async function crawl(
  tools: CrawlTools,
  { plan, budget = null, resume = true }: {
    plan: CrawlPlan;
    budget?: number | null;
    resume?: boolean;
  },
): Promise<CrawlReport> {
  const { sql, log } = tools;
  return await withWorker(sql, log, async (worker) => {
    const run = await openRun(sql, plan, {
      worker,
      resume,
      addFirstTasks: (sql, id) => addFirstTasks(sql, id, plan),
    });
    if (run === null) throw new CrawlBusy("Another crawl, of another plan, is under way");
    if (run.origin !== "new") log.info(`${run.origin} a run`, { run: run.id });
    return await new RunWorker(tools, { plan, budget, run, worker }).work();
  });
}

/**
 * Adds the first tasks of a plan: of each season the list of clubs, or the one club's roster where
 * the directory has the club.
 */
async function addFirstTasks(sql: Queryable, runId: number, plan: CrawlPlan): Promise<void> {
  const { clubNumber, seasons } = plan;
  await forgetPagesOfEmptyDirectory(sql);
  const pages = await Promise.all(seasons.map(async (season) => {
    const isKnown = clubNumber !== null && await findClubId(sql, clubNumber, season) !== null;
    return isKnown
      ? { kind: "roster" as const, season, key: clubNumber, page: 1, total: null }
      : { kind: "clubs" as const, season, key: "", page: 1, total: null };
  }));
  await addTasks(sql, runId, pages);
}
