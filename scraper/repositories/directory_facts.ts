import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** What the directory holds. */
export type DirectoryFacts = {
  clubs: number;
  athletes: number;
  memberships: number;
  /** Athletes who have each field. */
  with: {
    birthYear: number;
    birthYearRange: number;
    sex: number;
    nationality: number;
    licenseNumber: number;
    category: number;
    club: number;
    profile: number;
  };
};

/** Counts clubs, athletes, memberships, and how many athletes have which field. */
export async function countDirectory(sql: Queryable): Promise<DirectoryFacts> {
  const [row] = await sql<(Omit<DirectoryFacts, "with"> & DirectoryFacts["with"])[]>`
    select
      (select count(*) from club) as clubs, (select count(*) from membership) as memberships,
      count(*) as athletes, count(birth_year) as birth_year, count(sex) as sex,
      count(*) filter (where birth_year is null and birth_year_min is not null) as birth_year_range,
      count(nationality) as nationality, count(license_number) as license_number,
      count(category) as category, count(club_id) as club, count(profile_read_at) as profile
    from athlete
  `;
  if (!row) throw new TypeError("Cannot count the directory: no row came back");
  const { clubs, athletes, memberships, ...fields } = row;
  return { clubs, athletes, memberships, with: fields };
}

/** Kinds of probable duplicates. */
export type DuplicateFacts = {
  /** Licenses on several athletes, and how many athletes those are. */
  sharedLicenses: number;
  sharedLicenseAthletes: number;
  /** Groups of athletes of one name, sex, birth year and club. */
  sameInOneClub: number;
  /** Groups of athletes of one name, sex and birth year, wherever they are. */
  samePerson: number;
};

/** Counts athletes that may be one person twice. */
export async function countDuplicates(sql: Queryable): Promise<DuplicateFacts> {
  const [row] = await sql<DuplicateFacts[]>`
    with licenses as (
      select count(*) as athletes from athlete
      where license_number is not null group by license_number having count(*) > 1
    ), same as (
      select normalized_name, sex, birth_year, club_id, count(*) as in_club from athlete
      where birth_year is not null group by 1, 2, 3, 4
    )
    select
      (select count(*) from licenses) as shared_licenses,
      (select coalesce(sum(athletes), 0)::bigint from licenses) as shared_license_athletes,
      (select count(*) from same where club_id is not null and in_club > 1) as same_in_one_club,
      (select count(*) from (
        select from same group by normalized_name, sex, birth_year having sum(in_club) > 1
      ) as person) as same_person
  `;
  if (!row) throw new TypeError("Cannot count duplicates: no row came back");
  return row;
}

/** What the directory holds of a season. */
export type SeasonFacts = { season: number; clubs: number; athletes: number };

/** Clubs and athletes of each season, the newest first. */
export async function countSeasons(sql: Queryable): Promise<SeasonFacts[]> {
  return await sql<SeasonFacts[]>`
    select season, count(distinct club_id) as clubs, count(distinct athlete_id) as athletes
    from membership group by season order by season desc
  `;
}

/** Why pages failed, and how many. */
export type ErrorFacts = { kind: string; error: string; pages: number };

/** Errors of a run by kind of page and reason, the most frequent first. */
export async function countErrors(sql: Queryable, runId: number): Promise<ErrorFacts[]> {
  return await sql<ErrorFacts[]>`
    select kind, regexp_replace(error, '\\S*[?/]\\S*', '…', 'g') as error, count(*) as pages
    from crawl_task where run_id = ${runId} and error is not null
    group by 1, 2 order by 3 desc, 1, 2 limit 20
  `;
}
