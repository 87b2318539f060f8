import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { ResultEntry } from "@mypacer/shared/federation/parsers/results.ts";
import type { AthleteYear } from "@mypacer/shared/directory/results_pages.ts";
import type { PageState } from "./page_state.ts";

/** The stored results of a year. */
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
