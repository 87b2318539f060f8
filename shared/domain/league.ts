/** Leagues and departments of the federation, as club lists and records give them: `I-F / 075`. */

/** League codes, by alphabet, as captured from the federation's pages in 2025 and 2026. */
export const LEAGUES: readonly string[] =
  "ARA BFC BRE CEN COR G-E GUA GUY H-F I-F MAR MAY N-A N-C NOR OCC PCA P-F P-L REU W-F".split(" ");

/** League and department of a club. */
export interface League {
  league: string;
  /** Three characters: `001` to `095`, `02A`, `02B`, `971` … */
  department: string;
}

const LEAGUE_AND_DEPARTMENT = /^([A-Z](?:[A-Z]{2}|-[A-Z])) ?\/ ?(\d{3}|02[AB])$/;

/**
 * Reads a league and department as published, with or without spaces: `I-F/075`, `I-F / 075`. A league
 * that is not in {@link LEAGUES} is read as well, since the federation may form new ones.
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
