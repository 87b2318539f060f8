import type { Sql } from "@mypacer/shared/database/connect.ts";

/**
 * Tells whether the directory still waits for its first crawl: nobody is in it, or the crawl that
 * was to fill it never finished. A directory loaded from a file, without any run, is left alone.
 */
export async function needsFirstCrawl(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ needed: boolean }[]>`
    select not exists (select from crawl_run where state = 'finished')
      and (exists (select from crawl_run) or not exists (select from athlete)) as needed
  `;
  return row?.needed ?? true;
}
