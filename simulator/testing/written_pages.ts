/**
 * Pages of the site about people and clubs that a test names, in the very markup of the simulator's
 * other pages: what changes on the site is changed there, once, for all tests.
 */
import { type HeaderLine, headerMarkup, licenseMarkup, slashed } from "../pages/athlete_header.ts";
import { namelessAthletePage } from "../pages/athlete.ts";
import { CLUB_LIST, clubRow } from "../pages/club_list.ts";
import { athleteLink, resultRow, RESULTS_LIST } from "../pages/club_results.ts";
import { type ListPage, renderList } from "../pages/list_page.ts";
import { escapeText, page } from "../pages/markup.ts";
import { recordsMarkup } from "../pages/records_section.ts";
import { resultsMarkup } from "../pages/results_section.ts";
import { memberRow, ROSTER } from "../pages/roster.ts";
import { USUAL_STYLE } from "../pages/style.ts";

/** A club as a test's list shows it. */
export type WrittenClub = { number: string; name: string; territory?: string };

/** A member as a test's roster shows them; what is left out is not on the page. */
export type WrittenMember = {
  id: number | string;
  name: string;
  /** `ES/F`. */
  category?: string;
  license?: string;
};

/** Which page of a list it is. */
export type Place = {
  /** Counted from 1, which is the default. */
  page?: number;
  /** 1 by default. */
  pages?: number;
  /** Entries of the whole list, as the page says; by default as many as its pages hold. */
  total?: number;
  /** Markup of further rows. */
  extraRows?: readonly string[];
};

/** Members that the list of clubs counts in each. */
const MEMBERS = 3;
/** Season that links lead to. */
const SEASON = 2026;

/** A page of the list of clubs. */
export function clubListPage(clubs: readonly WrittenClub[], place: Place = {}): string {
  const rows = clubs.map(({ number, name, territory = "I-F/075" }, at) =>
    clubRow({
      rank: at + 1,
      points: 100,
      number,
      name,
      territory,
      members: MEMBERS,
      season: SEASON,
    }, at)
  );
  return listPage(CLUB_LIST, rows, place);
}

/** A page of a roster. */
export function rosterPage(members: readonly WrittenMember[], place: Place = {}): string {
  const rows = members.map(({ id, name, category = null, license = null }) =>
    memberRow({ ffaId: String(id), name, level: null, category, license, updated: null })
  );
  return listPage({ ...ROSTER, group: "" }, rows, place);
}

/** A page of a club's results in one event; `details` say category, sex and year: `ESF/04`. */
export function clubResultsPage(
  results: readonly { id: number | string; name: string; details: string }[],
): string {
  const rows = results.map(({ id, name, details }) =>
    resultRow({
      name: athleteLink({ ffaId: String(id), name }),
      event: `1 500m / ${details.slice(0, 3)}`,
      result: "4. 4'29''10",
      round: "Finale 2",
      infos: details,
      points: "861",
      level: "IR4",
      date: "08/02",
      town: "Ville Test",
    })
  );
  return listPage({ ...RESULTS_LIST, group: "" }, rows, {});
}

function listPage(
  list: Omit<ListPage, "criteria" | "rows" | "total" | "position" | "url">,
  rows: readonly string[],
  { page = 1, pages = 1, total, extraRows = [] }: Place,
): string {
  return renderList({
    ...list,
    criteria: "",
    rows: [...rows, ...extraRows],
    total: total ?? (pages === 1 ? rows.length : pages * 250),
    pages,
    position: page - 1,
    url: new URL("http://127.0.0.1/bases/liste.aspx?frmposition=0"),
  }, USUAL_STYLE);
}

/** An athlete's own page, without any section. @param athlete.name As in lists: `ROC Ada`. */
export function athletePage(
  { name, birthYear, nationality, facts = [] }: {
    name: string;
    birthYear: number;
    nationality: string;
    /** Further facts of the header. */
    facts?: readonly HeaderLine[];
  },
): string {
  const [surname = "", ...given] = name.split(" ");
  return documentOf({ given: given.join(" "), surname }, [
    ["Né(e) en", String(birthYear)],
    ["Catégorie / Nationalité", slashed("ES", "F", nationality)],
    ...facts,
  ], "");
}

/** One row of a test's records: event, mark, date, place. */
export type RecordRow = readonly [event: string, mark: string, date: string, place: string];

/** A page of records. @param athlete.name As headings say it: `Zélie TESTARD`. */
export function recordsPage(
  { name = "Zélie TESTARD", born = "1994", club = "Ac Exemple", license = "2999901", rows }: {
    name?: string;
    born?: string;
    club?: string;
    license?: string;
    rows: readonly RecordRow[];
  },
): string {
  const words = name.split(" ");
  // The surname is in capitals.
  const at = words.findIndex((word) => word === word.toUpperCase());
  const [given, surname] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
  const records = rows.map(([event, mark, date, place]) => ({
    event,
    mark,
    date,
    category: "SE",
    club,
    territory: "I-F / 075",
    place,
  }));
  return documentOf({ given, surname }, [
    ["Né(e) en", born],
    ["Club", escapeText(`${club} *`)],
    ["Catégorie / Nationalité", slashed("SE", "F", "FRA")],
    ["N° de licence", licenseOf(license)],
    ["Ligue / Département", slashed("I-F", "075")],
  ], recordsMarkup(records, USUAL_STYLE));
}

function licenseOf(number: string): string {
  return licenseMarkup({ licenseNumber: number, licenseType: "COMP", updated: "16/09/2025" });
}

function documentOf(
  name: { given: string; surname: string },
  lines: readonly HeaderLine[],
  sections: string,
): string {
  return page(
    escapeText(`${name.given} ${name.surname} | Fédération simulée`),
    `${headerMarkup(name, lines)}\n${sections}`,
  );
}

/** Facts of a member's page beside birth year and nationality. */
export const MORE_FACTS: readonly HeaderLine[] = [
  ["Club", "Ac Exemple"],
  ["N° de licence", licenseOf("2999901")],
  ["Ligue / Département", slashed("I-F", "075")],
];

/** What the site answers with 200 for an id that it does not know: its frame, and nobody in it. */
export const NOBODY_PAGE = namelessAthletePage();

/** One row of a test's results: date, event, mark, wind, round, place, level, points, town. */
export type ResultRow = readonly [
  date: string,
  event: string,
  mark: string,
  wind: string,
  round: string,
  place: string,
  level: string,
  points: string,
  town: string,
];

/** The rows of a table of results without the table, as the site sends them. */
export function resultsFragment(rows: readonly ResultRow[]): string {
  const results = rows.map((
    [date, event, mark, wind, round, place, level, points, town],
  ) => ({ date, event, mark, wind, round, place, level, points, town, competition: "0" }));
  return resultsMarkup(results, USUAL_STYLE);
}
