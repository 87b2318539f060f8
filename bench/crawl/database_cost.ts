import type { Sql } from "@mypacer/shared/database/connect.ts";
import { readProcessTimes } from "./process_times.ts";

/** What a database has done so far. */
export interface DatabaseCost {
  /** CPU of the server with all its processes, s; NaN where the system does not tell. */
  cpu: number;
  /** Time in which statements ran, those of several connections added up, s. */
  active: number;
  /** Transactions; a statement outside of one counts as one. */
  transactions: number;
}

/**
 * Reads what a database on this machine has cost since its start. Connections tell what they did
 * once a second, and when they close.
 */
export async function readDatabaseCost(sql: Sql): Promise<DatabaseCost> {
  const [row] = await sql<{ active: number; transactions: number; pids: number[] }[]>`
    select active_time / 1000 as active, xact_commit + xact_rollback as transactions,
      array(select pid from pg_stat_activity) as pids
    from pg_stat_database where datname = current_database()
  `;
  if (row === undefined) {
    throw new TypeError("Cannot read what the database cost: no row came back");
  }
  const { active, transactions, pids } = row;
  return { active, transactions, cpu: await serverCpu(pids) };
}

/** CPU of a server, by the ids of its processes; their parent adds those that have ended. */
async function serverCpu(pids: readonly number[]): Promise<number> {
  const processes = await Promise.all(pids.map(readProcessTimes));
  const running = processes.filter((times) => times !== null);
  const parent = await readProcessTimes(running[0]?.parent ?? 0);
  return running.reduce((sum, { own }) => sum + own, (parent?.own ?? NaN) + (parent?.ended ?? 0));
}
