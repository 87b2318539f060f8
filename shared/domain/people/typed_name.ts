/**
 * Names as people type them: in either order, without accents, capitals or hyphens. Published
 * names, whose capitals tell the surname, are read by `splitName`.
 */

import { NAME_RULE, type NameParts, normalizeName, splitName } from "./name.ts";
import { GIVEN_NAME_PARTICLES, NAME_PARTICLES } from "./name_particles.ts";

/** `d'Almeida`, `L’Hostis`, `O'Brien`: a prefix written in one word with the surname. */
const ELIDED = new RegExp(`^(?:d|l|dell|dall|o)[${NAME_RULE.apostrophes}](?=\\p{L})`, "iu");
const APOSTROPHE = new RegExp(`[${NAME_RULE.apostrophes}]`);

const isParticle = (word = "") => NAME_PARTICLES.has(normalizeName(word));

/**
 * Ways to read a typed name as surname and given name, likeliest first.
 *
 * Capitals tell where some words are in capitals and others not, particles where there are some.
 * Nothing else tells `Zoe Martin` from `Martin Zoe`: both readings are given.
 *
 * @param typed Words without a letter (years, ids) are left out.
 * @returns At most three readings, each with a surname; none for a text without letters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTypedName } from "./typed_name.ts";
 * assertEquals(readTypedName("anne le goff"), [{ surname: "le goff", given: "anne" }]);
 * ```
 */
export function readTypedName(typed: string): NameParts[] {
  const words = typed.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const split = splitName(words.join(" "));
  if (split.surname !== "" && split.given !== "" && capitalsTell(words)) return [split];
  return readWords(words).map(({ surname, given }) => ({
    surname: surname.join(" "),
    given: given.join(" "),
  }));
}

/**
 * The surname of a published or typed name; for a typed one without particle or capitals the first
 * word, as in lists.
 *
 * @returns Empty for a text without letters.
 */
export function likelySurname(name: string): string {
  const readings = readTypedName(name);
  const [likeliest] = readings;
  const [word = ""] = likeliest?.surname.split(" ") ?? [];
  if (ELIDED.test(word) || joins(word)) return likeliest?.surname ?? "";
  const surnameFirst = readings.find(({ surname }) => name.trimStart().startsWith(surname));
  return (surnameFirst ?? likeliest)?.surname ?? "";
}

/**
 * The common beginning of all spellings of a surname or given name: its particles and the first
 * word behind them, up to a hyphen. `Le Goff-Martin` gives `Le Goff`, `Jean-Pierre` and `Jean
 * Pierre` give `Jean`.
 */
export function nameStem(name: string): string {
  const words = name.split(" ");
  const first = words.findIndex((word) => !joins(word));
  const end = first === -1 ? words.length : first + 1;
  return words.slice(0, end).join(" ").replace(/(?<=[^-]{2})-.*$/, "");
}

/**
 * Whether a published name has every typed word, in any order. A typed word may be the beginning of
 * a published one; accents, case, hyphens and apostrophes do not matter, nor whether a particle is
 * a separate word (`Le Goff`, `LEGOFF`).
 */
export function fitsTypedName(published: string, typed: string): boolean {
  const words = normalizeName(published).split(" ");
  const letters = words.join("");
  const starts = words.map((_, index) => words.slice(0, index).join("").length);
  const ends = new Set([...starts.slice(1), letters.length]);
  const parts = normalizeName(typed).split(" ");
  /** Failed attempts: without them words that are all alike would be tried in every order. */
  const vain = new Set<string>();

  /**
   * Whether the typed words from one on find letters that are still free.
   *
   * @param taken One bit a letter.
   */
  function fitsFrom(from: number, taken: bigint): boolean {
    if (from === parts.length) return true;
    const state = `${from} ${taken}`;
    if (vain.has(state)) return false;
    vain.add(state);
    for (let to = from + 1; to <= parts.length; to++) {
      // Only a word that may be written in one with the next: `Le`, the `N` of `N Diaye`.
      if (to > from + 1 && !joins(parts[to - 2])) break;
      const part = parts.slice(from, to).join("");
      for (const start of starts) {
        const end = start + part.length;
        if (!letters.startsWith(part, start)) continue;
        // A complete `le` does not match the beginning of `Lea`.
        if (to === from + 1 && isParticle(part) && !ends.has(end)) continue;
        const place = ((1n << BigInt(part.length)) - 1n) << BigInt(start);
        if ((taken & place) === 0n && fitsFrom(to, taken | place)) return true;
      }
    }
    return false;
  }
  return fitsFrom(0, 0n);
}

/** Whether a word may be written in one with the next. */
function joins(word = ""): boolean {
  return isParticle(word) || word.length === 1;
}

interface WordReading {
  surname: string[];
  given: string[];
}

/** Words in capitals beside others: `Zoe MARTIN`, but not `ZOE MARTIN` nor `M Zoe`. */
function capitalsTell(words: readonly string[]): boolean {
  return words.some((word) => /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word)) &&
    words.some((word) => /\p{Ll}/u.test(word) && !isParticle(word));
}

function readWords(words: string[]): WordReading[] {
  if (words.length === 0) return [];
  const surnameFrom = (start: number, end = words.length): WordReading => ({
    surname: words.slice(start, end),
    given: [...words.slice(0, start), ...words.slice(end)],
  });
  const isInner = (index: number) => index > 0 && index < words.length - 1;
  const particle = words.findIndex((word, index) =>
    // `Luce K Bidi`: rarely an initial of a second given name.
    ELIDED.test(word) || isParticle(word) && index < words.length - 1 ||
    isInner(index) && /^\p{L}$/u.test(word)
  );
  if (particle > 0) {
    const stem = words.findIndex((word, index) => index >= particle && !joins(word));
    const readings = [surnameFrom(particle)];
    // `Jean Martin de la Fontaine` may have one given name, `Dupuy de Montal Jean` begin with the
    // surname.
    if (particle > 1) readings.push(surnameFrom(1));
    else if (stem !== -1 && stem < words.length - 1) readings.push(surnameFrom(0, stem + 1));
    return readings;
  }
  if (particle === 0) return readFromParticle(words, surnameFrom);
  if (words.length === 1) return [surnameFrom(0)];
  const last = surnameFrom(words.length - 1);
  const first = surnameFrom(0, 1);
  const readings = words.length === 2
    ? [last, first]
    : [last, first, surnameFrom(words.length - 2)];
  // `N'Diaye`, `Saint-Cyr'h`: rarely a given name.
  return readings.sort((a, b) => apostrophes(b) - apostrophes(a));
}

/**
 * `Le Goff Anne`; but `Ben Martin`, `El Mehdi Amrani` and `Ben Le Goff` begin with a given name.
 */
function readFromParticle(
  words: string[],
  surnameFrom: (start: number, end?: number) => WordReading,
): WordReading[] {
  const stem = words.findIndex((word) => !isParticle(word));
  const end = stem === -1 ? words.length : stem + 1;
  const surnameFirst = surnameFrom(0, end);
  const [first = "", second = ""] = words.map(normalizeName);
  const isVanDer = /^de[nr]?$/.test(second);
  if (words.length === 1 || !GIVEN_NAME_PARTICLES.has(first) || isVanDer) return [surnameFirst];
  return end === words.length
    ? [surnameFrom(1), surnameFirst]
    : [surnameFirst, surnameFrom(words.length - 1)];
}

function apostrophes({ surname }: WordReading): number {
  return surname.some((word) => APOSTROPHE.test(word)) ? 1 : 0;
}
