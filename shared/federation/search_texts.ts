import { NAME_RULE } from "../domain/people/name.ts";
import { nameStem, readTypedName } from "../domain/people/typed_name.ts";

/** Most searches at the federation for one text that a visitor typed. */
export const MOST_TEXTS = 4;
/** Fewest letters of a text: the site's own page asks for no fewer. */
const FEWEST_LETTERS = 3;

const APOSTROPHES = new RegExp(`[${NAME_RULE.apostrophes}]`, "g");
/** Particles that are often joined to what follows with a hyphen. */
const HYPHENATED = /^(saint|sainte|st|ste|ait|dos|ben|el) (?=\p{L})/iu;

/**
 * Texts to search at the federation one after the other, until an answer fits the typed text.
 *
 * The site finds names by their beginning, `SURNAME Given`, each space and hyphen as published. So
 * after the text as typed come the surname with the first given name only, other spellings of a
 * surname with an apostrophe, the surnames alone, and a surname grown together with its particle.
 * The answers may hold more: filter them with `fitsTypedName`.
 *
 * @param typed Names only, in any order.
 * @returns At most {@link MOST_TEXTS}, all different.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { searchTexts } from "./search_texts.ts";
 * const texts = ["Anne Le Goff", "Le Goff Anne", "Le Goff", "LeGoff Anne"];
 * assertEquals(searchTexts("Anne Le Goff"), texts);
 * ```
 */
export function searchTexts(typed: string): string[] {
  const [first, ...others] = readTypedName(typed);
  if (first === undefined) return [];
  const short = shortest(first);
  const candidates = [
    typed,
    short,
    ...apostropheSpellings(short),
    ...HYPHENATED.test(short) ? [joined(short)] : [],
    ...[...others, first].map(({ surname }) => findable(nameStem(surname)) ?? surname),
    joined(short),
  ];
  const texts = new Map(
    candidates.flatMap((text) => findable(text) ?? []).map((text) => [text.toLowerCase(), text]),
  );
  return [...texts.values()].slice(0, MOST_TEXTS);
}

/** A text with enough letters to be searched; null for others. */
function findable(text: string): string | null {
  return text.replace(/[^\p{L}]/gu, "").length >= FEWEST_LETTERS ? text : null;
}

/**
 * The surname and the first given name: what follows may be joined to it by a hyphen or a space.
 */
function shortest({ surname, given }: { surname: string; given: string }): string {
  return `${surname} ${nameStem(given)}`.trim();
}

/** `N'Diaye` may be published as `NDIAYE` or `N DIAYE`. */
function apostropheSpellings(text: string): string[] {
  return text.search(APOSTROPHES) === -1
    ? []
    : [text.replace(APOSTROPHES, ""), text.replace(APOSTROPHES, " ")];
}

/** `Le Goff` may be published as `LEGOFF`, `Saint Martin` as `SAINT-MARTIN`. */
function joined(text: string): string {
  if (HYPHENATED.test(text)) return text.replace(HYPHENATED, "$1-");
  const stem = nameStem(text);
  return stem.replaceAll(" ", "") + text.slice(stem.length);
}
