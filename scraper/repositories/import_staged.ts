import type { Queryable, Transaction } from "@mypacer/shared/database/connect.ts";
import { mergeAthletes } from "./merge_athletes.ts";

/** What of the staging table came into the directory. */
export type Staged = {
  clubs: number;
  athletes: number;
  memberships: number;
  /** Lines whose id another line carries too: the last one counts. */
  repeated: number;
};

/**
 * Moves the staging table into the directory, set by set; better is never replaced by worse.
 *
 * @param season What the file tells of: the season of its memberships.
 * @returns Rows written, and lines repeated.
 */
export async function importStaged(sql: Transaction, season: number): Promise<Staged> {
  await sql`create index on staging (ffa_id)`;
  await sql`analyze staging`;
  const clubs = await mergeClubs(sql, season);
  const [lines] = await sql<{ repeated: number }[]>`
    select count(*) - count(distinct ffa_id) as repeated from staging
  `;
  const [known] = await sql<{ any: boolean }[]>`select exists (select from athlete) as any`;
  // Into an empty directory: indexes are made once, afterwards. Nobody misses them meanwhile.
  const indexes = known?.any ? [] : await dropIndexes(sql);
  const athletes = await mergeAthletes(
    sql,
    sql`
      select distinct on (staging.ffa_id)
        staging.ffa_id, staging.name, sex, nationality, license_number, null::text as category,
        birth_year, birth_year as year_min, birth_year as year_max, club.id as club_id,
        ${season}::smallint as season
      from staging left join club on club.ffa_number = club_number
      order by staging.ffa_id, line desc
    `,
  );
  const memberships = await addMemberships(sql, season);
  for (const index of indexes) await sql.unsafe(index);
  // Heard once the transaction is done.
  await sql`select announce_directory('import')`;
  return { clubs, athletes, memberships, repeated: lines?.repeated ?? 0 };
}

async function mergeClubs(sql: Queryable, season: number): Promise<number> {
  const first = sql`least(club.first_season, excluded.first_season)`;
  const last = sql`greatest(club.last_season, excluded.last_season)`;
  // A club whose name the file leaves out goes by its number until somebody names it.
  const name = sql`case
    when excluded.last_season >= club.last_season and excluded.name <> excluded.ffa_number
      then excluded.name else club.name end`;
  const { count } = await sql`
    insert into club (ffa_number, name, first_season, last_season)
    select distinct on (club_number)
      club_number, coalesce(club_name, club_number), ${season}::smallint, ${season}::smallint
    from staging where club_number is not null
    order by club_number, club_name is null, line desc
    on conflict (ffa_number) do update set
      name = ${name}, first_season = ${first}, last_season = ${last}, updated_at = now()
    where (club.name, club.first_season, club.last_season)
      is distinct from (${name}, ${first}, ${last})
  `;
  return count;
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
 * Drops the indexes that hold no rule; the statements that make them again. Who does not own them, as
 * the scraper in an installation with roles, keeps them: it takes longer.
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
