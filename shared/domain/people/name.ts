/**
 * Names of people and clubs: the one rule by which they are compared, and the two halves of a name.
 *
 * The rule is data ({@link NAME_RULE}), so that the database's `normalize_name` is generated from
 * it and the two cannot drift apart.
 */

import { NAME_PARTICLES } from "./name_particles.ts";

/** What {@link normalizeName} does, step by step, in terms that SQL can carry out as well. */
export const NAME_RULE = {
  /**
   * Country code the federation adds to the names of some foreigners, ` (SEN)`. The expression
   * means the same to JavaScript and to PostgreSQL.
   */
  countrySuffix: String.raw`\([A-Z]{3}\)[ \t\u00a0\u202f]*$`,
  /**
   * Dropped, so that `N'DIAYE` and `NDIAYE` are one name: straight, typographic, modifier letter,
   * acute, grave, prime. Once before decomposition (which splits the acute accent into a space and
   * a mark) and once after it (which makes apostrophes of `ŉ` and of the full-width one).
   */
  apostrophes: "'’ʼ‘´`′",
  /**
   * Everything above U+FFFF counts as a space: no letter of a name, and Unicode still grows there.
   */
  beyondBasicPlane: [0x10000, 0x10ffff],
  /** Combining marks dropped after compatibility decomposition (NFKD): ranges of code points. */
  marks: [
    [0x0300, 0x036f],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x20d0, 0x20ff],
    [0xfe20, 0xfe2f],
  ],
  /** Letters that decomposition leaves whole, both cases. */
  letters: {
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ẞ": "ss",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ł": "l",
    "Ł": "l",
    "ð": "d",
    "Ð": "d",
    "þ": "th",
    "Þ": "th",
    "ı": "i",
    "ə": "e",
    "Ə": "e",
    "ħ": "h",
    "Ħ": "h",
    "ŧ": "t",
    "Ŧ": "t",
    "ŋ": "n",
    "Ŋ": "n",
  },
  /**
   * Then A–Z in lower case (no other letter is left that matters), and everything outside this set
   * is a space.
   */
  kept: "a-z0-9",
} as const;

const hex = (codePoint: number) => `\\u{${codePoint.toString(16)}}`;
const range = ([from, to]: readonly [number, number]) => `${hex(from)}-${hex(to)}`;

const COUNTRY_SUFFIX = new RegExp(NAME_RULE.countrySuffix);
const APOSTROPHES = new RegExp(`[${NAME_RULE.apostrophes}]`, "g");
const BEYOND_BASIC_PLANE = new RegExp(`[${range(NAME_RULE.beyondBasicPlane)}]`, "gu");
const MARKS = new RegExp(`[${NAME_RULE.marks.map(range).join("")}]`, "gu");
const LETTERS = new Map<string, string>(Object.entries(NAME_RULE.letters));
const WHOLE_LETTERS = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "g");
const NOT_KEPT = new RegExp(`[^${NAME_RULE.kept}]+`, "g");

/**
 * Reduces a name to the form in which names are compared: lower-case ASCII letters and digits,
 * words separated by one space. Accents, case, ligatures, hyphens, apostrophes and the federation's
 * country suffix do not matter.
 *
 * @param text Any text, whatever its length.
 * @returns Text of `a–z`, `0–9` and single inner spaces; empty when the text has none of these.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalizeName } from "./name.ts";
 * assertEquals(normalizeName("Jean-Baptiste LEFÈVRE"), "jean baptiste lefevre");
 * assertEquals(normalizeName("N’DIAYE Awa (SEN)"), "ndiaye awa");
 * assertEquals(normalizeName("Cœur"), normalizeName("COEUR"));
 * ```
 */
export function normalizeName(text: string): string {
  return text
    .replace(COUNTRY_SUFFIX, "")
    .replace(APOSTROPHES, "")
    .replace(BEYOND_BASIC_PLANE, " ")
    .normalize("NFKD")
    .replace(APOSTROPHES, "")
    .replace(MARKS, "")
    .replace(WHOLE_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
    .replace(NOT_KEPT, " ")
    .trim();
}

/** A letter, digit or pictograph of any script. */
const WRITTEN = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * Whether a text has only characters that names are not compared by: Cyrillic or Arabic letters,
 * emoji. No name of the directory can match it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isOtherScript } from "./name.ts";
 * assertEquals(isOtherScript("Иван"), true);
 * assertEquals(isOtherScript("Иван Martin"), false);
 * assertEquals(isOtherScript("%%%"), false);
 * ```
 */
export function isOtherScript(text: string): boolean {
  return normalizeName(text) === "" && WRITTEN.test(text);
}

/** The two halves of a person's name, each as published; empty where the name has no such half. */
export interface NameParts {
  surname: string;
  given: string;
}

/**
 * Small words that stay in lower case inside some surnames: particles, and the `y` and `e` between
 * two.
 */
const LOWER_CASE_WORDS = new Set([...NAME_PARTICLES, "y", "e"]);

type WordKind = "capitals" | "initial" | "particle" | "given";

function wordKind(word: string): WordKind {
  if (LOWER_CASE_WORDS.has(word)) return "particle";
  // A hyphenated word is classified by its first part of two letters or more: `Jean-PAUL` is a
  // given name.
  const parts = word.split(/[-–]/);
  const part = parts.find((part) => part.replace(/[^\p{L}]/gu, "").length > 1) ?? word;
  // Two capitals in a row are a surname even behind lower case: `McDONALD`, `d'ALMEIDA`.
  if (/\p{Lu}{2}/u.test(part)) return "capitals";
  if (/\p{Ll}/u.test(part)) return "given";
  return part.replace(/[^\p{L}]/gu, "").length > 1 ? "capitals" : "initial";
}

/**
 * Splits a published name into surname and given name. Capitals tell which is which, so both orders
 * are read: `SURNAME Given` (lists) and `Given SURNAME` (headings). A trailing country suffix is
 * dropped.
 *
 * A one-letter word goes with the given name when it stands right before it and a surname is left
 * (`NDIAYE M Baye`), otherwise with the surname (`N DIAYE Awa`). A name all in capitals is a
 * surname, except final initials.
 *
 * @param name Name as published.
 * @returns Both halves, words separated by one space.
 */
export function splitName(name: string): NameParts {
  const words = name.replace(COUNTRY_SUFFIX, "").split(/\s+/).filter((word) => word !== "");
  const kinds = words.map(wordKind);
  const cut = (from: number, to?: number) => words.slice(from, to).join(" ");
  const first = kinds.indexOf("capitals");
  const last = kinds.lastIndexOf("capitals");
  const firstGiven = kinds.indexOf("given");

  if (firstGiven === -1) {
    let end = words.length;
    while (end > last + 1 && end > 1 && kinds[end - 1] === "initial") end--;
    return last === -1 && words.length > 1
      ? { surname: cut(0, 1), given: cut(1) }
      : { surname: cut(0, end), given: cut(end) };
  }
  if (first === -1) {
    // No word in capitals: `Martin Zoe`, or `E Ana`. The list order is the likelier one.
    return words.length === 1
      ? { surname: cut(0), given: "" }
      : { surname: cut(0, 1), given: cut(1) };
  }
  if (firstGiven < first) {
    let start = first;
    while (start > firstGiven + 1 && kinds[start - 1] === "particle") start--;
    return { surname: cut(start), given: cut(0, start) };
  }
  // `DUPONT de NEMOURS Jean` reaches to the last capitals, `MARTIN Jean II` only to the first given
  // name.
  const end = firstGiven < last ? firstGiven : last + 1;
  return { surname: cut(0, end), given: cut(end) };
}
