import { athleteIdInAddress } from "@mypacer/shared/domain/people/athlete_address.ts";
import { MAX_QUERY_WORDS } from "@mypacer/shared/contract/limits.ts";
import { findClubNumber } from "@mypacer/shared/domain/people/club_number.ts";
import { isOtherScript, normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";

/** Fewest letters beside a birth year or a number. */
const MIN_NARROWED_LETTERS = 2;

/** What a visitor typed, taken apart. */
export interface SearchQuery {
  /** Normalized words of the name, in the order typed; the last may be unfinished. */
  words: readonly string[];
  /** A birth year among the words. */
  birthYear: number | null;
  /** Federation ids or club numbers among the words: any number that is no birth year. */
  numbers: readonly string[];
  /**
   * The only word is whole: half the directory has a word that begins with its two letters.
   */
  whole?: true;
  /** The text is in a script that names are not written in (Cyrillic, emoji): nothing can match. */
  unsearchableScript: boolean;
}

/** Why a text cannot be searched for; the message says what is accepted. */
export class QueryError extends Error {
  override name = "QueryError";
}

/** A text as most are typed: words of plain letters, of which nothing is to be normalized. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const BIRTH_YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\d{4,12}$/;
/** A word that is looked for as a whole name where nothing narrows the search: `Ly`, `Le`, `Wu`. */
const SHORT_NAME = /^[a-z]{2}$/;

/**
 * Takes a search text apart. A pasted address of an athlete's page stands for the athlete's id.
 *
 * @param options.minLetters Fewest letters and digits accepted; two where a birth year or a number
 *   narrows the search, or where they are a whole name.
 * @throws {QueryError} When nothing is left to search for, or too much.
 */
export function parseSearchText(text: string, { minLetters }: { minLetters: number }): SearchQuery {
  if (PLAIN.test(text)) return sortParts(text.split(" "), minLetters);
  // deno-lint-ignore no-control-regex -- refusing control characters is the point
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) {
    throw new QueryError("text without control characters");
  }
  const pasted = athleteIdInAddress(visibleText(text));
  if (pasted !== null) {
    return { words: [], birthYear: null, numbers: [pasted], unsearchableScript: false };
  }
  if (isOtherScript(text)) {
    return { words: [], birthYear: null, numbers: [], unsearchableScript: true };
  }
  const parts = normalizeName(visibleText(text)).split(" ").filter((part) => part !== "");
  return sortParts(parts, minLetters);
}

/** Tells words, a birth year and numbers apart. @throws {QueryError} As `parseSearchText`. */
function sortParts(parts: readonly string[], minLetters: number): SearchQuery {
  if (parts.length > MAX_QUERY_WORDS) throw new QueryError(`at most ${MAX_QUERY_WORDS} words`);
  const hasName = parts.some((part) => !/^\d+$/.test(part));
  const words: string[] = [];
  const numbers: string[] = [];
  let birthYear: number | null = null;
  for (const part of parts) {
    // Beside a name, four digits are a birth year; alone they can only be the beginning of an id.
    if (hasName && BIRTH_YEAR.test(part)) birthYear = Number(part);
    else if (NUMBER.test(part)) numbers.push(part);
    else if (findClubNumber(part) !== null) numbers.push(part.toUpperCase());
    else words.push(part);
  }
  // A year or a number leaves few enough.
  const narrowed = birthYear !== null || numbers.length > 0;
  const [name = "", ...others] = words;
  if (
    !narrowed && minLetters > MIN_NARROWED_LETTERS && others.length === 0 && SHORT_NAME.test(name)
  ) {
    return { words, birthYear, numbers, whole: true, unsearchableScript: false };
  }
  const least = words.length === 0 && narrowed
    ? 0
    : narrowed
    ? Math.min(minLetters, MIN_NARROWED_LETTERS)
    : minLetters;
  if (words.join("").length < least) {
    throw new QueryError(
      `at least ${least} ${
        least === 1 ? "letter or digit" : "letters or digits"
      } (a–z, 0–9, accents welcome)`,
    );
  }
  return { words, birthYear, numbers, unsearchableScript: false };
}
