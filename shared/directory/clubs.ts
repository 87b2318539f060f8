import type { Queryable } from "../database/connect.ts";
import { encodeOrigin, type Origin } from "./facts.ts";
import { isBelieved, mergedOrigin, mergedValue, storedOrigin } from "./merged_field.ts";
import { CLUB_FIELDS, formerOrigin } from "./precedence.ts";

/** Facts of one source about one club. A field that is null is not known to it. */
export type ClubFacts = Origin & {
  number: string;
  name: string | null;
  league: string | null;
  department: string | null;
};

/**
 * Stores facts about clubs; `precedence.ts` says which are believed. Unchanged clubs are not
 * written.
 *
 * @param clubs Each number once.
 * @returns How many rows were written.
 */
export async function recordClubs(sql: Queryable, clubs: readonly ClubFacts[]): Promise<number> {
  return await mergeClubs(sql, asQuery(sql, clubs));
}

/**
 * Adds clubs or brings them up to date.
 *
 * @param incoming Query of `ffa_number, name, league, department, season, origin`, each club once.
 * @returns How many rows were written.
 */
export async function mergeClubs(
  sql: Queryable,
  incoming: ReturnType<Queryable>,
): Promise<number> {
  const added = await addClubs(sql, incoming);
  const changed = await sql`
    update club as stored set ${sql.unsafe(CHANGES)}, updated_at = now()
    from (${incoming}) as incoming
    where stored.ffa_number = incoming.ffa_number and ${sql.unsafe(IS_CHANGED)}
  `;
  return added + changed.count;
}

/**
 * Adds clubs that are not stored and leaves the others as they are: for a source that may not
 * change a club.
 *
 * @returns How many rows were written.
 */
export async function addMissingClubs(
  sql: Queryable,
  clubs: readonly ClubFacts[],
): Promise<number> {
  return await addClubs(sql, asQuery(sql, clubs));
}

function asQuery(sql: Queryable, clubs: readonly ClubFacts[]): ReturnType<Queryable> {
  return sql`
    select * from unnest(
      ${clubs.map(({ number }) => number)}::text[],
      ${clubs.map(({ name }) => name)}::text[],
      ${clubs.map(({ league }) => league)}::text[],
      ${clubs.map(({ department }) => department)}::text[],
      ${clubs.map(({ season }) => season)}::smallint[],
      ${clubs.map(encodeOrigin)}::bigint[]
    ) as facts (ffa_number, name, league, department, season, origin)
  `;
}

async function addClubs(sql: Queryable, incoming: ReturnType<Queryable>): Promise<number> {
  const { count } = await sql`
    insert into club (
      ffa_number, name, name_origin, league, league_origin, department, department_origin,
      first_season, last_season
    )
    -- A club whose name is left out goes by its number until somebody names it.
    select ffa_number, coalesce(name, ffa_number), case when name is not null then origin end,
      league, case when league is not null then origin end,
      department, case when department is not null then origin end, season, season
    from (${incoming}) as incoming
    where not exists (select from club where club.ffa_number = incoming.ffa_number)
    order by ffa_number
    on conflict (ffa_number) do nothing
  `;
  return count;
}

/** New values by column. */
const UPDATED: Record<string, string> = {
  ...Object.fromEntries(
    Object.values(CLUB_FIELDS).flatMap((field) => {
      const former = formerOrigin(field, { list: "club-list", hasProfile: false });
      const before = storedOrigin(field, former);
      const isIncoming = isBelieved(field, { before });
      return [
        [field.column, mergedValue(field, isIncoming)],
        [`${field.column}_origin`, mergedOrigin(field, isIncoming, { before })],
      ];
    }),
  ),
  first_season: "least(stored.first_season, incoming.season)",
  last_season: "greatest(stored.last_season, incoming.season)",
};

const CHANGES = Object.entries(UPDATED).map(([column, value]) => `${column} = ${value}`).join(", ");
const IS_CHANGED = `(${Object.keys(UPDATED).map((column) => `stored.${column}`).join(", ")})
  is distinct from (${Object.values(UPDATED).join(", ")})`;
