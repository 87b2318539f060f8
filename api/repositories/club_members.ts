import type { MemberCounts } from "@mypacer/shared/contract/club_athletes.ts";
import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { athleteColumns, type AthleteRow } from "./athlete.ts";
import { hasListedAge } from "./listed_ages.ts";

/** Filters that members can be counted by. */
export interface MemberFilters {
  sex: "M" | "F" | undefined;
  /** Code of the last age category. */
  category: string | undefined;
  /** First letter of the name, `a` to `z`. */
  letter: string | undefined;
}

/** Which members of a club to find. */
export interface ClubMembersSearch extends MemberFilters {
  clubId: number;
  season: number | undefined;
  /** The latest birth year that is listed. */
  latestBirthYear: number;
}

/** Condition for members of a club, in one season or in any, but for the youngest. */
function isMember(sql: Queryable, { clubId, season, latestBirthYear }: ClubMembersSearch) {
  return sql`${hasListedAge(sql, latestBirthYear)} and exists (
    select from membership
    where membership.athlete_id = athlete.id and membership.club_id = ${clubId}
      ${season === undefined ? sql`` : sql`and membership.season = ${season}`}
  )`;
}

/** Members of a club, by name. */
export async function findClubMembers(
  sql: Queryable,
  search: ClubMembersSearch & { limit: number; offset: number },
): Promise<AthleteRow[]> {
  const { sex, category, letter, limit, offset } = search;
  return await sql<AthleteRow[]>`
    select ${athleteColumns(sql)}
    from athlete left join club on club.id = athlete.club_id
    where ${isMember(sql, search)}
    ${sex === undefined ? sql`` : sql`and athlete.sex = ${sex}`}
    ${category === undefined ? sql`` : sql`and athlete.category = ${category}`}
    ${letter === undefined ? sql`` : sql`and starts_with(athlete.normalized_name, ${letter})`}
    order by athlete.normalized_name, athlete.ffa_id
    limit ${limit} offset ${offset}
  `;
}

/** Members with one sex, category and letter. */
interface MemberGroup extends Record<keyof MemberFilters, string | null> {
  members: number;
}

/** Counts the members of a club that answer the filters, and those that each filter would leave. */
export async function countClubMembers(
  sql: Queryable,
  search: ClubMembersSearch,
): Promise<{ total: number; counts: MemberCounts }> {
  const groups = await sql<MemberGroup[]>`
    select sex, category, left(normalized_name, 1) as letter, count(*)::int as members
    from athlete
    where ${isMember(sql, search)}
    group by 1, 2, 3
  `;
  const answers = (group: MemberGroup, except?: keyof MemberFilters) =>
    (["sex", "category", "letter"] as const).every((name) =>
      name === except || search[name] === undefined || search[name] === group[name]
    );
  const countBy = (name: keyof MemberFilters) => {
    const counts: Record<string, number> = {};
    for (const group of groups) {
      const value = group[name];
      if (value !== null && answers(group, name)) {
        counts[value] = (counts[value] ?? 0) + group.members;
      }
    }
    return counts;
  };
  return {
    total: groups.reduce((sum, group) => sum + (answers(group) ? group.members : 0), 0),
    counts: { sex: countBy("sex"), category: countBy("category"), letter: countBy("letter") },
  };
}
