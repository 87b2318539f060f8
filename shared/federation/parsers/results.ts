import type { Discipline } from "../../domain/results/discipline.ts";
import type { Mark } from "../../domain/measure/mark.ts";
import { findFirst, type HtmlElement, tableRows } from "../html.ts";
import type { RowProblem } from "../shape.ts";
import { textOrNull } from "./blank.ts";
import { cellReader, type Columns, findColumns, width } from "./columns.ts";
import { parseDate } from "./dates.ts";
import { eventOf, markOrNote } from "./event_mark.ts";
import { type AthleteHeader, readHeader } from "./header.ts";
import { openFragment, openPage, type ReceivedAnswer, startOf } from "./open_page.ts";
import { findRows } from "./fragment.ts";
import { cellsOf, isData, type Note, readOrNote, readRows, RowError } from "./rows.ts";
import { findSectionTable } from "./section.ts";
import { readYears } from "./years.ts";

/** One result of an athlete. */
export interface ResultEntry {
  /** ISO date. */
  date: string | null;
  /** Event label, or the free text of a race off the track, as published. */
  event: string;
  discipline: Discipline;
  /** Race distance, m; null for events without one. */
  distance: number | null;
  isRunning: boolean;
  /** Mark as published. */
  text: string;
  /** Null for a code that says there is none (`AB`, `DQ` …). */
  mark: Mark | null;
  /** m/s, from its own column or from behind the mark; null where not given or not measured. */
  wind: number | null;
  /** e.g. `Finale`, `Série 1`. */
  round: string | null;
  place: number | null;
  /** Place as published, e.g. `178 (163M - 86SE)`, `HC`. */
  placeText: string | null;
  /** Level code, e.g. `N4`. */
  level: string | null;
  points: number | null;
  town: string | null;
}

/** An athlete's results of one year, or in one event. */
export interface ResultsPage {
  /** Null for a fragment, which has none, and for an athlete unknown to the site. */
  header: AthleteHeader | null;
  /** As published: latest first. */
  results: ResultEntry[];
  /** Years that the page offers results of, latest first; none in a fragment. */
  years: number[];
  problems: RowProblem[];
}

/** Words above the columns, in their order. */
const COLUMNS = {
  date: /^date/,
  event: /^epreuve/,
  mark: /^perf/,
  wind: /^vent/,
  round: /^tour/,
  place: /^place/,
  level: /^niv/,
  points: /^(points|pts)/,
  town: /^(lieu|ville)/,
};

const SECTION = {
  number: 3,
  heading: /resultats par annee/,
  columns: [/^date/, /^epreuve/, /^perf/],
};

/**
 * Reads an athlete's results: a whole page, the fragment of a table, or that fragment inside JSON.
 *
 * @param year Calendar year asked for: the dates of a year's results leave it out. A year that the
 *   page itself shows goes first.
 * @throws {PageShapeError} If it is none of the three, is not whole, a page without readable
 *   header, or a table without the known columns or a readable row.
 */
export function parseResults(
  content: string,
  year?: number,
  arrival: ReceivedAnswer = {},
): ResultsPage {
  const rows = findRows(content);
  if (rows === null) return readPage(content, year, arrival);
  if (rows === "") return { header: null, results: [], years: [], problems: [] };
  // JSON proves its own end.
  const isProved = /^[[{]/.test(startOf(content));
  const { document, problems: tags } = openFragment(
    rows,
    "results",
    isProved ? { isLengthAnnounced: true } : arrival,
  );
  const { results, problems } = readTable(findFirst(document, "table"), year);
  return { header: null, years: [], results, problems: [...tags, ...problems] };
}

function readPage(html: string, year: number | undefined, arrival: ReceivedAnswer): ResultsPage {
  const { document, problems: tags } = openPage(html, "results", arrival);
  const athlete = readHeader(document, "results");
  if (athlete === null) return { header: null, results: [], years: [], problems: [] };
  const { years, shown } = readYears(document);
  const table = findFirst(document, "table#res_athlete") ?? findSectionTable(document, SECTION);
  const { results, problems } = readTable(table, shown ?? year);
  return {
    header: athlete.header,
    results,
    years,
    problems: [...tags, ...athlete.problems, ...problems],
  };
}

function readTable(table: HtmlElement | null, year: number | undefined) {
  const rows = table === null ? [] : tableRows(table).filter(isData);
  if (table === null || rows.length === 0) return { results: [], problems: [] };
  const columns = findColumns("results", table, COLUMNS);
  const { entries, problems } = readRows(
    "results",
    rows,
    (row, note) => [readResult(row, { columns, year, note })],
  );
  return { results: entries, problems };
}

interface RowContext {
  columns: Columns<keyof typeof COLUMNS>;
  year: number | undefined;
  note: Note;
}

function readResult(row: HtmlElement, { columns, year, note }: RowContext): ResultEntry {
  const cells = cellsOf(row);
  if (cells.length < width(columns)) throw new RowError(`it has ${cells.length} cells only`);
  const cell = cellReader(row, columns);
  const label = cell("event");
  if (label === "") throw new RowError("the result is one of no event");
  const event = eventOf(label);
  const mark = markOrNote(cell("mark"), event, note);
  const place = cell("place");
  const points = cell("points").replaceAll(" ", "");
  return {
    date: readOrNote(() => parseDate(cell("date"), year), note, "the date is not understood"),
    event: label,
    discipline: event.discipline,
    distance: event.distance,
    isRunning: event.isRunning,
    text: cell("mark"),
    mark,
    wind: readOrNote(() => readWind(cell("wind")), note, "the wind is not understood") ??
      mark?.wind ?? null,
    round: textOrNull(cell("round")),
    place: /^\d+/.test(place) ? Number.parseInt(place, 10) : null,
    placeText: textOrNull(place),
    level: textOrNull(cell("level")),
    points: /^\d+$/.test(points) ? Number(points) : null,
    town: textOrNull(cell("town")),
  };
}

/** `+1.2`, `-0.3`, `(+1.7)`; `NC` = not measured. */
function readWind(published: string): number | null {
  if (/^(?:-|NC)?$/.test(published)) return null;
  const value = /^\(?([+-]?\d{1,2}(?:[.,]\d+)?)\)?$/.exec(published.replace(/^[−–]/, "-"))?.[1];
  if (value === undefined) throw new SyntaxError(`Cannot read wind "${published.slice(0, 20)}"`);
  // `+ 0` makes a published `-0.0` plain 0.
  return Number(value.replace(",", ".")) + 0;
}
