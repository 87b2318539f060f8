import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";

/** A reading of an athlete's records that was kept. */
export interface RecordPageRow {
  fetchedAt: Date;
  expiresAt: Date;
  /** 200, or 404 when the federation knew no such athlete. */
  status: number;
  records: RecordEntry[];
}

/** Finds the last reading of an athlete's records. */
export async function findRecordPage(
  sql: Queryable,
  athleteId: number,
): Promise<RecordPageRow | null> {
  const [row] = await sql<RecordPageRow[]>`
    select fetched_at, expires_at, status, records
    from record_page where athlete_id = ${athleteId}
  `;
  return row ?? null;
}

/** Keeps a reading in place of the one before. An athlete removed meanwhile gets none. */
export async function saveRecordPage(
  sql: Queryable,
  { athleteId, fetchedAt, expiresAt, records, header }: {
    athleteId: number;
    fetchedAt: Date;
    expiresAt: Date;
    records: readonly RecordEntry[];
    header: unknown;
  },
): Promise<void> {
  await sql`
    insert into record_page (athlete_id, fetched_at, expires_at, status, records, header)
    select id, ${fetchedAt}, ${expiresAt}, 200,
      ${JSON.stringify(records)}::text::jsonb, ${JSON.stringify(header)}::text::jsonb
    from athlete where id = ${athleteId}
    on conflict (athlete_id) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at, status = excluded.status,
      records = excluded.records, header = excluded.header
    where record_page.fetched_at <= excluded.fetched_at
  `;
}

/** Keeps that the federation knows no such athlete, unless records were ever read: these stay. */
export async function saveUnknown(
  sql: Queryable,
  { athleteId, fetchedAt, expiresAt }: { athleteId: number; fetchedAt: Date; expiresAt: Date },
): Promise<void> {
  await sql`
    insert into record_page (athlete_id, fetched_at, expires_at, status, records, header)
    select id, ${fetchedAt}, ${expiresAt}, 404, '[]', 'null' from athlete where id = ${athleteId}
    on conflict (athlete_id) do update set
      fetched_at = excluded.fetched_at, expires_at = excluded.expires_at
    where record_page.status = 404
  `;
}
