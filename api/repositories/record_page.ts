import type { Queryable } from "@mypacer/shared/database/connect.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";

/** A stored records page. */
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
