import {
  attribute,
  findAll,
  findFirst,
  type HtmlNode,
  text,
  textAfter,
  textLines,
} from "../html.ts";
import { HARMLESS, outlineText, type PageKind, PageShapeError, type RowProblem } from "../shape.ts";
import { clubNumberIn } from "../urls.ts";
import { isBlankOrDash, textOrNull } from "./blank.ts";
import { readClubName, readTerritory } from "./club_name.ts";
import { withoutAccents } from "./columns.ts";
import { hasSiteFrame, namesPerson, saysUnavailable, titlePerson } from "./frame.ts";
import { isOddName, listedName, ODD_NAME, surnameFirst } from "./person_name.ts";

/** The head of every page of an athlete. A fact that a page does not show is null. */
export interface AthleteHeader {
  /** `SURNAME Given`, as in lists. */
  name: string;
  /** The year only, even where the page shows the day. */
  birthYear: number | null;
  /** Name without star and section. */
  club: string | null;
  /** Only where the page shows or links it. */
  clubNumber: string | null;
  /** Local section of the club. */
  clubSection: string | null;
  /** Age category code, e.g. `ES`, `M0`. */
  category: string | null;
  sex: "M" | "F" | null;
  /** Three-letter federation code, e.g. `FRA`. */
  nationality: string | null;
  /** Digits, or a letter and digits. */
  licenseNumber: string | null;
  /** As published, e.g. `COMP`. */
  licenseType: string | null;
  league: string | null;
  department: string | null;
}

type Facts = Omit<AthleteHeader, "name">;

/** Nothing known but the name. */
const NO_FACTS: Facts = {
  birthYear: null,
  club: null,
  clubNumber: null,
  clubSection: null,
  category: null,
  sex: null,
  nationality: null,
  licenseNumber: null,
  licenseType: null,
  league: null,
  department: null,
};

/** Reads the words behind a label, and says whether all of them are understood. */
type Reader = (value: string) => Partial<Facts> & { isUnderstood?: boolean };

/** Labels, without accents and case, and how to read what stands behind each. */
const LABELS: readonly (readonly [RegExp, Reader])[] = [
  [/^ne\(?e?\)? (en|le)$/, readBirth],
  [/^club$/, readClub],
  [/^categorie/, readCategory],
  [/licence$/, readLicense],
  [/^ligue/, readPlace],
  // Not read: more than is needed about a person.
  [/^taille/, () => ({})],
  [/^entraineur/, () => ({})],
  [/^ne\(?e?\)? a$/, () => ({})],
];

/**
 * Reads the top of an athlete's page. With facts beside it the heading is the name, whatever it
 * looks like.
 *
 * @returns Null for a page of the site without an athlete: how it may answer for an id it does not
 *   know.
 * @throws {PageShapeError} If it is not a page of the site, or has a name without facts or facts
 *   without a name.
 */
export function readHeader(
  document: HtmlNode,
  page: PageKind,
): { header: AthleteHeader; problems: RowProblem[] } | null {
  const { facts, problems, labels, values } = readFacts(document, page);
  const headings = readHeadings(document);
  const isNamed = headings.some(looksLikeName);
  if (labels === 0 && isNamed) {
    throw new PageShapeError(page, "it names an athlete and says nothing of them");
  }
  // The site's form without anybody in it may show its labels anyway.
  if (labels === 0 || values === 0 && !isNamed) {
    checkNobody(document, page);
    return null;
  }
  const name = findName(document, headings);
  if (name === null) throw new PageShapeError(page, "it describes an athlete without a name");
  if (isOddName(name)) {
    problems.push({ page, row: null, message: ODD_NAME, excerpt: outlineText(name), ...HARMLESS });
  }
  return { header: { name, ...NO_FACTS, ...facts }, problems };
}

/** Lines of each heading, none of them blank; those in the style of the site's names first. */
function readHeadings(document: HtmlNode): string[][] {
  return [...findAll(document, "h1.title-2"), ...findAll(document, "h1:not(.title-2)")]
    .map((heading) => textLines(heading))
    .filter((lines) => lines.length > 0);
}

/**
 * Whether a heading is a name even without facts beside it: its last words, but not all, are in
 * capitals.
 */
function looksLikeName(lines: readonly string[]): boolean {
  return surnameFirst(lines.join(" ")) !== null;
}

/** The name beside facts: the heading in the site's style, else the heading most like a name. */
function findName(document: HtmlNode, headings: readonly string[][]): string | null {
  const title = findFirst(document, "h1.title-2");
  if (title !== null && text(title) !== "") return listedName(headings[0] ?? []);
  const heading = headings.find(looksLikeName) ??
    headings.find(({ length }) => length > 1) ?? headings[0];
  const lines = heading ?? [titlePerson(document) ?? ""];
  return listedName(lines) || null;
}

/**
 * Accepts the site's page for an unknown id, and refuses a page that names nobody for another
 * reason.
 *
 * @throws {PageShapeError} If the page is not in the site's frame, or shows a person nevertheless.
 */
function checkNobody(document: HtmlNode, page: PageKind): void {
  if (!hasSiteFrame(document)) {
    throw new PageShapeError(page, "it names nobody, and is not in the site's frame");
  }
  if (saysUnavailable(document)) {
    throw new PageShapeError(page, "it names nobody, and tells of trouble");
  }
  if (namesPerson(document)) {
    throw new PageShapeError(page, "it names nobody where it tells of a person");
  }
}

function readFacts(document: HtmlNode, page: PageKind) {
  const facts: Partial<Facts> = {};
  const problems: RowProblem[] = [];
  let labels = 0;
  let values = 0;
  for (const label of findAll(document, "p > span")) {
    const title = withoutAccents(text(label)).replace(/\s*:$/, "");
    const read = LABELS.find(([pattern]) => pattern.test(title))?.[1];
    if (read === undefined || label.parent === null) continue;
    labels++;
    const value = textAfter(label, () => false);
    if (/[\p{L}\p{N}]/u.test(value)) values++;
    const { isUnderstood = true, ...labelled } = isBlankOrDash(value) ? {} : read(value);
    if (!isUnderstood) {
      const message = `what stands behind "${title}" is not understood`;
      problems.push({ page, row: null, message, excerpt: outlineText(value), skipped: false });
    }
    Object.assign(facts, labelled);
    if (read !== readClub) continue;
    const link = findFirst(label.parent, "a[href]");
    const number = link === null ? null : clubNumberIn(attribute(link, "href") ?? "");
    if (number !== null) facts.clubNumber = number;
  }
  return { facts, problems, labels, values };
}

/** `2004`, `26/08/1999`, `26/08/1999 à Ville`. */
function readBirth(value: string): ReturnType<Reader> {
  const year = Number(/^(?:\d{1,2}\/\d{1,2}\/)?(\d{4})(?!\d)/.exec(value)?.[1] ?? NaN);
  return year >= 1880 && year <= 2200 ? { birthYear: year } : { isUnderstood: false };
}

function readClub(value: string): ReturnType<Reader> {
  const club = readClubName(value);
  if (club === null) return { isUnderstood: false };
  return {
    club: club.name,
    clubSection: club.section,
    ...(club.number === null ? {} : { clubNumber: club.number }),
  };
}

/** `ES/F/FRA`, `MA (M0) / M / FRA`, `- / F / FRA`. */
function readCategory(value: string): ReturnType<Reader> {
  const parts = value.toUpperCase().split("/").map((part) => part.trim());
  const [category = "", sex = "", nationality = "", ...more] = parts;
  const code = /^(?:[A-Z]{2} ?\()?([A-Z]{2}|[A-Z]\d{1,2})\)?$/.exec(category)?.[1] ?? null;
  const country = /^[A-Z]{3}$/.test(nationality) ? nationality : null;
  return {
    category: code,
    sex: sex === "M" || sex === "F" ? sex : null,
    nationality: country,
    isUnderstood: more.length === 0 && (code !== null || isBlankOrDash(category)) &&
      (/^[MF]$/.test(sex) || isBlankOrDash(sex)) &&
      (country !== null || isBlankOrDash(nationality)),
  };
}

/**
 * `2999901 - COMP (maj le 16/09/2025)`, `T999001`, `2999901 -- Pass Running --`; the number may be
 * missing.
 */
function readLicense(value: string): ReturnType<Reader> {
  const bare = value.replace(/\s*\((?:maj|mise à jour)[^()]*\)?$/i, "");
  const match =
    /^(?<number>[A-Z]{0,2}\d{3,10}|-(?![-\w]))?(?:\s*-(?!-)\s*|\s*(?=--)|$)(?<type>.*)$/i
      .exec(bare)?.groups;
  if (match === undefined) {
    const number = /^[A-Z]{0,2}\d{3,10}\b/i.exec(bare)?.[0];
    return { ...(number === undefined ? {} : { licenseNumber: number }), isUnderstood: false };
  }
  const { number = "-", type = "" } = match;
  return {
    licenseNumber: textOrNull(number),
    licenseType: textOrNull(type),
  };
}

function readPlace(value: string): ReturnType<Reader> {
  return readTerritory(value);
}
