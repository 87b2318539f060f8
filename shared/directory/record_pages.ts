import type { Queryable, Sql } from "../database/connect.ts";
import type { AthleteHeader } from "../federation/parsers/header.ts";
import type { RecordEntry, SeasonBestEntry } from "../federation/parsers/records.ts";
import { recordProfiles } from "./profiles.ts";

/** An athlete's records page as it was read. */
export interface RecordsPageFacts {
  fetchedAt: Date;
  header: AthleteHeader;
  records: readonly RecordEntry[];
  seasonBests: readonly SeasonBestEntry[];
}

/**
 * Stores a reading of an athlete's records in place of the one before, and the facts in its head.
 * Nothing is stored of an athlete who was removed meanwhile.
 *
 * Stored as JSON in the code's own spelling (camelCase), as by every release so far.
 *
 * @param options.maxAge How long records stay fresh, s.
 */
export async function recordRecordsPage(
  sql: Sql,
  athlete: { id: number; ffaId: string },
  { page, maxAge }: { page: RecordsPageFacts; maxAge: number },
): Promise<void> {
  const { fetchedAt, header, records, seasonBests } = page;
  const expiresAt = new Date(fetchedAt.getTime() + maxAge * 1000);
  await sql.begin(async (sql) => {
    await sql`
      insert into record_page
        (athlete_id, fetched_at, expires_at, status, records, season_bests, header)
      select id, ${fetchedAt}, ${expiresAt}, 200, ${JSON.stringify(records)}::text::jsonb,
        ${JSON.stringify(seasonBests)}::text::jsonb, ${JSON.stringify(header)}::text::jsonb
      from athlete where id = ${athlete.id}
      on conflict (athlete_id) do update set
        fetched_at = excluded.fetched_at, expires_at = excluded.expires_at,
        status = excluded.status, records = excluded.records,
        season_bests = excluded.season_bests, header = excluded.header
      where record_page.fetched_at <= excluded.fetched_at
    `;
    await recordProfiles(sql, [{ ffaId: athlete.ffaId, header, readAt: fetchedAt }]);
  });
}

/** Forgets that the federation has no page of these athletes. */
export async function forgetMissingPages(sql: Queryable, ffaIds: readonly string[]): Promise<void> {
  await sql`
    with these as (
      select id from athlete where ffa_id = any(${[...ffaIds]})
    ), results as (
      delete from results_page using these where athlete_id = these.id and status <> 200
    )
    delete from record_page using these where athlete_id = these.id and status <> 200
  `;
}

/**
 * Stores that the federation has no page of an athlete, and no results of any year.
 *
 * @param status 410 deletes what was stored: a person whom the federation removed is not shown from
 *   our copy.
 */
export async function recordMissingPage(
  sql: Queryable,
  { athleteId, fetchedAt, expiresAt, status }: {
    athleteId: number;
    fetchedAt: Date;
    expiresAt: Date;
    status: 404 | 410;
  },
): Promise<void> {
  await sql`
    with results as (
      delete from results_page
      where athlete_id = ${athleteId} and fetched_at <= ${fetchedAt}
    )
    insert into record_page
      (athlete_id, fetched_at, expires_at, status, records, season_bests, header)
    select id, ${fetchedAt}, ${expiresAt}, ${status}, '[]', '[]', 'null'
    from athlete where id = ${athleteId}
    on conflict (athlete_id) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at, status = excluded.status,
      records = '[]', season_bests = '[]', header = 'null'
    where record_page.fetched_at <= excluded.fetched_at
  `;
}
