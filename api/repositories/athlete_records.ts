import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { athleteColumns, type AthleteRow } from "./athlete.ts";
import type { RecordPageState } from "./record_page.ts";

/** An athlete with what is kept of their records, but for the records. */
export interface AthleteWithRecords {
  athlete: AthleteRow;
  /** Null when nothing is kept. */
  kept: RecordPageState | null;
  /** Whether anybody at all asked to be left out: if not, nobody has to ask about this one. */
  anybodyOpposed: boolean;
}

type Row =
  & AthleteRow
  & { anybodyOpposed: boolean }
  & { [K in keyof RecordPageState]: RecordPageState[K] | null };

/** Finds an athlete by federation id, or by the directory's own id, and what is kept of their records. */
export async function findAthleteWithRecords(
  sql: Queryable,
  who: { ffaId: string } | { id: number },
): Promise<AthleteWithRecords | null> {
  const [row] = await sql<Row[]>`
    select ${athleteColumns(sql)}, record_page.fetched_at, record_page.expires_at,
      record_page.status, exists (select from opposition) as anybody_opposed
    from athlete
      left join club on club.id = athlete.club_id
      left join record_page on record_page.athlete_id = athlete.id
    where ${"id" in who ? sql`athlete.id = ${who.id}` : sql`athlete.ffa_id = ${who.ffaId}`}
  `;
  if (row === undefined) return null;
  const { fetchedAt, expiresAt, status, anybodyOpposed, ...athlete } = row;
  const isKept = fetchedAt !== null && expiresAt !== null && status !== null;
  return { athlete, kept: isKept ? { fetchedAt, expiresAt, status } : null, anybodyOpposed };
}
