import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** A run as operators see it. */
export type RunFacts = {
  id: number;
  kind: string;
  seasons: number[];
  club: string | null;
  state: "running" | "finished" | "failed";
  stopped: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  counters: Record<string, number>;
  /** Pages still to be read, and pages that failed. */
  pending: number;
  failed: number;
};

/** The latest runs, the last one first. */
export async function findRunFacts(sql: Queryable, atMost: number): Promise<RunFacts[]> {
  return await sql<RunFacts[]>`
    select id, kind, seasons, club_number as club, state, stopped, started_at, finished_at,
      counters,
      (select count(*) from crawl_task where run_id = run.id and state = 'pending') as pending,
      (select count(*) from crawl_task where run_id = run.id and state = 'failed') as failed
    from crawl_run as run order by id desc limit ${atMost}
  `;
}
