import { findClubNumber } from "../../domain/people/club_number.ts";
import { attribute, findFirst, type HtmlElement, text } from "../html.ts";
import { outlineText, type RowProblem } from "../shape.ts";
import { clubNumberIn } from "../urls.ts";
import { readClubName, readTerritory } from "./club_name.ts";
import { checkEmpty, openListPage } from "./list_page.ts";
import type { ReceivedAnswer } from "./open_page.ts";
import { cellsOf, isData, type Note, readRows, RowError, ValueError } from "./rows.ts";

/** A club of a season. */
export interface ClubEntry {
  /** Federation number, e.g. `075999`, `02A135`: the key, since names change and are cut. */
  number: string;
  /** Name without the star. */
  name: string;
  /** Whether the club has local sections (the star behind its name). */
  hasSections: boolean;
  /** League code, e.g. `I-F`. */
  league: string | null;
  /** Department code, three characters, e.g. `075`. */
  department: string | null;
  /** Athletes counted in the season; null when the page has no count. */
  athletes: number | null;
}

/** One page of the clubs of a season. */
export interface ClubListPage {
  /** Season the page says it shows; null when it does not. */
  season: number | null;
  clubs: ClubEntry[];
  page: number;
  pages: number;
  /** Entries of the whole list, as it says; null when it does not. */
  total: number | null;
  problems: RowProblem[];
}

/**
 * Reads one page of the club list of a season, in page order.
 *
 * @throws {PageShapeError} If it is no list page, not whole, or holds rows of which none is a club.
 */
export function parseClubList(html: string, arrival: ReceivedAnswer = {}): ClubListPage {
  const list = openListPage(html, "club-list", arrival);
  const { entries: clubs, problems } = readRows("club-list", list.rows.filter(isData), readClub);
  if (clubs.length === 0) checkEmpty(list, "club-list");
  return {
    season: list.season,
    clubs,
    page: list.page,
    pages: list.pages,
    total: list.total,
    problems: [...list.problems, ...problems],
  };
}

function readClub(row: HtmlElement, note: Note): ClubEntry[] {
  const cells = cellsOf(row);
  const at = cells.findIndex((cell) => findFirst(cell, 'a[href*="club="]') !== null);
  const link = at === -1 ? null : findFirst(cells[at] ?? row, 'a[href*="club="]');
  const [number, territory, athletes] = [1, 2, 3].map((offset) => {
    const cell = cells[at + offset];
    return cell === undefined ? "" : text(cell);
  });
  if (link === null) throw new RowError("no cell links to a club");
  const linked = clubNumberIn(attribute(link, "href") ?? "");
  if (linked === null) throw new ValueError("the link holds no club number");
  if (findClubNumber(number ?? "") !== linked) {
    throw new RowError(
      `the club number shown (${outlineText(number ?? "")}) is not the one linked`,
    );
  }
  const club = readClubName(text(link));
  if (club === null) throw new RowError("the club has no name");
  const place = readTerritory(territory ?? "");
  if (!place.isUnderstood) note("league and department are not understood");
  const counted = /^\d[\d ]*$/.test(athletes ?? "");
  if (!counted && athletes !== "" && athletes !== "-") note("the number of athletes is no number");
  return [{
    number: linked,
    name: club.name,
    hasSections: club.hasSections,
    league: place.league,
    department: place.department,
    athletes: counted ? Number((athletes ?? "").replaceAll(" ", "")) : null,
  }];
}
