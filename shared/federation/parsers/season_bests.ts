import type { RankedRecord } from "../../domain/results/best_records.ts";
import { type HtmlElement, type HtmlNode, tableRows, text } from "../html.ts";
import { PageShapeError, type RowProblem } from "../shape.ts";
import { textOrNull } from "./blank.ts";
import { readTerritory } from "./club_name.ts";
import { cellReader, findColumns, width } from "./columns.ts";
import { parseDate } from "./dates.ts";
import { eventOf, markOf } from "./event_mark.ts";
import { cellsOf, isData, readOrNote, readRows, RowError } from "./rows.ts";
import { findSectionTable } from "./section.ts";

/** The best mark of a season in one event, as published. */
export interface SeasonBestEntry extends RankedRecord {
  /** Year that the site counts the mark to. */
  season: number;
  /** Mark as published, with everything behind it. */
  text: string;
  /** ISO date. */
  date: string | null;
  /** Name as published, without the star. */
  club: string | null;
  league: string | null;
  department: string | null;
  place: string | null;
}

/** Words above the columns, in their order. */
const COLUMNS = {
  season: /^saison/,
  date: /^date/,
  mark: /^perf/,
  club: /^club/,
  territory: /^lig/,
  place: /^(lieu|ville)/,
};

const SECTION = {
  number: 4,
  heading: /meilleures performances par saison/,
  columns: [/^saison/, /^date/, /^perf/],
};

/** Rows with the event whose title stands above them. */
function rowsByEvent(table: HtmlElement): { row: HtmlElement; event: string }[] {
  let event = "";
  return tableRows(table).flatMap((row) => {
    const cells = cellsOf(row);
    const [title] = cells;
    if (cells.length === 1 && title !== undefined) event = text(title);
    return isData(row) ? [{ row, event }] : [];
  });
}

/**
 * Reads the best marks by season of an athlete's page that carries them.
 *
 * They come beside the records: where they cannot be read, the records stand, and the problem is
 * reported.
 *
 * @returns No entries where the page has no such section.
 */
export function readSeasonBests(
  document: HtmlNode,
): { entries: SeasonBestEntry[]; problems: RowProblem[] } {
  const table = findSectionTable(document, SECTION);
  const rows = table === null ? [] : rowsByEvent(table);
  if (table === null || rows.length === 0) return { entries: [], problems: [] };
  try {
    const columns = findColumns("records", table, COLUMNS);
    const events = new Map(rows.map(({ row, event }) => [row, event]));
    return readRows("records", rows.map(({ row }) => row), (row, note) => {
      if (cellsOf(row).length < width(columns)) throw new RowError("it has too few cells");
      const cell = cellReader(row, columns);
      const label = events.get(row) ?? "";
      if (label === "") throw new RowError("the best of a season is one of no event");
      const season = Number(cell("season"));
      if (!/^\d{4}$/.test(cell("season"))) throw new RowError("the season is no year");
      const event = eventOf(label);
      const mark = markOf(cell("mark"), event);
      if (mark === null) return [];
      const territory = readTerritory(cell("territory"));
      if (!territory.isUnderstood) note("league and department are not understood");
      return [{
        season,
        discipline: event.discipline,
        event: label,
        distance: event.distance,
        isRunning: event.isRunning,
        unit: mark.unit,
        mark: mark.value,
        text: cell("mark"),
        date: readOrNote(() => parseDate(cell("date")), note, "the date is not understood"),
        club: textOrNull(cell("club").replace(/[\s*]+$/, "")),
        league: territory.league,
        department: territory.department,
        place: textOrNull(cell("place")),
      }];
    });
  } catch (error) {
    if (!(error instanceof PageShapeError)) throw error;
    const { page, row, message } = error;
    return { entries: [], problems: [{ page, row, message, excerpt: "", skipped: true }] };
  }
}
