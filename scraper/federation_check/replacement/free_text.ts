import { LEAGUES } from "@mypacer/shared/domain/people/league.ts";
import { LEVELS } from "@mypacer/shared/domain/results/level.ts";
import { withoutAccents } from "@mypacer/shared/federation/parsers/columns.ts";
import { isKnownValue } from "../reading/vocabulary.ts";
import type { InventedNumbers } from "./invented_numbers.ts";
import { isCountry } from "./safe_text.ts";

export interface FreeTextParts {
  words: (text: string) => string;
  numbers: InventedNumbers;
  /** Whether it says when or where somebody was born. */
  isBirth: boolean;
}

/** What stands before a date, year or town of birth. */
export const BEFORE_BIRTH =
  /(?:n[ée](?:\(e\)|e)?s?\s+(?:en|le|à|a)|naissance|birth\w*)[^\p{L}\p{N}]*$/iu;

/** A part of a text that is known by its form, and what becomes of it. */
type Part = [form: string, replace: (match: string, parts: FreeTextParts) => string];

const same = (match: string) => match;
const leagues = LEAGUES.join("|");
/** Those of letters alone may be names. */
const levels = LEVELS.filter((level) => /\d/.test(level)).join("|");

/** Tried at each place in this order; what is none of them is words, or signs. */
const PARTS: readonly Part[] = [
  [String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, () => "adresse@exemple.invalid"],
  [String.raw`(?:https?:\/\/|www\.)\S+`, () => "https://exemple.invalid/"],
  // Phone numbers, in groups of two or more digits.
  [String.raw`\+?\d{2,4}(?:[ .\-]\d{2,4}){3,}`, (match) => match.replace(/\d/g, "0")],
  [String.raw`\d{1,2}[\/.-]\d{1,2}[\/.-](?:\d{4}|\d{2})(?!\d)`, replaceDate],
  [String.raw`\d{4}-\d{2}-\d{2}(?!\d)`, replaceDate],
  [String.raw`\d{1,2}(?:er)? \p{L}{3,9}\.? (?:19|20)\d{2}(?!\d)`, replaceDateInWords],
  [
    String.raw`\d{2,3} ?(?:cm|kg)(?!\p{L})`,
    (match) => match.replace(/\d+/, (d) => "160".slice(-d.length)),
  ],
  [String.raw`(?:Saison|Année) : \d{4}`, same],
  [
    String.raw`N° ?(?:de )?[Cc]lub :|Nombre d['’]athlètes :|S\/l(?= )|maj le(?= \d)|pts?(?!\p{L})`,
    same,
  ],
  [String.raw`(?:${leagues}) ?\/ ?(?:\d{3}|02[AB])(?![\p{L}\d])`, same],
  [
    String.raw`(?:BB|EA|PO|BE|MI|CA|JU|ES|SE|MA|VE|[MV]\d{1,2})[MFX]? ?\/ ?\d{2}(?!\d)`,
    (match, { numbers }) => match.replace(/\d{2}$/, (year) => numbers.shortYear(year)),
  ],
  [
    String
      .raw`(?:BB|EA|PO|BE|MI|CA|JU|ES|SE|MA(?: ?\(M\d{1,2}\))?|VE|[MV]\d{1,2}) ?\/ ?[MFX](?![\p{L}])(?: ?\/ ?[A-Z]{3}(?!\p{L}))?`,
    same,
  ],
  [String.raw`(?:${levels}|I[AB]1|I[ABE](?= ?\())(?![\p{L}\d])`, same],
  [String.raw`(?<=\d - )\p{L}[\p{L}\p{M} \/-]{1,40}`, replaceLicenseType],
  [String.raw`\((?:[A-Z]{3}|[A-Z][a-z]{2}|T\d{2})\)`, replaceCountry],
  [String.raw`\d{2}[AB]\d{3}(?![\p{L}\d])`, (match, { numbers }) => numbers.number(match)],
  [String.raw`(?:19|20)\d{2}(?!\d)`, (match, { numbers }) => numbers.year(match)],
  [String.raw`\d{4,}`, (match, { numbers }) => numbers.number(match)],
  [String.raw`\d{1,3}`, same],
];

const FORM = new RegExp(PARTS.map(([form]) => `(?<![\\p{L}\\p{M}\\d])(${form})`).join("|"), "gu");
const DIGITS_IN_WORDS = /\d{3,}/g;

/**
 * Replaces a text of which nothing is known: its words by invented ones, and its numbers. Forms
 * that say nothing about a person stay, as categories and levels do.
 */
export function replaceFreeText(text: string, parts: FreeTextParts): string {
  let replaced = "";
  let at = 0;
  const words = (between: string) =>
    parts.words(between).replace(DIGITS_IN_WORDS, (digits) => parts.numbers.number(digits));
  for (const match of text.matchAll(FORM)) {
    replaced += words(text.slice(at, match.index));
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const isBirth = parts.isBirth || BEFORE_BIRTH.test(text.slice(0, match.index));
    replaced += PARTS[index]?.[1](match[0], { ...parts, isBirth }) ?? "";
    at = match.index + match[0].length;
  }
  return replaced + words(text.slice(at));
}

/**
 * A date whose day, month and year all change; the date of an update, `(14/09/25)`, is nobody's
 * birth.
 */
function replaceDate(date: string, { numbers, isBirth }: FreeTextParts): string {
  const [first = "", month = "", last = ""] = date.split(/[\/.-]/);
  if (!isBirth && last.length === 2) return date;
  const sign = date.replace(/\d/g, "").slice(0, 1);
  if (first.length === 4) {
    return [numbers.year(first), numbers.month(month), numbers.day(last)].join(sign);
  }
  const year = last.length === 4 ? numbers.year(last) : numbers.shortYear(last);
  return [numbers.day(first), numbers.month(month), year].join(sign);
}

function replaceDateInWords(date: string, { numbers, words }: FreeTextParts): string {
  const month = /\p{L}{3,}\.?/u.exec(date)?.[0] ?? "";
  if (!isKnownValue({ kind: "month", value: month })) return words(date);
  return date.replace(/^\d{1,2}/, (day) => numbers.day(day))
    .replace(/\d{4}$/, (year) => numbers.year(year))
    .replace(/ \p{L}+\.? /u, " Mai ");
}

/** Words of which kinds of licenses are called, without accents. */
const LICENSE_TYPES = new Set(
  "comp competition run running loisir sante decouv decouverte encad encadrement entreprise pass athle jour journee jeune jeunes"
    .split(" "),
);

function replaceLicenseType(type: string, { words }: FreeTextParts): string {
  const parts = withoutAccents(type).match(/\p{L}+/gu) ?? [];
  return parts.every((part) => LICENSE_TYPES.has(part)) ? type : words(type);
}

/** A country or class behind a name stays; three letters may be a nickname as well. */
function replaceCountry(match: string, { words }: FreeTextParts): string {
  const code = match.slice(1, -1);
  return isCountry(code) || /^T\d\d$/.test(code) ? match : `(${words(code)})`;
}
