import {
  attribute,
  findAll,
  findFirst,
  type HtmlNode,
  text,
  textAfter,
  textLines,
} from "../html.ts";
import { outlineText, type PageKind, PageShapeError, type RowProblem } from "../shape.ts";
import { clubNumberIn } from "../urls.ts";
import { readClubName, readTerritory } from "./club_name.ts";
import { plain } from "./columns.ts";
import { surnameFirst } from "./person_name.ts";

/** What stands at the top of every page of an athlete. What a page does not say is null. */
export interface AthleteHeader {
  /** `SURNAME Given`, as in lists. */
  name: string;
  /** The year only, also where the page gives the day. */
  birthYear: number | null;
  /** Name without star and section. */
  club: string | null;
  /** Only where the page gives or links it. */
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

/** What the words behind a label say; null when they are not understood. */
type Reader = (value: string) => Partial<Facts> | null;

/** Labels, without accents and case, and how to read what stands behind each. */
const LABELS: readonly (readonly [RegExp, Reader])[] = [
  [/^ne\(?e?\)? (en|le)$/, readBirth],
  [/^club$/, readClub],
  [/^categorie/, readCategory],
  [/licence$/, readLicense],
  [/^ligue/, readPlace],
  // Read by nobody: more than is needed about a person.
  [/^taille/, () => ({})],
  [/^entraineur/, () => ({})],
  [/^ne\(?e?\)? a$/, () => ({})],
];

/**
 * Reads the top of an athlete's page.
 *
 * @param options.size Characters of the page as it came.
 * @returns Null for a page without an athlete: how the site may answer for an id it does not know.
 * @throws {PageShapeError} If there is a name without facts or facts without a name.
 */
export function readHeader(
  document: HtmlNode,
  { page, size }: { page: PageKind; size: number },
): { header: AthleteHeader; problems: RowProblem[] } | null {
  const title = findFirst(document, "title");
  const headings = findAll(document, "h1").map((heading) => textLines(heading));
  const [titled = ""] = title === null ? [] : text(title).split("|");
  const heading = headings.map(surnameFirst).find((name) => name !== null);
  const name = heading ?? surnameFirst([titled.trim()]);
  const { facts, problems, labels } = readFacts(document, page);
  if (name === undefined || name === null) {
    if (labels === 0) return checkUnknown(document, { page, size });
    throw new PageShapeError(page, "it describes an athlete without a name");
  }
  if (labels === 0) {
    // A title alone may be anybody's or anything's; a heading like this is a person's.
    if (heading === undefined) return checkUnknown(document, { page, size });
    throw new PageShapeError(page, "it names an athlete and says nothing of them");
  }
  return { header: { name, ...NO_FACTS, ...facts }, problems };
}

/** Fewest characters of a page of the site, its frame included: under load it answers 200 with less. */
export const SHORTEST_PAGE = 1000;

/** Tells the site's page for an id it does not know from a few words it says when it is overloaded. */
function checkUnknown(
  document: HtmlNode,
  { page, size }: { page: PageKind; size: number },
): null {
  if (findFirst(document, "html") !== null && size >= SHORTEST_PAGE) return null;
  throw new PageShapeError(page, `it is no page of the site: ${size} characters`);
}

function readFacts(document: HtmlNode, page: PageKind) {
  const facts: Partial<Facts> = {};
  const problems: RowProblem[] = [];
  let labels = 0;
  for (const label of findAll(document, "p > span")) {
    const title = plain(text(label)).replace(/\s*:$/, "");
    const read = LABELS.find(([pattern]) => pattern.test(title))?.[1];
    if (read === undefined || label.parent === null) continue;
    labels++;
    const value = textAfter(label, () => false);
    const said = value === "" || value === "-" ? {} : read(value);
    if (said === null) {
      const message = `what stands behind "${title}" is not understood`;
      problems.push({ page, row: null, message, excerpt: outlineText(value), skipped: false });
    }
    Object.assign(facts, said ?? {});
    if (read !== readClub) continue;
    const link = findFirst(label.parent, "a[href]");
    const number = link === null ? null : clubNumberIn(attribute(link, "href") ?? "");
    if (number !== null) facts.clubNumber = number;
  }
  return { facts, problems, labels };
}

/** `2004`, `26/08/1999`, `26/08/1999 à Ville`. */
function readBirth(value: string): Partial<Facts> | null {
  const year = Number(/^(?:\d{1,2}\/\d{1,2}\/)?(\d{4})(?!\d)/.exec(value)?.[1] ?? NaN);
  return year >= 1880 && year <= 2200 ? { birthYear: year } : null;
}

function readClub(value: string): Partial<Facts> | null {
  const club = readClubName(value);
  if (club === null) return null;
  return {
    club: club.name,
    clubSection: club.section,
    ...(club.number === null ? {} : { clubNumber: club.number }),
  };
}

/** `ES/F/FRA`, `MA (M0) / M / FRA`, `- / F / FRA`. */
function readCategory(value: string): Partial<Facts> | null {
  const parts = value.split("/").map((part) => part.trim());
  const [category = "", sex = "", nationality = "", ...more] = parts;
  const code = /^(?:[A-Z]{2} ?\()?([A-Z]{2}|[A-Z]\d{1,2})\)?$/.exec(category)?.[1] ?? null;
  const understood = more.length === 0 && (code !== null || isNothing(category)) &&
    (/^[MF]$/.test(sex) || isNothing(sex)) &&
    (/^[A-Z]{3}$/.test(nationality) || isNothing(nationality));
  if (!understood) return null;
  return {
    category: code,
    sex: sex === "M" || sex === "F" ? sex : null,
    nationality: isNothing(nationality) ? null : nationality,
  };
}

function isNothing(value: string): boolean {
  return value === "" || value === "-";
}

/** `2999901 - COMP (maj le 16/09/2025)`, `T999001`; the number may be missing. */
function readLicense(value: string): Partial<Facts> | null {
  const match =
    /^(?<number>[A-Z]?\d{4,8}|-)?(?:\s*-\s*(?<type>[^()]*?))?\s*(?:\((?:maj|mise à jour)[^\d()]*[\d/]+\))?$/i
      .exec(value)?.groups;
  if (match === undefined) return null;
  const { number, type } = match;
  return {
    licenseNumber: number === undefined || number === "-" ? null : number,
    licenseType: type || null,
  };
}

function readPlace(value: string): Partial<Facts> | null {
  return readTerritory(value);
}
