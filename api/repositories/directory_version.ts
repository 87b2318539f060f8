import type { Queryable } from "@mypacer/shared/database/connect.ts";

/**
 * Channel on which the database notifies that the directory changed: a crawl ended, an athlete was
 * added, somebody objected.
 */
export const DIRECTORY_CHANGED = "directory_changed";

/**
 * How many of the athletes who were added last make part of the version, so that one whose
 * transaction ends after that of a later one changes it, too.
 */
const LATEST = 1000;

/**
 * Reads a text that changes whenever the directory may have changed: which database it is, the
 * crawls that ended, the athletes who were added last, the list of people who asked not to be
 * listed. Costs half a millisecond to ask, unlike counting rows.
 *
 * Only of what is committed: the sequence of athletes' numbers is ahead of their rows, and an index
 * of the rows as they were would have passed for one with the athlete who was being added.
 */
export async function readDirectoryVersion(sql: Queryable): Promise<string> {
  const [row] = await sql<{ version: string }[]>`
    select concat_ws(' ',
      (select oid from pg_database where datname = current_database()),
      (select concat(count(*), '/', max(finished_at)) from crawl_run where state <> 'running'),
      (select concat(max(id), '#', sum(id))
        from (select id from athlete order by id desc limit ${LATEST}) as latest),
      (select concat(count(*), '/', max(created_at)) from opposition)
    ) as version
  `;
  if (row === undefined) {
    throw new TypeError("Cannot read the directory's version: no row came back");
  }
  return row.version;
}
