import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { Season } from "@mypacer/shared/domain/people/season.ts";

/** Finds the row id of a club by its number, if the directory has it in a season; else null. */
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
