import { attribute, findAll, findFirst, type HtmlElement, text, textAfter } from "../html.ts";
import { PageShapeError, type RowProblem } from "../shape.ts";
import { athleteIdIn, clubNumberIn } from "../urls.ts";
import { textOrNull } from "./blank.ts";
import { parseDate } from "./dates.ts";
import { checkEmpty, openListPage } from "./list_page.ts";
import type { ReceivedAnswer } from "./open_page.ts";
import { isOddName, ODD_NAME } from "./person_name.ts";
import { type Note, readOrNote, readRows, RowError, ValueError } from "./rows.ts";

/** A member of a club, as counted in a season. */
export interface RosterEntry {
  ffaId: string;
  /** As published, `SURNAME Given`, a country in brackets behind it included. */
  name: string;
  /** The country in brackets behind some names, e.g. `BEL`; null without one. */
  nationality: string | null;
  /** Age category code, e.g. `SE`, `M0`. */
  category: string | null;
  sex: "M" | "F" | null;
  /** Digits, or a letter and digits. */
  licenseNumber: string | null;
  /** Level code, e.g. `R2`. */
  level: string | null;
  /** Points earned for the club. */
  points: number | null;
  /** The date behind the line, ISO: shows only that something changed. */
  updated: string | null;
}

/** One page of a club's roster. */
export interface RosterPage {
  /** Season the page says it shows; null when it does not. */
  season: number | null;
  /** Number of the club it says it shows; null when it does not. */
  clubNumber: string | null;
  athletes: RosterEntry[];
  page: number;
  pages: number;
  /** Entries of the whole list, as it says; null when it does not. */
  total: number | null;
  problems: RowProblem[];
}

/** Rows among which the heading with the club stands. */
const HEADING_ROWS = 5;

/** The words after the name: `R2 (12 pt) ES/F 2999901 (14/09/25)`; each part may be missing. */
const DETAILS = new RegExp(
  [
    /^(?<level>I[ABER]\d?|N\d|R\d|D\d)?/,
    /\s*(?:\((?<points>\d[\d ]*)\s*pts?\.?\))?/,
    /\s*(?:(?<category>[A-Z]{2}|[A-Z]\d{1,2}|-)\s*\/\s*(?<sex>[MF-]))?/,
    /\s*(?<license>[A-Z]{0,2}\d{3,10}|-)?/,
    /\s*(?:\((?<date>\d\d\/\d\d\/\d\d(?:\d\d)?)\))?$/,
  ].map(({ source }) => source).join(""),
);

const PARTS = [
  /(?<![\p{L}\d])(?<level>I[ABER]\d?|[NRD]\d)(?![\p{L}\d/])/u,
  /\((?<points>\d[\d ]*)\s*pts?\.?\)/,
  /(?<![\p{L}\d])(?<category>[A-Z]{2}|[A-Z]\d{1,2})\s*\/\s*(?<sex>[MF])(?![\p{L}\d])/u,
  /(?<![\p{L}\d/(])(?<license>[A-Z]?\d{5,10})(?![\p{L}\d/)])/u,
  /\((?<date>\d\d\/\d\d\/\d\d(?:\d\d)?)\)/,
];

/**
 * Reads one page of a club's roster, in page order, each athlete once. A club without athletes is a
 * page without lines.
 *
 * A missing part is null. A line with a readable name and id is never left out.
 *
 * @throws {PageShapeError} If it is not a list page, is not whole, or has lines of which none is an
 *   athlete.
 */
export function parseRoster(html: string, arrival: ReceivedAnswer = {}): RosterPage {
  const list = openListPage(html, "roster", arrival);
  // Other rows, such as the marks that earned the points, hold no link to an athlete and no such
  // heading.
  const rows = list.rows.filter((row) =>
    linksOf(row).length > 0 || findFirst(row, "div.headers6") !== null
  );
  const { entries, problems } = readRows("roster", rows, readLine);
  const ids = new Set<string>();
  const athletes = entries.filter(({ ffaId }) => !ids.has(ffaId) && ids.add(ffaId));
  if (athletes.length === 0) {
    checkEmpty(list, "roster");
    const announced = /Nombre d['’]athl[eè]tes\s*:\s*(\d+)/i.exec(list.rows.map(text).join(" "))
      ?.[1];
    if (Number(announced ?? 0) > 0) {
      throw new PageShapeError("roster", `it announces ${announced} athletes and holds none`);
    }
  }
  return {
    season: list.season,
    clubNumber: readClubNumber(list.rows),
    athletes,
    page: list.page,
    pages: list.pages,
    total: list.total,
    problems: [...list.problems, ...problems],
  };
}

/** The heading above the members links to the club; so does nothing before it. */
function readClubNumber(rows: readonly HtmlElement[]): string | null {
  for (const row of rows.slice(0, HEADING_ROWS)) {
    for (const link of findAll(row, ".headers a[href]")) {
      const number = clubNumberIn(attribute(link, "href") ?? "");
      if (number !== null) return number;
    }
  }
  return null;
}

function linksOf(row: HtmlElement): HtmlElement[] {
  return findAll(row, "a[href]").filter(isAthleteLink);
}

function isAthleteLink(element: HtmlElement): boolean {
  return athleteIdIn(attribute(element, "href") ?? "") !== null;
}

function readLine(row: HtmlElement, note: Note): RosterEntry[] {
  const links = linksOf(row);
  if (links.length === 0) {
    // An id of another form concerns that line only.
    if (findFirst(row, 'a[href*="/athletes/"]') !== null) {
      throw new ValueError("the link holds no athlete's id");
    }
    throw new RowError("the line links to no athlete");
  }
  return links.map((link) => {
    const name = text(link);
    if (name === "") throw new RowError("the athlete has no name");
    if (isOddName(name)) note(ODD_NAME, { isHarmless: true });
    const behind = textAfter(link, isAthleteLink);
    const whole = DETAILS.exec(behind)?.groups;
    if (whole === undefined) note("what follows the name is not understood");
    const { level, points, category, sex, license, date } = whole ?? readParts(behind);
    return {
      ffaId: athleteIdIn(attribute(link, "href") ?? "") ?? "",
      name,
      nationality: /\(([A-Z]{3})\)$/i.exec(name)?.[1]?.toUpperCase() ?? null,
      category: textOrNull(category),
      sex: sex === "M" || sex === "F" ? sex : null,
      licenseNumber: textOrNull(license),
      level: textOrNull(level),
      points: points === undefined ? null : Number(points.replaceAll(" ", "")),
      updated: readOrNote(() => parseDate(date ?? ""), note, "the date is no day of the calendar"),
    };
  });
}

/** The parts that can be recognized by form alone, where they are not in their usual order. */
function readParts(behind: string): Record<string, string | undefined> {
  return Object.assign({}, ...PARTS.map((part) => part.exec(behind)?.groups));
}
