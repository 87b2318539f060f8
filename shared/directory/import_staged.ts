import type { Queryable, Transaction } from "../database/connect.ts";
import { mergeClubs } from "./clubs.ts";
import { encodeOrigin } from "./facts.ts";
import { mergeAthletes } from "./merge_athletes.ts";

/** How much of the staging table came into the directory. */
export type Staged = {
  clubs: number;
  athletes: number;
  memberships: number;
  /** Lines whose id another line carries too: the last one counts. */
  repeated: number;
};

/** Columns of a file of athletes. */
const STAGED_COLUMNS = [
  "name",
  "sex",
  "nationality",
  "license_number",
  "told_birth_year",
  "club_id",
  "first_season",
  "last_season",
];

/**
 * Moves the lines of a file into the directory in batches; a better value is never replaced by a
 * worse one.
 *
 * @param sql A transaction with a temporary table `staging` of `line, ffa_id, name, sex,
 *   nationality, license_number, birth_year, club_number, club_name`.
 * @param file What the file tells of, the season of its memberships, and when it was read.
 * @returns Rows written, and lines repeated.
 */
export async function importStaged(
  sql: Transaction,
  { season, readAt }: { season: number; readAt: Date },
): Promise<Staged> {
  const origin = encodeOrigin({ source: "file", season, readAt });
  await sql`create index on staging (ffa_id)`;
  await sql`analyze staging`;
  const clubs = await mergeClubs(
    sql,
    sql`
      select distinct on (club_number)
        club_number as ffa_number, club_name as name, null::text as league,
        null::text as department, ${season}::smallint as season, ${origin}::bigint as origin
      from staging where club_number is not null
      order by club_number, club_name is null, line desc
    `,
  );
  const [lines] = await sql<{ repeated: number }[]>`
    select count(*) - count(distinct ffa_id) as repeated from staging
  `;
  const [directory] = await sql<{ any: boolean }[]>`select exists (select from athlete) as any`;
  // The directory is empty: indexes are created once, afterwards; nobody needs them meanwhile.
  const indexes = directory?.any ? [] : await dropIndexes(sql);
  const athletes = await mergeAthletes(
    sql,
    sql`
      select distinct on (staging.ffa_id)
        staging.ffa_id, ${origin}::bigint as origin, staging.name, sex, nationality,
        license_number, birth_year as told_birth_year, club.id as club_id,
        ${season}::smallint as first_season, ${season}::smallint as last_season
      from staging left join club on club.ffa_number = club_number
      order by staging.ffa_id, line desc
    `,
    STAGED_COLUMNS,
  );
  const memberships = await addMemberships(sql, season);
  for (const index of indexes) await sql.unsafe(index);
  // Delivered when the transaction commits.
  await sql`select announce_directory('import')`;
  return { clubs, athletes, memberships, repeated: lines?.repeated ?? 0 };
}

async function addMemberships(sql: Queryable, season: number): Promise<number> {
  const { count } = await sql`
    insert into membership (athlete_id, club_id, season)
    select distinct athlete.id, club.id, ${season}::smallint
    from staging
    join athlete on athlete.ffa_id = staging.ffa_id
    join club on club.ffa_number = club_number
    on conflict do nothing
  `;
  return count;
}

/**
 * Drops the indexes that enforce no constraint and returns the statements that create them again. A
 * user who does not own them, as the scraper in an installation with roles, keeps them: the import
 * then takes longer.
 */
async function dropIndexes(sql: Queryable): Promise<string[]> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid in ('athlete'::regclass, 'membership'::regclass) and not indisunique
      and pg_has_role((select relowner from pg_class where oid = indrelid), 'usage')
  `;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}
