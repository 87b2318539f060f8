import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { Season } from "@mypacer/shared/domain/people/season.ts";
import type { ClubEntry } from "@mypacer/shared/federation/parsers/club_list.ts";

/**
 * Adds clubs of a season or brings them up to date. Name, league and department are those of the
 * latest season that tells them; unchanged clubs are not written.
 *
 * @param clubs Each number once.
 * @returns Row ids by club number, and how many rows were written.
 */
export async function upsertClubs(
  sql: Queryable,
  season: Season,
  clubs: readonly ClubEntry[],
): Promise<{ clubIds: Map<string, number>; written: number }> {
  const numbers = clubs.map(({ number }) => number);
  const newer = sql`excluded.last_season >= club.last_season`;
  const name = sql`case when ${newer} then excluded.name else club.name end`;
  const league = sql`case when ${newer} then coalesce(excluded.league, club.league)
    else coalesce(club.league, excluded.league) end`;
  const department = sql`case when ${newer} then coalesce(excluded.department, club.department)
    else coalesce(club.department, excluded.department) end`;
  const first = sql`least(club.first_season, excluded.first_season)`;
  const last = sql`greatest(club.last_season, excluded.last_season)`;
  const { count } = await sql`
    insert into club (ffa_number, name, league, department, first_season, last_season)
    select number, name, league, department, ${season}::smallint, ${season}::smallint
    from unnest(
      ${numbers}::text[],
      ${clubs.map(({ name }) => name)}::text[],
      ${clubs.map(({ league }) => league)}::text[],
      ${clubs.map(({ department }) => department)}::text[]
    ) as given (number, name, league, department)
    order by number
    on conflict (ffa_number) do update set
      name = ${name}, league = ${league}, department = ${department},
      first_season = ${first}, last_season = ${last}, updated_at = now()
    where (club.name, club.league, club.department, club.first_season, club.last_season)
      is distinct from (${name}, ${league}, ${department}, ${first}, ${last})
  `;
  const rows = await sql<{ ffaNumber: string; id: number }[]>`
    select ffa_number, id from club where ffa_number = any(${numbers})
  `;
  return { clubIds: new Map(rows.map(({ ffaNumber, id }) => [ffaNumber, id])), written: count };
}

/** The row id of a club that is known to exist in a season, else null. */
export async function findClubId(
  sql: Queryable,
  number: string,
  season: Season,
): Promise<number | null> {
  const [row] = await sql<{ id: number }[]>`
    select id from club
    where ffa_number = ${number} and ${season}::smallint between first_season and last_season
  `;
  return row?.id ?? null;
}
