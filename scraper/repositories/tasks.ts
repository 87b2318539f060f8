import { camelKeys, type SnakeKeys } from "@mypacer/shared/contract/spelling.ts";
import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import { WORKER_LOCK } from "./crawl_locks.ts";
import type { KnownPage } from "./known_pages.ts";
import type { TaskPage } from "./task_page.ts";

/** A page that a worker has claimed. */
export type Task = TaskPage & {
  /** How often it was claimed, this time included. */
  attempts: number;
  /** Entries of its list as the first page announced them; null = not known. */
  total: number | null;
  /** What is remembered of the page; null = it was never read. */
  known: KnownPage | null;
};

/** How a task ends, or rests before it is tried again. */
export type TaskEnd = TaskPage & {
  state: "pending" | "done" | "failed";
  error: string | null;
  /** When it may be claimed again at the earliest; null = at once. */
  notBefore: Date | null;
};

/**
 * How long a task stays with the worker that claimed it, s. Longer than the slowest page takes with
 * all its retries: a worker whose process is gone is noticed at once, by its lock.
 */
const LEASE_S = 900;

/** Adds pages to a run; those it has already stay as they are. @returns How many were added. */
export async function addTasks(
  sql: Queryable,
  runId: number,
  pages: readonly (TaskPage & { total: number | null })[],
): Promise<number> {
  if (pages.length === 0) return 0;
  const { count } = await sql`
    insert into crawl_task (run_id, kind, season, key, page, total)
    select ${runId}::bigint, kind, season, key, page, total
    from unnest(
      ${pages.map(({ kind }) => kind)}::text[], ${pages.map(({ season }) => season)}::smallint[],
      ${pages.map(({ key }) => key)}::text[], ${pages.map(({ page }) => page)}::smallint[],
      ${pages.map(({ total }) => total)}::integer[]
    ) as new_task (kind, season, key, page, total)
    order by kind, season, key, page
    on conflict do nothing
  `;
  return count;
}

/**
 * Claims tasks that are due, of the newest season that has any: an earlier season begins when the
 * later one is done. Two workers never get the same.
 */
export async function claimTasks(
  sql: Queryable,
  { runId, worker, now, atMost }: { runId: number; worker: number; now: Date; atMost: number },
): Promise<Task[]> {
  const rows = await sql<(Omit<Task, "known"> & { known: SnakeKeys<Task["known"]> })[]>`
    with free as (
      select run_id, kind, season, key, page from crawl_task
      where run_id = ${runId} and state = 'pending' and not_before <= ${now}
        -- No join: the index hands out the rows in order, and only those that are claimed.
        and season = (
          select max(season) from crawl_task
          where run_id = ${runId} and state = 'pending' and not_before <= ${now}
        )
        and (leased_until is null or leased_until < now())
      -- What failed before comes last.
      order by not_before, kind, page, key
      limit ${atMost}
      for update skip locked
    )
    update crawl_task as task
    set worker = ${worker}, leased_until = now() + ${LEASE_S} * interval '1 second',
      attempts = attempts + 1
    from free left join crawl_known_page as known using (kind, season, key, page)
    -- The run from "free" too: of a new run the planner knows no rows, and would read all of it.
    where (task.run_id, task.kind, task.season, task.key, task.page)
      = (free.run_id, free.kind, free.season, free.key, free.page)
    returning task.kind, task.season, task.key, task.page, attempts, task.total,
      to_jsonb(known) as known
  `;
  return rows.map((row) => ({ ...row, known: camelKeys(row.known) }));
}

/** Ends claimed tasks; to be called in the transaction that stores their pages. */
export async function endTasks(
  sql: Queryable,
  runId: number,
  ends: readonly TaskEnd[],
): Promise<void> {
  if (ends.length === 0) return;
  await sql`
    update crawl_task as task
    set state = task_end.state, worker = null, leased_until = null, error = task_end.error,
      not_before = coalesce(task_end.not_before, task.not_before)
    from unnest(
      -- The run with each row: of a new run the planner knows no rows, and would read all of it.
      ${ends.map(() => runId)}::bigint[],
      ${ends.map(({ kind }) => kind)}::text[], ${ends.map(({ season }) => season)}::smallint[],
      ${ends.map(({ key }) => key)}::text[], ${ends.map(({ page }) => page)}::smallint[],
      ${ends.map(({ state }) => state)}::text[],
      ${ends.map(({ error }) => error)}::text[],
      ${ends.map(({ notBefore }) => notBefore?.toISOString() ?? null)}::text[]::timestamptz[]
    ) as task_end (run_id, kind, season, key, page, state, error, not_before)
    where (task.run_id, task.kind, task.season, task.key, task.page)
      = (task_end.run_id, task_end.kind, task_end.season, task_end.key, task_end.page)
      and task.state <> 'done'
  `;
}

/** Makes a run read a list again from its first page. */
export async function restartList(
  sql: Queryable,
  runId: number,
  { kind, season, key }: TaskPage,
): Promise<void> {
  await sql`
    delete from crawl_task
    where run_id = ${runId} and kind = ${kind} and season = ${season} and key = ${key} and page > 1
  `;
  await sql`
    update crawl_task set state = 'pending', worker = null, leased_until = null
    where run_id = ${runId} and kind = ${kind} and season = ${season} and key = ${key} and page = 1
  `;
}

/** Gives back what a worker has claimed. */
export async function releaseTasks(sql: Queryable, runId: number, worker: number): Promise<void> {
  await sql`
    update crawl_task set worker = null, leased_until = null
    where run_id = ${runId} and state = 'pending' and worker = ${worker}
  `;
}

/** Frees the tasks of workers whose process is gone. @returns How many. */
export async function releaseLostTasks(sql: Queryable, runId: number): Promise<number> {
  const { count } = await sql`
    update crawl_task set worker = null, leased_until = null
    where run_id = ${runId} and state = 'pending' and worker is not null and not exists (
      select from pg_locks
      where locktype = 'advisory' and database = (
        select oid from pg_database where datname = current_database()
      ) and classid = ${WORKER_LOCK} and objid = crawl_task.worker and objsubid = 2
    )
  `;
  return count;
}

/** How far a run's queue is. */
export type QueueState = {
  pending: number;
  failed: number;
  /** When the next task that nobody has claimed may be claimed; null when there is none. */
  nextAt: Date | null;
};

/** Counts what is left of a run's queue, and what failed. */
export async function readQueue(sql: Queryable, runId: number): Promise<QueueState> {
  const [row] = await sql<QueueState[]>`
    select
      count(*) filter (where task.state = 'pending') as pending,
      count(*) filter (
        where (task.state = 'failed' or task.state = 'pending' and error is not null)
          -- Read beside the plan: nothing that was planned is missing.
          and not (task.kind in ('results', 'profile') and birth_years = 'some')
      ) as failed,
      min(not_before) filter (
        where task.state = 'pending' and leased_until is null and not_before > '-infinity'
      ) as next_at
    from crawl_task as task join crawl_run on crawl_run.id = run_id where run_id = ${runId}
  `;
  return row ?? { pending: 0, failed: 0, nextAt: null };
}

/** Pages of a run that failed, or failed so far; the newest season first. */
export async function findFailedTasks(
  sql: Queryable,
  runId: number,
  atMost: number,
): Promise<(TaskPage & { error: string })[]> {
  return await sql<(TaskPage & { error: string })[]>`
    select kind, season, key, page, coalesce(error, '') as error from crawl_task
    where run_id = ${runId} and (state = 'failed' or state = 'pending' and error is not null)
      and not (kind in ('results', 'profile') and exists (
        select from crawl_run where id = run_id and birth_years = 'some'
      ))
    order by season desc, kind, key, page limit ${atMost}
  `;
}

/** Counts the clubs of a season whose members a run reads. */
export async function countClubTasks(
  sql: Queryable,
  runId: number,
  season: number,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from crawl_task
    where run_id = ${runId} and kind = 'roster' and season = ${season} and page = 1
  `;
  return row?.count ?? 0;
}

/** Deletes tasks of earlier runs whose pages this run has read. */
export async function deleteFormerTasks(sql: Sql, runId: number): Promise<void> {
  await sql.begin(async (sql) => {
    // Of a new run the planner knows no rows, and would compare each with each.
    await sql`set local enable_nestloop = off`;
    await sql`
      delete from crawl_task as former using crawl_task as latest
      where latest.run_id = ${runId} and latest.state = 'done' and former.run_id < latest.run_id
        and (former.kind, former.season, former.key, former.page)
          = (latest.kind, latest.season, latest.key, latest.page)
    `;
  });
}
