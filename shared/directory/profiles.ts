import type { Queryable, Sql } from "../database/connect.ts";
import { type Season, seasonOf } from "../domain/people/season.ts";
import type { AthleteHeader } from "../federation/parsers/header.ts";
import { type AthleteFacts, recordAthletes } from "./athletes.ts";
import { addMissingClubs } from "./clubs.ts";

/** The head of an athlete's own page, and when it was read. */
export type Profile = { ffaId: string; header: AthleteHeader; readAt: Date };

/** A page's facts; its season is the one in which it was read. */
function factsOf({ ffaId, header, readAt }: Profile): AthleteFacts {
  const { name, sex, nationality, licenseNumber, category, birthYear, club, clubNumber } = header;
  return {
    ffaId,
    source: "profile",
    season: seasonOf(readAt),
    readAt,
    name,
    sex,
    nationality,
    licenseNumber,
    category,
    birthYear,
    clubNumber,
    clubName: club,
  };
}

/** Stores the heads of athletes' own pages. It adds nobody. */
export async function recordProfiles(
  sql: Queryable,
  profiles: readonly Profile[],
): Promise<number> {
  return await recordAthletes(sql, profiles.map(factsOf));
}

/** Keeps the pages whose name is the one of the lists: the others belong to somebody else. */
export async function keepNamed<T extends { ffaId: string; header: { name: string } }>(
  sql: Queryable,
  profiles: readonly T[],
): Promise<T[]> {
  const rows = await sql<{ ffaId: string }[]>`
    select athlete.ffa_id
    from unnest(
      ${profiles.map(({ ffaId }) => ffaId)}::text[],
      ${profiles.map(({ header }) => header.name)}::text[]
    ) as shown (ffa_id, name)
    join athlete using (ffa_id)
    where normalized_name = normalize_name(shown.name)
  `;
  const named = new Set(rows.map(({ ffaId }) => ffaId));
  return profiles.filter(({ ffaId }) => named.has(ffaId));
}

/**
 * Adds an athlete whom a visitor found at the federation, with the club where its number is known,
 * and notifies the search indexes. No membership is added: the page does not say of which season
 * its club is.
 *
 * @param active Seasons the athlete was active in, as far as the page shows.
 */
export async function addAthlete(
  sql: Sql,
  { active, ...profile }: Profile & { active: { first: Season; last: Season } },
): Promise<void> {
  const { club, clubNumber, league, department } = profile.header;
  const facts = factsOf(profile);
  await sql.begin(async (sql) => {
    if (club !== null && clubNumber !== null) {
      const { source, readAt } = facts;
      const season = active.last;
      await addMissingClubs(sql, [
        { source, season, readAt, number: clubNumber, name: club, league, department },
      ]);
    }
    const written = await recordAthletes(sql, [{ ...facts, active }]);
    if (written > 0) await sql`select announce_directory('athlete')`;
  });
}
