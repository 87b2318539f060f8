import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** What an athlete's page adds to what the rosters told. */
export interface ProfileFacts {
  birthYear: number | null;
  nationality: string | null;
  sex: "M" | "F" | null;
  category: string | null;
  licenseNumber: string | null;
  /** Name of the latest club, without star and section. */
  club: string | null;
  /** Its federation number, where the page gives it. */
  clubNumber: string | null;
}

/**
 * Adds what an athlete's page told to the directory. What is known is never replaced by "not known", and the
 * club of a roster, which carries its number, never by a name.
 */
export async function saveProfile(
  sql: Queryable,
  { athleteId, facts, readAt }: { athleteId: number; facts: ProfileFacts; readAt: Date },
): Promise<void> {
  await sql`
    update athlete set
      birth_year = coalesce(${facts.birthYear}, birth_year),
      nationality = coalesce(${facts.nationality}, nationality),
      sex = coalesce(sex, ${facts.sex}),
      category = coalesce(category, ${facts.category}),
      license_number = coalesce(license_number, ${facts.licenseNumber}),
      club_id = coalesce(club_id, (
        select id from club where ffa_number = ${facts.clubNumber}
      ), (
        select min(id) from club
        where normalized_name = normalize_name(${facts.club ?? ""})
        having count(*) = 1
      )),
      profile_read_at = ${readAt},
      updated_at = ${readAt}
    where id = ${athleteId}
  `;
}
