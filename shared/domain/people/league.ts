/** Leagues and departments of the federation, as club lists and records give them: `I-F / 075`. */

/**
 * Leagues by code, as captured from the federation's pages in 2025 and 2026, and the regions they
 * cover.
 */
const LEAGUE_NAMES: ReadonlyMap<string, string> = new Map([
  ["ARA", "Auvergne-Rhône-Alpes"],
  ["BFC", "Bourgogne-Franche-Comté"],
  ["BRE", "Bretagne"],
  ["CEN", "Centre-Val de Loire"],
  ["COR", "Corse"],
  ["G-E", "Grand Est"],
  ["GUA", "Guadeloupe"],
  ["GUY", "Guyane"],
  ["H-F", "Hauts-de-France"],
  ["I-F", "Île-de-France"],
  ["MAR", "Martinique"],
  ["MAY", "Mayotte"],
  ["N-A", "Nouvelle-Aquitaine"],
  ["N-C", "Nouvelle-Calédonie"],
  ["NOR", "Normandie"],
  ["OCC", "Occitanie"],
  ["PCA", "Provence-Alpes-Côte d’Azur"],
  ["P-F", "Polynésie française"],
  ["P-L", "Pays de la Loire"],
  ["REU", "La Réunion"],
  ["W-F", "Wallis-et-Futuna"],
]);

/** League codes. */
export const LEAGUES: readonly string[] = [...LEAGUE_NAMES.keys()];

/**
 * Names a league; an unknown code is returned as it is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { leagueLabel } from "./league.ts";
 * assertEquals(leagueLabel("I-F"), "Île-de-France");
 * assertEquals(leagueLabel("X-Y"), "X-Y");
 * ```
 */
export function leagueLabel(code: string): string {
  return LEAGUE_NAMES.get(code) ?? code;
}

/** League and department of a club. */
export interface League {
  league: string;
  /** Three characters: `001` to `095`, `02A`, `02B`, `971` … */
  department: string;
}

const LEAGUE_AND_DEPARTMENT = /^([A-Z](?:[A-Z]{2}|-[A-Z])) ?\/ ?(\d{3}|02[AB])$/;

/**
 * Reads a league and department as published, with or without spaces: `I-F/075`, `I-F / 075`. A
 * league that is not in {@link LEAGUES} is read as well, since the federation may form new ones.
 *
 * @returns Both; null where none is published (empty, `-`, ` / `).
 * @throws {SyntaxError} If the text is something else.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseLeague } from "./league.ts";
 * assertEquals(parseLeague("I-F / 075"), { league: "I-F", department: "075" });
 * ```
 */
export function parseLeague(text: string): League | null {
  const plain = text.slice(0, 100).replace(/\s+/g, " ").trim().toUpperCase();
  if (/^-?(?: ?\/ ?-?)?$/.test(plain)) return null;
  const [, league, department] = LEAGUE_AND_DEPARTMENT.exec(plain) ?? [];
  if (league === undefined || department === undefined) {
    throw new SyntaxError(`Cannot read league and department "${text.slice(0, 40)}"`);
  }
  return { league, department };
}
