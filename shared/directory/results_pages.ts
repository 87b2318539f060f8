import type { Queryable } from "../database/connect.ts";
import type { ResultEntry } from "../federation/parsers/results.ts";

/** An athlete and a calendar year of results. */
export interface AthleteYear {
  athleteId: number;
  year: number;
}

/**
 * Stores a reading in place of the one before. Nothing is stored of an athlete who was removed
 * meanwhile, here or by the federation.
 */
export async function recordResultsPage(
  sql: Queryable,
  { athleteId, year, fetchedAt, expiresAt, results }: AthleteYear & {
    fetchedAt: Date;
    expiresAt: Date;
    results: readonly ResultEntry[];
  },
): Promise<void> {
  await sql`
    insert into results_page (athlete_id, year, fetched_at, expires_at, status, results)
    select id, ${year}, ${fetchedAt}, ${expiresAt}, 200, ${JSON.stringify(results)}::text::jsonb
    from athlete
    where id = ${athleteId} and not exists (
      select from record_page
      where athlete_id = id and status = 410 and record_page.fetched_at >= ${fetchedAt}
    )
    on conflict (athlete_id, year) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at, status = excluded.status,
      results = excluded.results
    where results_page.fetched_at <= excluded.fetched_at
  `;
}

/**
 * Stores that the federation has no results of an athlete and year, not even an empty page of them.
 */
export async function recordMissingResults(
  sql: Queryable,
  { athleteId, year, fetchedAt, expiresAt, status }: AthleteYear & {
    fetchedAt: Date;
    expiresAt: Date;
    status: number;
  },
): Promise<void> {
  await sql`
    insert into results_page (athlete_id, year, fetched_at, expires_at, status, results)
    select id, ${year}, ${fetchedAt}, ${expiresAt}, ${status}, '[]'
    from athlete where id = ${athleteId}
    on conflict (athlete_id, year) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at, status = excluded.status,
      results = '[]'
    where results_page.fetched_at <= excluded.fetched_at
  `;
}
