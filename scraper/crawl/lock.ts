import type { Sql } from "@mypacer/shared/database/connect.ts";

/** Another process is filling the directory. */
export class CrawlBusy extends Error {
  override name = "CrawlBusy";
}

/** Key of the advisory lock of those who fill the directory: "crawl" in ASCII, as a number. */
const LOCK = "427120752492";

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
    if (!row?.taken) {
      throw new CrawlBusy("Another crawl or import is under way on this database");
    }
    try {
      return await work();
    } finally {
      await lock`select pg_advisory_unlock(${LOCK}::bigint)`;
    }
  } finally {
    lock.release();
  }
}
