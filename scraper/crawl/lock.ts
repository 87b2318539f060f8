import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { isConnectionLoss } from "./persistently.ts";

/** Another process is filling the directory. */
export class CrawlBusy extends Error {
  override name = "CrawlBusy";
}

/** Key of the advisory lock of those who fill the directory: "crawl" in ASCII, as a number. */
const LOCK = "427120752492";
/** First key of the advisory locks by which workers show that they live: "work" in ASCII, as a number. */
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
  let held = await takeLocks(sql, worker);
  let checking = Promise.resolve();
  const check = async () => {
    try {
      await held`select 1`;
    } catch (error) {
      if (!isConnectionLoss(error)) log.warn("a worker's locks could not be checked", { error });
      try {
        held = await takeLocks(sql, worker);
      } catch (cause) {
        log.warn("a worker's locks were lost and cannot be taken again yet", { error: cause });
      }
    }
  };
  const timer = setInterval(() => checking = checking.then(check), CHECK_EVERY);
  try {
    return await work(worker);
  } finally {
    clearInterval(timer);
    await checking;
    await giveBack(held, worker);
  }
}

type Held = Awaited<ReturnType<Sql["reserve"]>>;

async function takeLocks(sql: Sql, worker: number): Promise<Held> {
  const lock = await sql.reserve();
  try {
    const [row] = await lock<{ taken: boolean }[]>`
      select pg_try_advisory_lock_shared(${LOCK}::bigint) as taken
    `;
    if (!row?.taken) throw new CrawlBusy(BUSY);
    await lock`select pg_advisory_lock(${WORKER_LOCK}::integer, ${worker}::integer)`;
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function giveBack(lock: Held, worker: number): Promise<void> {
  try {
    await lock`
      select pg_advisory_unlock(${WORKER_LOCK}::integer, ${worker}::integer),
        pg_advisory_unlock_shared(${LOCK}::bigint)
    `;
  } catch (error) {
    // Gone with their connection.
    if (!isConnectionLoss(error)) throw error;
  } finally {
    lock.release();
  }
}
