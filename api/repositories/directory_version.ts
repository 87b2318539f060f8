import type { Queryable } from "@mypacer/shared/database/connect.ts";

/**
 * Channel on which the database notifies that the directory changed: a crawl ended, an athlete was
 * added, somebody objected.
 */
export const DIRECTORY_CHANGED = "directory_changed";

/**
 * Reads a text that changes whenever the directory may have changed: which database it is, the
 * crawls that ended, the last number given to an athlete, the list of people who asked not to be
 * listed. Costs nothing to ask, unlike counting rows.
 */
export async function readDirectoryVersion(sql: Queryable): Promise<string> {
  const [row] = await sql<{ version: string }[]>`
    select concat_ws(' ',
      (select oid from pg_database where datname = current_database()),
      (select concat(count(*), '/', max(finished_at)) from crawl_run where state <> 'running'),
      (select concat(last_value, is_called) from athlete_id_seq),
      (select concat(count(*), '/', max(created_at)) from opposition)
    ) as version
  `;
  if (row === undefined) {
    throw new TypeError("Cannot read the directory's version: no row came back");
  }
  return row.version;
}
