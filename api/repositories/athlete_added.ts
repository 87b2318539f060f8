import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import type { AthleteHeader } from "@mypacer/shared/federation/parsers/header.ts";

/** Of these federation ids, those of the directory. */
export async function findListed(
  sql: Queryable,
  ffaIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ ffaId: string }[]>`
    select ffa_id from athlete where ffa_id = any(${[...ffaIds]})
  `;
  return new Set(rows.map(({ ffaId }) => ffaId));
}

/** An athlete whom a visitor found at the federation. */
export interface AddedAthlete {
  ffaId: string;
  header: AthleteHeader;
  birthYears: { min: number; max: number } | null;
  firstSeason: number;
  lastSeason: number;
  readAt: Date;
}

/**
 * Adds an athlete to the directory and tells the searches, with the club where its number is told. Who is there already stays as
 * they are: a crawl knows better. No membership is added: the page does not say of which season its club is.
 */
export async function addAthlete(
  sql: Sql,
  { ffaId, header, birthYears, firstSeason, lastSeason, readAt }: AddedAthlete,
): Promise<void> {
  const { club, clubNumber } = header;
  await sql.begin(async (sql) => {
    if (club !== null && clubNumber !== null) {
      await sql`
        insert into club (ffa_number, name, league, department, first_season, last_season)
        values (
          ${clubNumber}, ${club}, ${header.league}, ${header.department}, ${lastSeason}, ${lastSeason}
        )
        on conflict (ffa_number) do nothing
      `;
    }
    const { count } = await sql`
      insert into athlete (
        ffa_id, name, birth_year, birth_year_min, birth_year_max, sex, nationality, category,
        license_number, first_season, last_season, profile_read_at
      )
      values (
        ${ffaId}, ${header.name}, ${header.birthYear}, ${birthYears?.min ?? null},
        ${birthYears?.max ?? null}, ${header.sex}, ${header.nationality}, ${header.category},
        ${header.licenseNumber}, ${firstSeason}, ${lastSeason}, ${readAt}
      )
      on conflict (ffa_id) do nothing
    `;
    if (count > 0) await sql`select announce_directory('athlete')`;
  });
}
