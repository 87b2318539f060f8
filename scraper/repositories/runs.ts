import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { CrawlCounters } from "../crawl/counters.ts";
import type { CrawlPlan } from "../crawl/plan.ts";

/** Opens a run; its id. */
export async function beginRun(sql: Queryable, plan: CrawlPlan): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into crawl_run (kind, seasons) values (${plan.kind}, ${plan.seasons}::smallint[])
    returning id
  `;
  if (!row) throw new TypeError("Cannot open a run: no id came back");
  return row.id;
}

/** Keeps what a run has done so far. */
export async function saveCounters(sql: Queryable, id: number, counters: CrawlCounters) {
  await sql`update crawl_run set counters = ${sql.json(counters)} where id = ${id}`;
}

/** Closes a run. */
export async function endRun(
  sql: Queryable,
  id: number,
  { state, counters }: { state: "finished" | "failed"; counters: CrawlCounters },
): Promise<void> {
  await sql`
    update crawl_run set state = ${state}, counters = ${sql.json(counters)}, finished_at = now()
    where id = ${id}
  `;
}

/** Marks runs as failed whose process is gone; to be called by the one that may run now. */
export async function closeAbandonedRuns(sql: Queryable): Promise<void> {
  await sql`
    update crawl_run set state = 'failed', finished_at = now() where state = 'running'
  `;
}

/** When a run that read all clubs of a season ended last without a failure; null = never. */
export async function findLastRefresh(sql: Queryable, season: number): Promise<Date | null> {
  const [row] = await sql<{ finishedAt: Date | null }[]>`
    select max(finished_at) as finished_at
    from crawl_run
    where state = 'finished' and kind <> 'club' and ${season}::smallint = any(seasons)
  `;
  return row?.finishedAt ?? null;
}

/**
 * Clubs that each season had when it was last read, for the cost of reading it again; none in a
 * database that has no schema yet.
 */
export async function countClubs(
  sql: Queryable,
  seasons: readonly number[],
): Promise<Map<number, number>> {
  const [schema] = await sql<{ ready: boolean }[]>`
    select to_regclass('membership') is not null as ready
  `;
  if (!schema?.ready) return new Map();
  const rows = await sql<{ season: number; clubs: number }[]>`
    select season, count(distinct club_id) as clubs
    from membership where season = any(${[...seasons]}::smallint[]) group by season
  `;
  return new Map(rows.map(({ season, clubs }) => [season, clubs]));
}
