import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** Key of the list of opposed people in tests. */
export const OPPOSITION_KEY = "a key for tests only, 32 characters or more";

/** A club to put into a test's directory. */
export interface TestClub {
  ffaNumber: string;
  name: string;
}

/** An athlete to put into a test's directory. */
export interface TestAthlete {
  ffaId: string;
  name: string;
  birthYear?: number;
  sex?: "M" | "F";
  club?: string;
  lastSeason?: number;
}

/** Puts clubs and athletes into the directory. */
export async function fillDirectory(
  sql: Queryable,
  { clubs = [], athletes }: { clubs?: readonly TestClub[]; athletes: readonly TestAthlete[] },
): Promise<void> {
  for (const { ffaNumber, name } of clubs) {
    await sql`
      insert into club (ffa_number, name, league, department, first_season, last_season)
      values (${ffaNumber}, ${name}, 'I-F', ${ffaNumber.slice(0, 3)}, 2004, 2026)
    `;
  }
  for (const { ffaId, name, birthYear, sex, club, lastSeason = 2026 } of athletes) {
    await sql`
      with added as (
        insert into athlete (
          ffa_id, name, birth_year, birth_year_min, birth_year_max, sex, category, license_number,
          club_id, first_season, last_season
        )
        select ${ffaId}, ${name}, ${birthYear ?? null}, 1992, 2003, ${sex ?? null}, 'SE', '2999901',
          (select id from club where ffa_number = ${club ?? null}), 2020, ${lastSeason}
        returning id, club_id, last_season
      )
      insert into membership (athlete_id, club_id, season)
      select id, club_id, last_season from added where club_id is not null
    `;
  }
}
