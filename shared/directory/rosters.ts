import type { Queryable } from "../database/connect.ts";
import type { Season } from "../domain/people/season.ts";
import type { RosterEntry } from "../federation/parsers/roster.ts";
import { recordAthletes } from "./athletes.ts";

/** The members of a club in a season, or some of them. */
export type Roster = {
  season: Season;
  clubNumber: string;
  readAt: Date;
  athletes: readonly RosterEntry[];
};

/**
 * Stores rosters: athletes and their memberships.
 *
 * @param sql A transaction.
 * @param rosters Of clubs that are stored.
 * @returns How many rows were written.
 */
export async function recordRosters(sql: Queryable, rosters: readonly Roster[]): Promise<number> {
  const listed = rosters.flatMap(({ season, clubNumber, readAt, athletes }) =>
    athletes.map((athlete) => ({
      ...athlete,
      source: "roster" as const,
      season,
      readAt,
      clubNumber,
      active: { first: season, last: season },
    }))
  );
  if (listed.length === 0) return 0;
  return await recordAthletes(sql, listed) + await addMemberships(sql, listed);
}

async function addMemberships(
  sql: Queryable,
  listed: readonly { ffaId: string; clubNumber: string; season: Season }[],
): Promise<number> {
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
