import type { Queryable } from "@mypacer/shared/database/connect.ts";

/**
 * An athlete of the directory. The license number is never read here: it does not leave the
 * database.
 */
export interface AthleteRow {
  id: number;
  ffaId: string;
  name: string;
  birthYear: number | null;
  birthYearMin: number | null;
  birthYearMax: number | null;
  sex: "M" | "F" | null;
  nationality: string | null;
  category: string | null;
  clubNumber: string | null;
  clubName: string | null;
  firstSeason: number;
  lastSeason: number;
}

/** What every query of athletes selects, with `athlete` and `club` joined. */
export function athleteColumns(sql: Queryable) {
  return sql`
    athlete.id, athlete.ffa_id, athlete.name, athlete.birth_year, athlete.birth_year_min,
    athlete.birth_year_max, athlete.sex, athlete.nationality, athlete.category,
    club.ffa_number as club_number, club.name as club_name,
    athlete.first_season, athlete.last_season
  `;
}

/** Finds an athlete by federation id. */
export async function findAthlete(sql: Queryable, ffaId: string): Promise<AthleteRow | null> {
  const [row] = await sql<AthleteRow[]>`
    select ${athleteColumns(sql)}
    from athlete left join club on club.id = athlete.club_id
    where athlete.ffa_id = ${ffaId}
  `;
  return row ?? null;
}

/** Of these federation ids, those of the directory, with what it knows of their birth. */
export async function findBirths(
  sql: Queryable,
  ffaIds: readonly string[],
): Promise<Map<string, Pick<AthleteRow, "birthYear" | "birthYearMax">>> {
  const rows = await sql<Pick<AthleteRow, "ffaId" | "birthYear" | "birthYearMax">[]>`
    select ffa_id, birth_year, birth_year_max from athlete where ffa_id = any(${[...ffaIds]})
  `;
  return new Map(rows.map(({ ffaId, ...birth }) => [ffaId, birth]));
}
