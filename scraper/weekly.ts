import { type Season, seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { systemClock, wait } from "@mypacer/shared/process/clock.ts";
import { crawl } from "./crawl/crawl.ts";
import type { CrawlReport } from "./crawl/crawl_report.ts";
import type { CrawlTools } from "./crawl/crawl_tools.ts";
import { makePlan } from "./plan/plan.ts";
import { checkBeforeCrawl } from "./federation_check/before_crawl.ts";
import { findLastRefresh } from "./repositories/runs.ts";

/**
 * Age of the last refresh from which the scraper crawls when it starts, ms: a week, after which the
 * weekly crawl was missed.
 */
const OVERDUE_AGE_MS = 7 * 24 * 3600 * 1000;

/**
 * Refreshes the current season, and looks for some missing birth years, where the federation's
 * pages may be read and are understood.
 *
 * @throws {PagesNotUnderstood} If they may not or are not; only that is recorded.
 */
export async function refresh(tools: CrawlTools, now: Date): Promise<CrawlReport> {
  await checkBeforeCrawl(tools, now);
  const report = await crawl(tools, { plan: makePlan({ birthYears: "some" }, seasonOf(now)) });
  const { state, stopped, counters, failures, seconds } = report;
  tools.log[state === "finished" ? "info" : "error"](`crawl ${state}`, {
    stopped,
    seconds,
    ...counters,
    failures,
  });
  return report;
}

/**
 * Waits before a crawl that failed is tried again, ms; one hour is the longest that Deno's cron
 * allows.
 */
export const RETRY_AFTER: readonly number[] = [600_000, 3_600_000, 3_600_000];

/**
 * Crawls at once, and again after waits while it fails: the next scheduled one may be a week away.
 */
export async function catchUp(
  { log, signal, clock = systemClock }: Pick<CrawlTools, "log" | "signal" | "clock">,
  crawl: () => Promise<void>,
): Promise<void> {
  for (const [attempt, pause] of [...RETRY_AFTER, null].entries()) {
    try {
      return await crawl();
    } catch (error) {
      log.error("catching up failed", { error, attempt: attempt + 1, again_in_ms: pause });
    }
    if (pause === null || signal.aborted) return;
    await wait(clock, pause, signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
    if (signal.aborted) return;
  }
}

/** Whether the current season has never been read, or not for a week. */
export async function isOverdue({ sql }: Pick<CrawlTools, "sql">, now: Date): Promise<boolean> {
  const season: Season = seasonOf(now);
  const last = await findLastRefresh(sql, season);
  return last === null || now.getTime() - last.getTime() > OVERDUE_AGE_MS;
}
