import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import type { CrawlCounters } from "../plan/counters.ts";
import type { CrawlPlan } from "../plan/plan.ts";
import { WORKER_LOCK } from "./crawl_locks.ts";
import { hasTable } from "./schema.ts";

/**
 * How long after its begin an interrupted run is resumed: a day less than the week after which the
 * next one is due, so that what it read is still fresh.
 */
const RESUMED_WITHIN = "6 days";
/** Key of the lock under which runs are opened and closed: "runs" in ASCII, as a number. */
const RUNS_LOCK = "1920298611";

/** A run to work on. */
export type OpenRun = {
  id: number;
  /** Whether it is new, was under way, or had been interrupted. */
  origin: "new" | "joined" | "resumed";
};

/** A run that ended or is under way. */
type RunRow = {
  id: number;
  state: "running" | "finished" | "failed";
  /** Whether its plan is the one that was asked for. */
  isSamePlan: boolean;
  isResumable: boolean;
};

/**
 * Opens a run of a plan: joins the one under way, resumes an interrupted one, or begins one. Runs
 * whose processes are gone are marked as failed.
 *
 * @param options.resume Resume an interrupted run in place of starting over.
 * @returns Null when a run of another plan is under way.
 */
export async function openRun(
  sql: Sql,
  plan: CrawlPlan,
  { worker, resume, addFirstTasks }: {
    /** Number of the worker that opens it. */
    worker: number;
    resume: boolean;
    /** Adds the first tasks of a new run. */
    addFirstTasks: (sql: Queryable, id: number) => Promise<void>;
  },
): Promise<OpenRun | null> {
  return await sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${RUNS_LOCK}::bigint)`;
    const others = await haveOthers(sql, worker);
    const runs = await findRuns(sql, plan);
    const running = runs.find(({ state }) => state === "running");
    if (others && running) return running.isSamePlan ? { id: running.id, origin: "joined" } : null;
    const latest = runs.find(({ isSamePlan }) => isSamePlan);
    const interrupted = resume && latest?.isResumable === true ? latest : null;
    await sql`
      update crawl_run set state = 'failed', finished_at = now(), stopped = 'its process is gone'
      where state = 'running' and id <> ${interrupted?.id ?? 0}
    `;
    if (interrupted) {
      await reopen(sql, interrupted.id);
      return { id: interrupted.id, origin: "resumed" };
    }
    const [row] = await sql<{ id: number }[]>`
      insert into crawl_run (kind, seasons, club_number, birth_years)
      values (
        ${plan.kind}, ${plan.seasons}::smallint[], ${plan.clubNumber}, ${plan.birthYears}
      )
      returning id
    `;
    if (!row) throw new TypeError("Cannot open a run: no id came back");
    await addFirstTasks(sql, row.id);
    return { id: row.id, origin: "new" };
  });
}

/** Whether workers other than this one live. */
async function haveOthers(sql: Queryable, worker: number): Promise<boolean> {
  const [row] = await sql<{ others: boolean }[]>`
    select exists (
      select from pg_locks
      where locktype = 'advisory' and classid = ${WORKER_LOCK} and objid <> ${worker}
        and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
    ) as others
  `;
  return row?.others ?? false;
}

/** The latest runs, the last one first. */
async function findRuns(sql: Queryable, plan: CrawlPlan): Promise<RunRow[]> {
  return await sql<RunRow[]>`
    select id, state,
      (kind, seasons, birth_years)
        = (${plan.kind}, ${plan.seasons}::smallint[], ${plan.birthYears})
        and club_number is not distinct from ${plan.clubNumber} as is_same_plan,
      state <> 'finished' and started_at > now() - ${RESUMED_WITHIN}::interval
        and exists (select from crawl_task where run_id = id and state <> 'done') as is_resumable
    from crawl_run order by id desc limit 100
  `;
}

/** Opens an interrupted run again; what failed is tried once more. */
async function reopen(sql: Queryable, id: number): Promise<void> {
  await sql`
    update crawl_run set state = 'running', finished_at = null, stopped = null where id = ${id}
  `;
  await sql`
    update crawl_task set state = 'pending', attempts = 0, not_before = '-infinity', error = null
    where run_id = ${id} and (state = 'failed' or state = 'pending' and error is not null)
  `;
}

/** Adds what a worker did to the run's counters. @returns The sums of all workers. */
export async function addCounters(
  sql: Queryable,
  id: number,
  added: CrawlCounters,
): Promise<CrawlCounters> {
  const [row] = await sql<{ counters: CrawlCounters }[]>`
    update crawl_run set counters = (
      select jsonb_object_agg(name, coalesce((counters ->> name)::bigint, 0) + value::bigint)
      from jsonb_each_text(${JSON.stringify(added)}::text::jsonb) as added (name, value)
    )
    where id = ${id} returning counters
  `;
  return row?.counters ?? added;
}

/** The state of a run once a worker is done with it. */
export type ClosedRun = { state: "running" | "finished" | "failed"; stopped: string | null };

/**
 * Closes a run for a worker that is done with it. Where other workers still have something to do,
 * its state stays `running`.
 *
 * @param options.stopped Why the worker stopped before all was read; null when nothing is left.
 * @param options.facts Counters that are counted once, when a run ends.
 */
export async function closeRun(
  sql: Sql,
  id: number,
  { worker, stopped, facts }: {
    worker: number;
    stopped: string | null;
    facts: Pick<CrawlCounters, "failed_pages" | "shared_licenses">;
  },
): Promise<ClosedRun> {
  return await sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${RUNS_LOCK}::bigint)`;
    const others = await haveOthers(sql, worker);
    const [row] = await sql<ClosedRun[]>`
      update crawl_run as run set
        state = case
          when run.state <> 'running' then run.state
          when ${stopped !== null && others} then 'running'
          when ${stopped !== null || facts.failed_pages > 0} then 'failed'
          else 'finished' end,
        stopped = case when ${others} then run.stopped else coalesce(run.stopped, ${stopped}) end,
        finished_at = case when ${stopped !== null && others} then run.finished_at
          else coalesce(run.finished_at, now()) end,
        counters = counters || ${JSON.stringify(facts)}::text::jsonb
      where id = ${id} returning state, stopped
    `;
    return row ?? { state: "failed", stopped };
  });
}

/** When the last run that read all clubs of a season without a failure ended; null = never. */
export async function findLastRefresh(sql: Queryable, season: number): Promise<Date | null> {
  const [row] = await sql<{ finishedAt: Date | null }[]>`
    select max(finished_at) as finished_at
    from crawl_run
    where state = 'finished' and kind <> 'club' and ${season}::smallint = any(seasons)
  `;
  return row?.finishedAt ?? null;
}

/**
 * Counts the clubs of each season in the directory, for the cost of reading it again; none in a
 * database that has no schema yet.
 */
export async function countClubs(
  sql: Queryable,
  seasons: readonly number[],
): Promise<Map<number, number>> {
  if (!await hasTable(sql, "membership")) return new Map();
  const rows = await sql<{ season: number; clubs: number }[]>`
    select season, count(distinct club_id) as clubs
    from membership where season = any(${[...seasons]}::smallint[]) group by season
  `;
  return new Map(rows.map(({ season, clubs }) => [season, clubs]));
}

/** Counts the pages already read by the interrupted run that would be resumed; 0 without one. */
export async function countPagesDone(sql: Queryable, plan: CrawlPlan): Promise<number> {
  if (!await hasTable(sql, "crawl_task")) return 0;
  const latest = (await findRuns(sql, plan)).find(({ isSamePlan }) => isSamePlan);
  if (!latest?.isResumable) return 0;
  const [row] = await sql<{ count: number }[]>`
    select count(*) from crawl_task where run_id = ${latest.id} and state = 'done'
  `;
  return row?.count ?? 0;
}
