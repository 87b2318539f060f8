import { connectAlone, type Sql } from "@mypacer/shared/database/connect.ts";
import { isConnectionLoss } from "./database_retry.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/** Another process is filling the directory. */
export class CrawlBusy extends Error {
  override name = "CrawlBusy";
}

/**
 * Key of the advisory lock on filling the directory, which crawls share and an import has alone:
 * "crawl" in ASCII, as a number.
 */
const FILLING_LOCK = "427120752492";
/**
 * First key of the advisory locks by which workers show that they live: "work" in ASCII, as a
 * number.
 */
export const WORKER_LOCK = 2003792491;
/** How often a worker makes sure that its locks are held, ms: sooner than a database restarts. */
const CHECK_EVERY_MS = 2000;

const BUSY = "Another crawl or import is under way on this database";

/**
 * Does work while no other process fills the directory. The lock is the connection's: it goes with
 * the process, however that ends.
 *
 * @throws {CrawlBusy} If another process is filling it.
 */
export async function withCrawlLock<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const lock = await sql.reserve();
  try {
    const [row] = await lock<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${FILLING_LOCK}::bigint) as taken
    `;
    if (!row?.taken) throw new CrawlBusy(BUSY);
    try {
      return await work();
    } finally {
      await lock`select pg_advisory_unlock(${FILLING_LOCK}::bigint)`;
    }
  } finally {
    lock.release();
  }
}

/**
 * Does work as one of the workers of a crawl, under a number of its own: tasks with that number in
 * the queue are this worker's as long as its process lives. After the database was down, the locks
 * are taken again.
 *
 * @throws {CrawlBusy} If an import is under way.
 */
export async function withWorker<T>(
  sql: Sql,
  log: Logger,
  work: (worker: number) => Promise<T>,
): Promise<T> {
  const worker = 1 + Math.floor(Math.random() * 0x7ffffffe);
  const connection = connectAlone(sql);
  let checking = Promise.resolve();
  const check = async () => {
    try {
      await holdLocks(connection, worker);
    } catch (error) {
      log.warn("a worker's locks cannot be held at the moment", { error });
    }
  };
  try {
    await holdLocks(connection, worker);
    const timer = setInterval(() => checking = checking.then(check), CHECK_EVERY_MS);
    try {
      return await work(worker);
    } finally {
      clearInterval(timer);
      await checking;
    }
  } finally {
    await releaseLocks(connection, worker);
  }
}

/** Gives a worker's locks back at once, and closes the connection that holds them. */
async function releaseLocks(connection: Sql, worker: number): Promise<void> {
  try {
    await connection`
      select pg_advisory_unlock(${WORKER_LOCK}::integer, ${worker}::integer),
        pg_advisory_unlock_shared(${FILLING_LOCK}::bigint)
    `;
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
  } finally {
    await connection.end({ timeout: 1 });
  }
}

/** Takes a worker's locks, unless its connection holds them already. */
async function holdLocks(connection: Sql, worker: number): Promise<void> {
  const [row] = await connection<{ held: boolean }[]>`
    select exists (
      select from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid() and classid = ${WORKER_LOCK}
        and objid = ${worker} and objsubid = 2
    ) as held
  `;
  if (row?.held) return;
  const [lock] = await connection<{ taken: boolean }[]>`
    select pg_try_advisory_lock_shared(${FILLING_LOCK}::bigint) as taken
  `;
  if (!lock?.taken) throw new CrawlBusy(BUSY);
  await connection`select pg_advisory_lock(${WORKER_LOCK}::integer, ${worker}::integer)`;
}
