import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { athleteColumns, type AthleteRow } from "./athlete.ts";
import type { PageState } from "./page_state.ts";

/** An athlete with the state of their records page. */
export interface AthleteWithPage {
  athlete: AthleteRow;
  /** Null when none is stored. */
  recordsPage: PageState | null;
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

function toAthleteWithPage(
  { fetchedAt, expiresAt, status, resultsReadAt, ...athlete }: Row,
): AthleteWithPage {
  const recordsPage = fetchedAt === null || expiresAt === null || status === null
    ? null
    : { fetchedAt, expiresAt, status };
  return { athlete, recordsPage, resultsReadAt };
}

/**
 * Finds athletes by federation id, with the state of their records pages.
 *
 * @returns `anybodyOpposed`: whether anybody at all asked to be left out; if not, nobody has to ask
 *   about these athletes.
 */
export async function findAthletesWithPage(
  sql: Queryable,
  ffaIds: readonly string[],
): Promise<{ athletes: AthleteWithPage[]; anybodyOpposed: boolean }> {
  const rows = await sql<(Row & { anybodyOpposed: boolean })[]>`
    select ${columns(sql)}, exists (select from opposition) as anybody_opposed
    from ${tables(sql)}
    where athlete.ffa_id = any(${[...ffaIds]})
  `;
  return {
    athletes: rows.map(({ anybodyOpposed: _, ...row }) => toAthleteWithPage(row)),
    anybodyOpposed: rows.some(({ anybodyOpposed }) => anybodyOpposed),
  };
}

/** Finds an athlete by the directory's own id, which the original service's clients hold. */
export async function findAthleteWithPageById(
  sql: Queryable,
  id: number,
): Promise<AthleteWithPage | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from ${tables(sql)} where athlete.id = ${id}
  `;
  return row === undefined ? null : toAthleteWithPage(row);
}
