import { connectAlone, type Sql } from "@mypacer/shared/database/connect.ts";
import { isConnectionLoss } from "./database_retry.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/** Another process is filling the directory. */
export class CrawlBusy extends Error {
  override name = "CrawlBusy";
}

/** Key of the advisory lock of those who fill the directory: "crawl" in ASCII, as a number. */
const LOCK = "427120752492";
/**
 * First key of the advisory locks by which workers show that they live: "work" in ASCII, as a
 * number.
 */
export const WORKER_LOCK = 2003792491;
/** How often a worker makes sure that its locks are held, ms. */
const CHECK_EVERY = 2000;

const BUSY = "Another crawl or import is under way on this database";

/**
 * Works as the only one who fills the directory. The lock is the connection's: it goes with the
 * process, however that ends.
 *
 * @throws {CrawlBusy} If another process does.
 */
export async function withCrawlLock<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const lock = await sql.reserve();
  try {
    const [row] = await lock<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${LOCK}::bigint) as taken
    `;
    if (!row?.taken) throw new CrawlBusy(BUSY);
    try {
      return await work();
    } finally {
      await lock`select pg_advisory_unlock(${LOCK}::bigint)`;
    }
  } finally {
    lock.release();
  }
}

/**
 * Works as one of those who crawl, under a number of its own: what has that number in the queue is
 * in hand as long as this process lives. Where the database was away, the locks are taken again.
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
    const timer = setInterval(() => checking = checking.then(check), CHECK_EVERY);
    try {
      return await work(worker);
    } finally {
      clearInterval(timer);
      await checking;
    }
  } finally {
    await giveBack(connection, worker);
  }
}

/**
 * Gives the locks of a worker back and closes their connection, with which they would go as well,
 * later.
 */
async function giveBack(connection: Sql, worker: number): Promise<void> {
  try {
    await connection`
      select pg_advisory_unlock(${WORKER_LOCK}::integer, ${worker}::integer),
        pg_advisory_unlock_shared(${LOCK}::bigint)
    `;
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
  } finally {
    await connection.end({ timeout: 1 });
  }
}

/** Takes the locks of a worker, unless its connection holds them. */
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
    select pg_try_advisory_lock_shared(${LOCK}::bigint) as taken
  `;
  if (!lock?.taken) throw new CrawlBusy(BUSY);
  await connection`select pg_advisory_lock(${WORKER_LOCK}::integer, ${worker}::integer)`;
}
