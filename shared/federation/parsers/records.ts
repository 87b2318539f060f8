import type { RankedRecord } from "../../domain/results/best_records.ts";
import type { HtmlElement, HtmlNode } from "../html.ts";
import { tableRows } from "../html.ts";
import type { RowProblem } from "../shape.ts";
import { textOrNull } from "./blank.ts";
import { readTerritory } from "./club_name.ts";
import { cellReader, type Columns, findColumns, width } from "./columns.ts";
import { parseDate } from "./dates.ts";
import { eventOf, markOf } from "./event_mark.ts";
import { type AthleteHeader, readHeader } from "./header.ts";
import { openPage, type ReceivedAnswer } from "./open_page.ts";
import { cellsOf, isData, type Note, readOrNote, readRows, RowError } from "./rows.ts";
import { readSeasonBests, type SeasonBestEntry } from "./season_bests.ts";
import { findSectionTable } from "./section.ts";

export type { SeasonBestEntry } from "./season_bests.ts";

/** One personal record, as published. */
export interface RecordEntry extends RankedRecord {
  /** Mark as published, with everything behind it. */
  text: string;
  /** Timed by hand, to the tenth. */
  handTimed: boolean;
  /** m/s; null where none is published. */
  wind: number | null;
  /** Hundredths, road only; the gun time beside it is the mark. */
  chipTime: number | null;
  /** ISO date. */
  date: string | null;
  category: string | null;
  /** Name as published, without the star. */
  club: string | null;
  league: string | null;
  department: string | null;
  place: string | null;
}

/** An athlete's records page. */
export interface RecordsPage {
  /** Null when the site does not know the athlete. */
  header: AthleteHeader | null;
  records: RecordEntry[];
  /**
   * Whether the page has a table of records at all: one without may be of an athlete who has none,
   * or changed.
   */
  hasRecordsTable: boolean;
  /** Best marks by season, where the page carries them. */
  seasonBests: SeasonBestEntry[];
  problems: RowProblem[];
}

/** The result for an athlete whom the site does not know. */
const NOBODY: RecordsPage = {
  header: null,
  records: [],
  hasRecordsTable: false,
  seasonBests: [],
  problems: [],
};

/** Words above the columns, in their order. */
const COLUMNS = {
  event: /^epreuve/,
  mark: /^perf/,
  date: /^date/,
  category: /^cat/,
  club: /^club/,
  territory: /^lig/,
  place: /^(lieu|ville)/,
};

const SECTION = {
  number: 5,
  heading: /records personnels/,
  columns: [/^epreuve/, /^perf/, /^date/, /^cat/],
};

/**
 * Reads an athlete's records, in page order; an athlete without records has none or no such
 * section.
 *
 * Records of one distance in two disciplines (track, short track, road) stay apart. An event whose
 * label is not known is kept, as one without distance, and reported.
 *
 * @throws {PageShapeError} If the page is not whole, has no readable header, or its records no
 *   known columns or not one readable row.
 */
export function parseRecords(html: string, arrival: ReceivedAnswer = {}): RecordsPage {
  const { document, problems: tags } = openPage(html, "records", arrival);
  const athlete = readHeader(document, "records");
  if (athlete === null) return NOBODY;
  const bests = readSeasonBests(document);
  const { records, hasRecordsTable, problems } = readRecordsSection(document);
  return {
    header: athlete.header,
    records,
    hasRecordsTable,
    seasonBests: bests.entries,
    problems: [...tags, ...athlete.problems, ...problems, ...bests.problems],
  };
}

function readRecordsSection(
  document: HtmlNode,
): Pick<RecordsPage, "records" | "hasRecordsTable" | "problems"> {
  const table = findSectionTable(document, SECTION);
  const rows = table === null ? [] : tableRows(table).filter(isData);
  if (table === null || rows.length === 0) {
    return { records: [], hasRecordsTable: table !== null, problems: [] };
  }
  const columns = findColumns("records", table, COLUMNS);
  const { entries, problems } = readRows(
    "records",
    rows,
    (row, note) => readRecord(row, columns, note),
  );
  return { records: entries, hasRecordsTable: true, problems };
}

function readRecord(
  row: HtmlElement,
  columns: Columns<keyof typeof COLUMNS>,
  note: Note,
): RecordEntry[] {
  const cells = cellsOf(row);
  if (cells.length < width(columns)) throw new RowError(`it has ${cells.length} cells only`);
  const cell = cellReader(row, columns);
  const label = cell("event");
  if (label === "") throw new RowError("the record is one of no event");
  const event = eventOf(label);
  const text = cell("mark");
  const mark = markOf(text, event);
  if (mark === null) return [];
  if (!event.isKnown) note("the event is not known");
  const territory = readTerritory(cell("territory"));
  if (!territory.isUnderstood) note("league and department are not understood");
  return [{
    discipline: event.discipline,
    event: label,
    distance: event.distance,
    isRunning: event.isRunning,
    unit: mark.unit,
    mark: mark.value,
    text,
    handTimed: mark.handTimed,
    wind: mark.wind,
    chipTime: mark.chipTime,
    date: readOrNote(() => parseDate(cell("date")), note, "the date is not understood"),
    category: textOrNull(cell("category")),
    club: textOrNull(cell("club").replace(/[\s*]+$/, "")),
    league: territory.league,
    department: territory.department,
    place: textOrNull(cell("place")),
  }];
}
