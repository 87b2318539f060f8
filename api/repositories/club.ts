import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { hasListedAge } from "./listed_ages.ts";

/** A club of the directory. */
export interface ClubRow {
  id: number;
  ffaNumber: string;
  name: string;
  league: string | null;
  department: string | null;
  firstSeason: number;
  lastSeason: number;
}

const columns = (sql: Queryable) =>
  sql`id, ffa_number, name, league, department, first_season, last_season`;

/** Finds a club by its federation number. */
export async function findClub(sql: Queryable, number: string): Promise<ClubRow | null> {
  const [row] = await sql<ClubRow[]>`
    select ${columns(sql)} from club where ffa_number = ${number}
  `;
  return row ?? null;
}

/** Finds clubs by the beginning of their number. */
export async function findClubsByNumber(
  sql: Queryable,
  { start, limit, offset }: { start: string; limit: number; offset: number },
): Promise<ClubRow[]> {
  return await sql<ClubRow[]>`
    select ${columns(sql)} from club
    where starts_with(ffa_number, ${start})
    order by ffa_number
    limit ${limit} offset ${offset}
  `;
}

/** Finds clubs by name, closest first; one typo in a word is forgiven. */
export async function findClubsByName(
  sql: Queryable,
  { name, limit, offset }: { name: string; limit: number; offset: number },
): Promise<ClubRow[]> {
  // A few thousand clubs: weighing all of them takes some milliseconds, so no index has to choose
  // first.
  return await sql<ClubRow[]>`
    select ${columns(sql)} from club
    where word_similarity(${name}, normalized_name) >= 0.4 or strpos(normalized_name, ${name}) > 0
    order by starts_with(normalized_name, ${name}) desc,
      word_similarity(${name}, normalized_name) desc,
      similarity(${name}, normalized_name) desc,
      normalized_name, ffa_number
    limit ${limit} offset ${offset}
  `;
}

/**
 * How many athletes a club has licensed in each season it had any, latest first: as many as its
 * list shows, so without those who are too young for lists now.
 */
export async function findClubSeasons(
  sql: Queryable,
  { clubId, latestBirthYear }: { clubId: number; latestBirthYear: number },
): Promise<{ season: number; athletes: number }[]> {
  return await sql<{ season: number; athletes: number }[]>`
    select season, count(*)::int as athletes
    from membership join athlete on athlete.id = membership.athlete_id
    where membership.club_id = ${clubId} and ${hasListedAge(sql, latestBirthYear)}
    group by season
    order by season desc
  `;
}
