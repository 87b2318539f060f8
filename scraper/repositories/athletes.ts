import type { Queryable } from "@mypacer/shared/database/connect.ts";
import {
  birthYearRange,
  type BirthYears,
  parseCategory,
} from "@mypacer/shared/domain/people/category.ts";
import type { Season } from "@mypacer/shared/domain/people/season.ts";
import type { RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";
import { mergeAthletes } from "./merge_athletes.ts";

/** The members of a club in a season, or some of them. */
export type Roster = {
  season: Season;
  clubNumber: string;
  athletes: readonly RosterEntry[];
};

/** An athlete as one roster lists them. */
type Listed = RosterEntry & { season: Season; clubNumber: string };

/**
 * Stores rosters: athletes and their memberships. Nothing known is replaced by nothing, nothing of a
 * later season by something of an earlier one, and unchanged rows are not written.
 *
 * @param sql A transaction.
 * @param rosters Of clubs that are stored.
 * @returns How many rows were written.
 */
export async function upsertRosters(sql: Queryable, rosters: readonly Roster[]): Promise<number> {
  const listed = rosters.flatMap(({ season, clubNumber, athletes }) =>
    athletes.map((athlete) => ({ ...athlete, season, clubNumber }))
  );
  let written = 0;
  for (const round of eachOnce(listed)) written += await upsertAthletes(sql, round);
  return listed.length === 0 ? 0 : written + await addMemberships(sql, listed);
}

/** Cuts a list so that nobody is twice in one part: a statement cannot write a row twice. */
function eachOnce(listed: readonly Listed[]): Listed[][] {
  const rounds: Listed[][] = [];
  const times = new Map<string, number>();
  for (const athlete of listed) {
    const time = times.get(athlete.ffaId) ?? 0;
    times.set(athlete.ffaId, time + 1);
    (rounds[time] ??= []).push(athlete);
  }
  return rounds;
}

async function upsertAthletes(sql: Queryable, listed: readonly Listed[]): Promise<number> {
  const years = listed.map(({ category, season }) => birthYears(category, season));
  return await mergeAthletes(
    sql,
    sql`
      select
        ffa_id, listed.name, sex, nationality, license_number, category,
        case when year_min = year_max then year_min end as birth_year, year_min, year_max,
        club.id as club_id, season
      from unnest(
        ${listed.map(({ ffaId }) => ffaId)}::text[],
        ${listed.map(({ name }) => name)}::text[],
        ${listed.map(({ sex }) => sex)}::text[],
        ${listed.map(({ nationality }) => nationality)}::text[],
        ${listed.map(({ licenseNumber }) => licenseNumber)}::text[],
        ${listed.map(({ category }) => category)}::text[],
        ${years.map((range) => range?.min ?? null)}::smallint[],
        ${years.map((range) => range?.max ?? null)}::smallint[],
        ${listed.map(({ clubNumber }) => clubNumber)}::text[],
        ${listed.map(({ season }) => season)}::smallint[]
      ) as listed (
        ffa_id, name, sex, nationality, license_number, category, year_min, year_max, club_number,
        season
      )
      join club on club.ffa_number = club_number
    `,
  );
}

async function addMemberships(sql: Queryable, listed: readonly Listed[]): Promise<number> {
  const { count } = await sql`
    insert into membership (athlete_id, club_id, season)
    select athlete.id, club.id, season
    from unnest(
      ${listed.map(({ ffaId }) => ffaId)}::text[],
      ${listed.map(({ clubNumber }) => clubNumber)}::text[],
      ${listed.map(({ season }) => season)}::smallint[]
    ) as listed (ffa_id, club_number, season)
    join athlete using (ffa_id)
    join club on club.ffa_number = club_number
    order by 1, 2, 3
    on conflict do nothing
  `;
  return count;
}

/** The birth years a category allows in a season; null for one that tells none. */
function birthYears(category: string | null, season: Season): BirthYears | null {
  if (category === null) return null;
  try {
    const parsed = parseCategory(category);
    return parsed && birthYearRange(parsed.code, season);
  } catch (error) {
    // A code nobody knows: kept as published, it tells no year.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Counts licenses that more than one athlete carries: a fact to report, not a reason to stop. */
export async function countSharedLicenses(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from (
      select from athlete where license_number is not null
      group by license_number having count(*) > 1
    ) as shared
  `;
  return row?.count ?? 0;
}
