import type { Discipline } from "../../domain/results/discipline.ts";
import type { Mark } from "../../domain/measure/mark.ts";
import { attribute, findAncestor, findFirst, type HtmlElement } from "../html.ts";
import type { RowProblem } from "../shape.ts";
import { athleteIdIn } from "../urls.ts";
import { cellReader, type Columns, findColumns, width } from "./columns.ts";
import { parseDate } from "./dates.ts";
import { eventOf, markOrNote } from "./event_mark.ts";
import { checkEmpty, openListPage } from "./list_page.ts";
import { isOddName, ODD_NAME } from "./person_name.ts";
import type { ReceivedAnswer } from "./open_page.ts";
import { cellsOf, isData, type Note, readOrNote, readRows, RowError } from "./rows.ts";

/** A result of a club's member. */
export interface ClubResult {
  /** Null for a person without license. */
  ffaId: string | null;
  /** As published, `SURNAME Given`. */
  name: string;
  /** Label without the category of the race, e.g. `1 500m Piste Courte`. */
  event: string;
  discipline: Discipline;
  /** Race distance, m; null for events without one. */
  distance: number | null;
  isRunning: boolean;
  place: number | null;
  /** Mark as published, without the place. */
  text: string;
  /** Null for a code that says there is none (`DQ`, `AB` …). */
  mark: Mark | null;
  round: string | null;
  /** Age category code, e.g. `ES`, `M0`. */
  category: string | null;
  sex: "M" | "F" | null;
  birthYear: number | null;
  points: number | null;
  level: string | null;
  /** ISO date; null also where the year of the season's autumn cannot be told. */
  date: string | null;
  town: string | null;
}

/** One page of the results of a club in a season. */
export interface ClubResultsPage {
  results: ClubResult[];
  /** Season the page says it shows; null when it does not. */
  season: number | null;
  page: number;
  pages: number;
  problems: RowProblem[];
}

/** Words above the columns, in their order. */
const COLUMNS = {
  name: /^nom/,
  event: /^epreuve/,
  result: /^(resultat|perf)/,
  round: /^tour/,
  details: /^infos?/,
  points: /^points?/,
  level: /^niveau/,
  date: /^date/,
  town: /^(ville|lieu)/,
};

/** From this season on the year begins on 1 September everywhere; before, it did not in results. */
const SEPTEMBER_SINCE = 2023;

/**
 * Reads one page of a club's results, in page order: the cheapest source of birth years.
 *
 * @param options.season The season asked for, where the page does not say it. Two digits of a birth
 *   year and dates without year are completed by it; without it they stay null.
 * @throws {PageShapeError} If it is no list page, not whole, or holds rows of which none is a
 *   result.
 */
export function parseClubResults(
  html: string,
  options: { season?: number } & ReceivedAnswer = {},
): ClubResultsPage {
  const list = openListPage(html, "club-results", options);
  const season = list.season ?? options.season ?? null;
  const rows = list.rows.filter(isData);
  const table = rows[0] === undefined ? null : findAncestor(rows[0], "table");
  if (table === null) {
    checkEmpty(list, "club-results");
    return { results: [], season, page: list.page, pages: list.pages, problems: list.problems };
  }
  const columns = findColumns("club-results", table, COLUMNS);
  const { entries: results, problems } = readRows(
    "club-results",
    rows,
    (row, note) => readResult(row, { columns, season, note }),
  );
  return {
    results,
    season,
    page: list.page,
    pages: list.pages,
    problems: [...list.problems, ...problems],
  };
}

interface RowContext {
  columns: Columns<keyof typeof COLUMNS>;
  season: number | null;
  note: Note;
}

function readResult(row: HtmlElement, { columns, season, note }: RowContext): ClubResult[] {
  const cells = cellsOf(row);
  if (cells.length < width(columns)) throw new RowError(`it has ${cells.length} cells only`);
  const cell = cellReader(row, columns);
  const name = cell("name");
  const event = cell("event");
  if (event === "") throw new RowError("the result is one of no event");
  const labeled = eventOf(event);
  if (name === "") {
    // A relay's members stand in another row.
    if (labeled.discipline === "relay") return [];
    throw new RowError("the result belongs to nobody");
  }
  if (isOddName(name)) note(ODD_NAME, { isHarmless: true });
  const link = findFirst(cells[columns.name] ?? row, "a[href]");
  const [, place, published = ""] =
    /^(?:(\d{1,5})\.(?:\s+|$)|-\.?\s+)?(.*)$/.exec(cell("result")) ??
      [];
  const details = DETAILS.exec(cell("details"))?.groups;
  if ((details?.["rest"] ?? cell("details")) !== "") {
    note("category and birth year are not understood");
  }
  const category = details?.category ?? null;
  return [{
    ffaId: link === null ? null : athleteIdIn(attribute(link, "href") ?? ""),
    name,
    event: event.replace(/\s+\/\s+(?:[A-Z]{2}|[A-Z]\d{1,2})[MFX]?$/i, ""),
    discipline: labeled.discipline,
    distance: labeled.distance,
    isRunning: labeled.isRunning,
    place: place === undefined ? null : Number(place),
    text: published,
    mark: markOrNote(published, labeled, note),
    round: cell("round") || null,
    category,
    sex: details?.sex === "M" || details?.sex === "F" ? details.sex : null,
    birthYear: completeBirthYear(details?.year, { category, season }),
    points: /^\d+$/.test(cell("points")) ? Number(cell("points")) : null,
    level: cell("level") || null,
    date: readOrNote(() => completeDate(cell("date"), season), note, "the date is not understood"),
    town: cell("town") || null,
  }];
}

/** `ESF/04`: category, sex and the last two digits of the birth year. */
const DETAILS =
  /^(?<category>[A-Z]{2}|[A-Z]\d{1,2})\s*\/?\s*(?<sex>[MFX])?(?:\s*\/\s*(?<year>\d{4}|\d{2}))?(?<rest>.*)$/;

/**
 * Youngest age, in years of the season, of the masters: `MA`, `M0` to `M10`, formerly `VE`, `V1` …
 */
const MASTERS_FROM = 35;

/**
 * Completes two digits of a birth year: the latest such year that the season and the category
 * allow.
 *
 * @param context.category Tells a master born in 1925 from a child born in 2025.
 */
function completeBirthYear(
  digits: string | undefined,
  { category, season }: { category: string | null; season: number | null },
): number | null {
  if (digits?.length === 4) return isYear(Number(digits)) ? Number(digits) : null;
  if (digits === undefined || season === null) return null;
  const isMaster = category !== null && /^(MA|VE|[MV]\d+)$/.test(category);
  const latest = isMaster ? season - MASTERS_FROM : season;
  const century = Math.floor(latest / 100) * 100;
  const year = century + Number(digits);
  return year <= latest ? year : year - 100;
}

/** Whether somebody who competes may be born then. */
function isYear(year: number): boolean {
  return year >= 1880 && year <= 2200;
}

/** Puts the year to `08/02`: the season's, or the one before from September on. */
function completeDate(published: string, season: number | null): string | null {
  const month = Number(/^\d{1,2}\/(\d{1,2})$/.exec(published)?.[1] ?? NaN);
  if (Number.isNaN(month)) return parseDate(published);
  if (season === null || month >= 9 && season < SEPTEMBER_SINCE) return null;
  return parseDate(published, month >= 9 ? season - 1 : season);
}
