import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import { birthYearRange, type BirthYears, parseCategory } from "@mypacer/shared/domain/category.ts";
import type { Season } from "@mypacer/shared/domain/season.ts";
import type { RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";
import { mergeAthletes } from "./merge_athletes.ts";

/** The members of a club in a season. */
export type Roster = { season: Season; clubId: number; athletes: readonly RosterEntry[] };

/**
 * Stores a roster, or a part of one, in one transaction: athletes and their memberships. Nothing
 * known is replaced by nothing, nothing of a later season by something of an earlier one, and
 * unchanged rows are not written.
 *
 * @param roster Each athlete once.
 * @returns How many rows were written.
 */
export async function upsertRoster(sql: Sql, roster: Roster): Promise<number> {
  if (roster.athletes.length === 0) return 0;
  return await sql.begin(async (sql) => {
    const athletes = await upsertAthletes(sql, roster);
    return athletes + await addMemberships(sql, roster);
  });
}

async function upsertAthletes(
  sql: Queryable,
  { season, clubId, athletes }: Roster,
): Promise<number> {
  const years = athletes.map(({ category }) => birthYears(category, season));
  return await mergeAthletes(
    sql,
    sql`
      select
        ffa_id, name, sex, nationality, license_number, category,
        case when year_min = year_max then year_min end as birth_year, year_min, year_max,
        ${clubId}::bigint as club_id, ${season}::smallint as season
      from unnest(
        ${athletes.map(({ ffaId }) => ffaId)}::text[],
        ${athletes.map(({ name }) => name)}::text[],
        ${athletes.map(({ sex }) => sex)}::text[],
        ${athletes.map(({ nationality }) => nationality)}::text[],
        ${athletes.map(({ licenseNumber }) => licenseNumber)}::text[],
        ${athletes.map(({ category }) => category)}::text[],
        ${years.map((range) => range?.min ?? null)}::smallint[],
        ${years.map((range) => range?.max ?? null)}::smallint[]
      ) as listed (ffa_id, name, sex, nationality, license_number, category, year_min, year_max)
    `,
  );
}

async function addMemberships(
  sql: Queryable,
  { season, clubId, athletes }: Roster,
): Promise<number> {
  const { count } = await sql`
    insert into membership (athlete_id, club_id, season)
    select id, ${clubId}::bigint, ${season}::smallint
    from athlete
    where ffa_id = any(${athletes.map(({ ffaId }) => ffaId)})
    order by id
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
