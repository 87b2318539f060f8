import type { Queryable } from "@mypacer/shared/database/connect.ts";

/** For how long a page that was read, or could not be, is not read again: it changes seldom. */
const READ_AGAIN_AFTER = "60 days";

/**
 * Adds athletes' own pages to a run: of the members of a season whose birth year or nationality is
 * missing and whose page was never read. First come those who have namesakes. Once a run.
 *
 * @returns How many pages were added.
 */
export async function addProfilesForGaps(
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
