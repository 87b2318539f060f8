/** Addresses of an athlete's page, as people paste them in place of a name. */

/** Longest text that is read: behind the id nothing matters. */
const MAX_TEXT = 500;
/**
 * The athlete's page of the federation's site and of this one, with any host and in any language:
 * `/athletes/70001989`, `/athletes/70001989/resultats?saison=2026`, `/en/athlete/70001989`.
 */
const PAGE = /^(?:https?:)?\/{0,2}[^\s?#]*\/athletes?\/(\d{1,12})(?![^/?#&\s])/i;
/**
 * The results of an athlete, which the federation's page loads:
 * `/ajax/fiche-athlete-resultats.aspx?seq=70001989`.
 */
const RESULTS = /\/fiche-athlete-resultats\.aspx\?(?:[^\s#]*&)?seq=(\d{1,12})(?!\d)/i;
/**
 * The federation's site until 2025. Of its databases these four had the present ids, the others
 * numbers of their own.
 */
const OLD_PAGE =
  /\/athletes\.aspx\?(?=[^\s#]*\bbase=(?:cclubs|biographies|selections|coupe)\b)(?:[^\s#]*&)?seq=((?:\d{4}){1,13})(?!\d)/i;

/**
 * Undoes how the old site wrote ids: of each character 99 less its code, then its code, both in two
 * digits.
 */
function oldId(code: string): string {
  return (code.match(/\d{4}/g) ?? [])
    .map((pair) => String.fromCharCode(Number(pair.slice(2))))
    .join("").trim();
}

/**
 * Federation id in a pasted address of an athlete's page; null where the text is no such address.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { athleteIdInAddress } from "./athlete_address.ts";
 * assertEquals(athleteIdInAddress("https://www.athle.fr/athletes/70001989/records"), "70001989");
 * assertEquals(athleteIdInAddress("Lefèvre 1990"), null);
 * ```
 */
export function athleteIdInAddress(text: string): string | null {
  const start = text.trim().slice(0, MAX_TEXT);
  const plain = (PAGE.exec(start) ?? RESULTS.exec(start))?.[1];
  if (plain !== undefined) return plain;
  const old = oldId(OLD_PAGE.exec(start)?.[1] ?? "");
  return /^\d{1,12}$/.test(old) ? old : null;
}
