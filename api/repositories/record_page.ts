import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";

/** Records that were kept. */
export interface RecordPageRow {
  fetchedAt: Date;
  records: RecordEntry[];
  seasonBests: SeasonBestEntry[];
}

/** Finds the last reading of an athlete's records. */
export async function findRecordPage(
  sql: Queryable,
  athleteId: number,
): Promise<RecordPageRow | null> {
  const [row] = await sql<RecordPageRow[]>`
    select fetched_at, records, season_bests
    from record_page where athlete_id = ${athleteId}
  `;
  return row ?? null;
}

/** Keeps a reading in place of the one before. An athlete removed meanwhile gets none. */
export async function saveRecordPage(
  sql: Queryable,
  { athleteId, fetchedAt, expiresAt, records, seasonBests, header }: {
    athleteId: number;
    fetchedAt: Date;
    expiresAt: Date;
    records: readonly RecordEntry[];
    seasonBests: readonly SeasonBestEntry[];
    header: unknown;
  },
): Promise<void> {
  await sql`
    insert into record_page
      (athlete_id, fetched_at, expires_at, status, records, season_bests, header)
    select id, ${fetchedAt}, ${expiresAt}, 200, ${JSON.stringify(records)}::text::jsonb,
      ${JSON.stringify(seasonBests)}::text::jsonb, ${JSON.stringify(header)}::text::jsonb
    from athlete where id = ${athleteId}
    on conflict (athlete_id) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at, status = excluded.status,
      records = excluded.records, season_bests = excluded.season_bests, header = excluded.header
    where record_page.fetched_at <= excluded.fetched_at
  `;
}

/** Forgets that the federation has no page of these athletes. */
export async function dropMissing(sql: Queryable, ffaIds: readonly string[]): Promise<void> {
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
 * Keeps that the federation has no page of an athlete, and no results of any year.
 *
 * @param status 410 takes away what was kept: a person whom the federation removed is not shown
 *   from our memory.
 */
export async function saveMissing(
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
