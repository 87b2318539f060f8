import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { hasTable } from "./schema.ts";

/**
 * For how long results that were read for birth years are not read again for the same reason: a
 * club's new results bring few years that the old ones did not.
 */
const READ_AGAIN_AFTER = "60 days";

/**
 * Adds results pages to a run that may bring missing birth years, those of clubs with the most
 * such members first. Each athlete is looked for in the latest of the seasons only. Once a run.
 *
 * @param atMost Most clubs and seasons; null = all, also those read lately.
 * @returns How many pages were added.
 */
export async function addResultsForBirthYears(
  sql: Queryable,
  runId: number,
  { seasons, clubNumber, atMost }: {
    seasons: readonly number[];
    clubNumber: string | null;
    atMost: number | null;
  },
): Promise<number> {
  const { count } = await sql`
    with results as (${resultsForBirthYears(sql, { seasons, clubNumber })})
    insert into crawl_task (run_id, kind, season, key, page)
    select ${runId}::bigint, 'results', season, ffa_number, 1
    from results
    where not exists (select from crawl_task where run_id = ${runId} and kind = 'results')
      and (${atMost}::integer is null or not exists (
        select from crawl_task as former join crawl_run on crawl_run.id = former.run_id
        where former.kind = 'results' and former.season = results.season
          and former.key = ffa_number and started_at > now() - ${READ_AGAIN_AFTER}::interval
      ))
    order by athletes desc, season desc, ffa_number
    limit ${atMost}
    on conflict do nothing
  `;
  return count;
}

/**
 * Counts, for each season, the clubs with members whose birth year is missing; each member counts
 * in their latest season only.
 */
export async function countResultsForBirthYears(
  sql: Queryable,
  plan: { seasons: readonly number[]; clubNumber: string | null },
): Promise<Map<number, number>> {
  if (!await hasTable(sql, "membership")) return new Map();
  const rows = await sql<{ season: number; clubs: number }[]>`
    select season, count(*) as clubs from (${
    resultsForBirthYears(sql, plan)
  }) as results group by season
  `;
  return new Map(rows.map(({ season, clubs }) => [season, clubs]));
}

/** Clubs and seasons whose results may bring birth years, and of how many athletes. */
function resultsForBirthYears(
  sql: Queryable,
  { seasons, clubNumber }: { seasons: readonly number[]; clubNumber: string | null },
) {
  return sql`
    select ffa_number, season, count(*) as athletes
    from (
      select athlete_id, max(season) as season
      from athlete join membership on athlete_id = athlete.id
      where birth_year is null and season = any(${[...seasons]}::smallint[])
      group by athlete_id
    ) as unknown join membership using (athlete_id, season) join club on club.id = club_id
    where ${clubNumber}::text is null or ffa_number = ${clubNumber}
    group by ffa_number, season
  `;
}
