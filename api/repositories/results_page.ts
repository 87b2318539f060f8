import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { ResultEntry } from "@mypacer/shared/federation/parsers/results.ts";
import type { PageState } from "./page_state.ts";

/** Whose results of which calendar year. */
export interface AthleteYear {
  athleteId: number;
  year: number;
}

/** Results of a year that were kept. */
export interface ResultsPageRow {
  year: number;
  fetchedAt: Date;
  results: ResultEntry[];
}

/** Finds when an athlete's results of a year were read, and what that came to. */
export async function findResultsState(
  sql: Queryable,
  { athleteId, year }: AthleteYear,
): Promise<PageState | null> {
  const [row] = await sql<PageState[]>`
    select fetched_at, expires_at, status
    from results_page where athlete_id = ${athleteId} and year = ${year}
  `;
  return row ?? null;
}

/** Finds the last reading of an athlete's results of a year. */
export async function findResultsPage(
  sql: Queryable,
  { athleteId, year }: AthleteYear,
): Promise<ResultsPageRow | null> {
  const [row] = await sql<ResultsPageRow[]>`
    select year, fetched_at, results
    from results_page where athlete_id = ${athleteId} and year = ${year}
  `;
  return row ?? null;
}

/** Finds all results of an athlete that were read, latest year first. */
export async function findAllResults(
  sql: Queryable,
  athleteId: number,
): Promise<ResultsPageRow[]> {
  return await sql<ResultsPageRow[]>`
    select year, fetched_at, results
    from results_page where athlete_id = ${athleteId} and status = 200
    order by year desc
  `;
}

/**
 * Keeps a reading in place of the one before. An athlete removed meanwhile, here or by the
 * federation, gets none.
 */
export async function saveResultsPage(
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
 * Keeps that the federation has no results of an athlete and year, not even an empty page of them.
 */
export async function saveMissingResults(
  sql: Queryable,
  { athleteId, year, fetchedAt, expiresAt, status }: AthleteYear & PageState,
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
