/** Addresses of the federation's pages, and reading them. */

import { CLUB_NUMBER, findClubNumber } from "../domain/people/club_number.ts";
import { NAME_RULE } from "../domain/people/name.ts";
import { likelySurname } from "../domain/people/typed_name.ts";

/** The federation's site. */
export const FEDERATION_ORIGIN = "https://www.athle.fr";

/** Address of each kind of page. Pages of a list are counted from 1, as its pager shows them. */
export interface FederationUrls {
  /** Clubs of a season. */
  clubList(season: number, page?: number): URL;
  /** Members of a club counted in a season. */
  roster(clubNumber: string, season: number, page?: number): URL;
  /** Results of a club's members in a season. */
  clubResults(clubNumber: string, season: number, page?: number): URL;
  /** Profile of an athlete. */
  athlete(id: string): URL;
  /** Profile with its records. */
  records(id: string): URL;
  /** Results of a calendar year: the fragment without the page around it. */
  results(id: string, year: number): URL;
  /** Results of a calendar year, with the page around them; the latest year by default. */
  resultsPage(id: string, year?: number): URL;
  /**
   * Results of all years in one event, with full dates.
   *
   * @param eventCode The federation's, e.g. `215`.
   */
  eventResults(id: string, eventCode: string): URL;
  /**
   * The federation's own search, by the beginning of a surname (`SURNAME Given` works) or of a
   * given name.
   */
  search(text: string, by?: "surname" | "given"): URL;
  /**
   * Results of people by the beginning of their surname: what a person may look at.
   *
   * @param name Published or typed.
   */
  people(name: string): URL;
  /** Rules for robots. */
  robots(): URL;
}

/**
 * Makes the addresses of one site.
 *
 * @param base The site, e.g. `https://www.athle.fr`; a path behind the host is ignored.
 * @throws {TypeError} If the base is not an http(s) address, or has a user or password.
 */
export function federationUrls(base: string | URL): FederationUrls {
  const site = new URL(base);
  if (!/^https?:$/.test(site.protocol) || site.username !== "" || site.password !== "") {
    throw new TypeError("Cannot read the federation there: not an http(s) address without a user");
  }
  const at = (path: string, parameters: Record<string, string | number> = {}) => {
    const url = new URL(path, site);
    for (const [name, value] of Object.entries(parameters)) {
      url.searchParams.append(name, String(value));
    }
    return url;
  };
  const list = (parameters: Record<string, string | number>) => at("/bases/liste.aspx", parameters);
  return {
    clubList: (season, page = 1) =>
      list({
        frmpostback: "true",
        frmbase: "cclubs",
        frmmode: 1,
        frmespace: 0,
        frmsaison: checkYear(season),
        frmsexe: "",
        frmligue: "",
        frmdepartement: "",
        frmnclub: "",
        frmruptures: "",
        ...position(page),
      }),
    roster: (clubNumber, season, page = 1) =>
      list({
        frmbase: "cclubs",
        frmmode: 2,
        frmespace: "",
        frmtypeclub: "M",
        frmsaison: checkYear(season),
        frmnclub: checkClubNumber(clubNumber),
        frmposition: checkPage(page) - 1,
      }),
    clubResults: (clubNumber, season, page = 1) =>
      list({
        frmbase: "resultats",
        frmmode: 1,
        frmespace: 0,
        frmsaison: checkYear(season),
        frmclub: checkClubNumber(clubNumber),
        ...position(page),
      }),
    athlete: (id) => at(`/athletes/${checkId(id)}`),
    records: (id) => at(`/athletes/${checkId(id)}/records`),
    results: (id, year) =>
      at("/ajax/fiche-athlete-resultats.aspx", { seq: checkId(id), annee: checkYear(year) }),
    resultsPage: (id, year) =>
      at(
        `/athletes/${checkId(id)}/resultats`,
        year === undefined ? {} : { saison: checkYear(year) },
      ),
    eventResults: (id, eventCode) => {
      if (!/^\d{1,4}$/.test(eventCode)) {
        throw new RangeError(`Cannot ask for event "${eventCode}": not a code of 1 to 4 digits`);
      }
      return at("/ajax/fiche-athlete-resultats.aspx", { seq: checkId(id), epr: eventCode });
    },
    search: (text, by = "surname") =>
      at("/ajax/autocompletion.aspx", {
        mode: by === "surname" ? 1 : 2,
        recherche: searchText(text),
      }),
    people: (name) =>
      list({
        frmbase: "resultats",
        frmmode: 1,
        frmespace: 0,
        frmnom: searchText(likelySurname(name)).toUpperCase(),
      }),
    robots: () => at("/robots.txt"),
  };
}

/**
 * The `frmposition` of a page: its number minus one, left out on the first page as in the site's
 * own links.
 */
function position(page: number): Record<string, number> {
  return checkPage(page) === 1 ? {} : { frmposition: page - 1 };
}

/** Letters that Unicode does not decompose into a letter and an accent. */
const LIGATURES: Record<string, string> = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE", ß: "ss" };

const APOSTROPHES = new RegExp(`[${NAME_RULE.apostrophes}]`, "g");

/**
 * The search knows neither accents nor typographic apostrophes, and treats `%` as a wildcard: none
 * may reach it.
 */
function searchText(text: string): string {
  return text
    .replace(APOSTROPHES, "'")
    .replace(/[œŒæÆß]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[%\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Federation number of a club in an address of the site; null where there is none. */
export function clubNumberIn(href: string): string | null {
  const number = /[?&;]frmn?club=(\w{6})(?!\w)/i.exec(href)?.[1];
  return number === undefined ? null : findClubNumber(number);
}

/** Id of the athlete that an address of the site leads to; null where it leads elsewhere. */
export function athleteIdIn(href: string): string | null {
  // Most links lead elsewhere, and nearly all others are of one form: parsing is for the rest.
  if (!href.includes("athletes/")) return null;
  const id = /^\/athletes\/(\d{1,12})$/.exec(href)?.[1];
  if (id !== undefined) return id;
  const url = URL.parse(href.trim(), FEDERATION_ORIGIN);
  if (url === null || !/^https?:$/.test(url.protocol) || !isSite(url.hostname)) return null;
  return /^\/+athletes\/(\d{1,12})(?:\/|$)/.exec(url.pathname)?.[1] ?? null;
}

/** The federation's own hosts, and this machine, where the simulator answers. */
export function isSite(hostname: string): boolean {
  return /(?:^|\.)athle\.fr$/.test(hostname) || isLoopback(hostname);
}

/**
 * Whether a host is this machine itself.
 *
 * @param hostname As `URL` has it: lower case, IPv6 in brackets.
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|[a-z0-9.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Names a page for a log line: its kind, without the person or the searched name. */
export function describePage(url: URL): string {
  const path = url.pathname.replace(/^(\/+athletes\/)\d+/, "$1{id}");
  const kept = ["frmbase", "frmmode", "frmsaison", "frmnclub", "frmclub", "frmposition", "annee"]
    .flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null || !/^[\w-]{1,20}$/.test(value) ? [] : [`${name}=${value}`];
    });
  return kept.length === 0 ? path : `${path}?${kept.join("&")}`;
}

function checkId(id: string): string {
  if (!/^\d{1,12}$/.test(id)) {
    throw new RangeError(
      `Cannot ask for athlete "${id.slice(0, 40)}": not an id of 1 to 12 digits`,
    );
  }
  return id;
}

function checkClubNumber(number: string): string {
  if (!CLUB_NUMBER.test(number)) {
    throw new RangeError(
      `Cannot ask for club "${number.slice(0, 40)}": not a number such as 075999 or 02A135`,
    );
  }
  return number;
}

function checkYear(year: number): number {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) {
    throw new RangeError(`Cannot ask for year ${year}: not a year from 1900 to 2200`);
  }
  return year;
}

function checkPage(page: number): number {
  if (!Number.isInteger(page) || page < 1 || page > 10_000) {
    throw new RangeError(`Cannot ask for page ${page}: not a whole number from 1 to 10000`);
  }
  return page;
}
