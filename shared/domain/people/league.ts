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
