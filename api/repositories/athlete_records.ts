import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { athleteColumns, type AthleteRow } from "./athlete.ts";
import type { PageState } from "./page_state.ts";

/** An athlete with what is kept of their records, but for the records. */
export interface AthleteWithRecords {
  athlete: AthleteRow;
  /** Null when nothing is kept. */
  kept: PageState | null;
  /** When results of a year were read last: bests of seasons may come from them. */
  resultsReadAt: Date | null;
}

type Row =
  & AthleteRow
  & { [K in keyof PageState]: PageState[K] | null }
  & { resultsReadAt: Date | null };

/** What is selected, with `athlete`, `club` and `record_page` joined. */
function columns(sql: Queryable) {
  return sql`
    ${athleteColumns(sql)}, record_page.fetched_at, record_page.expires_at,
      record_page.status, (
        select max(results_page.fetched_at) from results_page where athlete_id = athlete.id
      ) as results_read_at
  `;
}

/** Where it is selected from. */
function tables(sql: Queryable) {
  return sql`
    athlete
      left join club on club.id = athlete.club_id
      left join record_page on record_page.athlete_id = athlete.id
  `;
}

function toAthleteWithRecords(
  { fetchedAt, expiresAt, status, resultsReadAt, ...athlete }: Row,
): AthleteWithRecords {
  const isKept = fetchedAt !== null && expiresAt !== null && status !== null;
  return { athlete, kept: isKept ? { fetchedAt, expiresAt, status } : null, resultsReadAt };
}

/**
 * Finds athletes by federation id, and what is kept of their records.
 *
 * @returns `anybodyOpposed`: whether anybody at all asked to be left out; if not, nobody has to ask
 *   about these.
 */
export async function findAthletesWithRecords(
  sql: Queryable,
  ffaIds: readonly string[],
): Promise<{ found: AthleteWithRecords[]; anybodyOpposed: boolean }> {
  const rows = await sql<(Row & { anybodyOpposed: boolean })[]>`
    select ${columns(sql)}, exists (select from opposition) as anybody_opposed
    from ${tables(sql)}
    where athlete.ffa_id = any(${[...ffaIds]})
  `;
  return {
    found: rows.map(({ anybodyOpposed: _, ...row }) => toAthleteWithRecords(row)),
    anybodyOpposed: rows.some(({ anybodyOpposed }) => anybodyOpposed),
  };
}

/** Finds an athlete by the directory's own id, which the original service's clients hold. */
export async function findAthleteWithRecordsById(
  sql: Queryable,
  id: number,
): Promise<AthleteWithRecords | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from ${tables(sql)} where athlete.id = ${id}
  `;
  return row === undefined ? null : toAthleteWithRecords(row);
}
