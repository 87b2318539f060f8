import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** What an athlete's own page tells, of what rosters do not. */
export type ToldProfile = {
  ffaId: string;
  /** `SURNAME Given`: the page of another athlete tells nothing of this one. */
  name: string;
  birthYear: number | null;
  nationality: string | null;
};

/** For how long a page that was read, or could not be, is not read again. */
const READ_AGAIN_AFTER = "60 days";

/**
 * Adds athletes' own pages to a run: of the members of a season whose birth year or nationality nobody knows and
 * whose page was never read, those first who cannot be told from their namesakes. Once a run.
 *
 * @returns How many pages were added.
 */
export async function addWantedProfiles(
  sql: Queryable,
  runId: number,
  { season, atMost }: { season: number; atMost: number },
): Promise<number> {
  const { count } = await sql`
    with unknown as (
      select id, ffa_id, normalized_name, birth_year, birth_year_max - birth_year_min as years
      from athlete
      where (birth_year is null or nationality is null) and profile_read_at is null
        and last_season = ${season}
    ), namesakes as (
      select normalized_name, count(*) as people from athlete
      group by normalized_name having count(*) > 1
    )
    insert into crawl_task (run_id, kind, season, key, page)
    select ${runId}::bigint, 'profile', ${season}::smallint, ffa_id, 1
    from unknown left join namesakes using (normalized_name)
    where not exists (select from crawl_task where run_id = ${runId} and kind = 'profile')
      and not exists (
        select from crawl_task as former join crawl_run on crawl_run.id = former.run_id
        where former.kind = 'profile' and former.key = ffa_id
          and started_at > now() - ${READ_AGAIN_AFTER}::interval
      )
    order by birth_year is not null, people desc nulls last, years desc nulls first, ffa_id
    limit ${atMost}
    on conflict do nothing
  `;
  return count;
}

/**
 * Fills in what is not known of athletes, and that their pages were read.
 *
 * @returns How many rows were written.
 */
export async function fillFromProfiles(
  sql: Queryable,
  told: readonly ToldProfile[],
): Promise<number> {
  if (told.length === 0) return 0;
  const { count } = await sql`
    update athlete set
      birth_year = coalesce(athlete.birth_year, told.year),
      birth_year_min = coalesce(athlete.birth_year, told.year, birth_year_min),
      birth_year_max = coalesce(athlete.birth_year, told.year, birth_year_max),
      nationality = coalesce(athlete.nationality, told.nationality),
      profile_read_at = now(), updated_at = now()
    from unnest(
      ${told.map(({ ffaId }) => ffaId)}::text[], ${told.map(({ name }) => name)}::text[],
      ${told.map(({ birthYear }) => birthYear)}::smallint[],
      ${told.map(({ nationality }) => nationality)}::text[]
    ) as told (ffa_id, name, year, nationality)
    where athlete.ffa_id = told.ffa_id and normalized_name = normalize_name(told.name)
  `;
  return count;
}
