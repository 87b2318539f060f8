import type { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** Counts of the directory. */
export interface Counts {
  clubs: number;
  athletes: number;
}

/** Counts clubs and athletes. */
export async function countDirectory(sql: Queryable): Promise<Counts> {
  const [counts] = await sql<Counts[]>`
    select (select count(*) from club) as clubs, (select count(*) from athlete) as athletes
  `;
  if (counts === undefined) throw new TypeError("Cannot count the directory: no row came back");
  return counts;
}

/** One run of the scraper. */
export interface CrawlRunRow {
  kind: "full" | "season" | "club";
  seasons: number[];
  startedAt: Date;
  finishedAt: Date | null;
  state: "running" | "finished" | "failed";
  counters: Record<string, number>;
}

/** Finds the run that began last, of those in one of some states. */
export async function findLastRun(
  sql: Queryable,
  states: readonly CrawlRunRow["state"][],
): Promise<CrawlRunRow | null> {
  const [run] = await sql<CrawlRunRow[]>`
    select kind, seasons, started_at, finished_at, state, counters
    from crawl_run
    where state = any(${[...states]}::text[])
    order by started_at desc, id desc
    limit 1
  `;
  return run ?? null;
}

/** What a check of the federation's pages came to. */
export interface CheckRow {
  checkedAt: Date;
  outcome: CheckOutcome;
}

/**
 * Finds the last check of the federation's pages, of those that came to one of some outcomes.
 */
export async function findLastCheck(
  sql: Queryable,
  outcomes: readonly CheckOutcome[],
): Promise<CheckRow | null> {
  const [check] = await sql<CheckRow[]>`
    select checked_at, outcome from federation_check
    where outcome = any(${[...outcomes]}::text[])
    order by checked_at desc, id desc
    limit 1
  `;
  return check ?? null;
}

/** When the last successful run ended; `null` before the first. */
export async function findLastUpdate(sql: Queryable): Promise<Date | null> {
  const [row] = await sql<{ finishedAt: Date | null }[]>`
    select max(finished_at) as finished_at from crawl_run where state = 'finished'
  `;
  return row?.finishedAt ?? null;
}
