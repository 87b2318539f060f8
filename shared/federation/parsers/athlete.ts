import { type AthleteHeader, readHeader } from "./header.ts";
import { openPage, type ReceivedAnswer } from "./open_page.ts";

export type { AthleteHeader } from "./header.ts";

/**
 * Reads who an athlete's page is about, whichever of its tabs is open.
 *
 * A value that is not understood counts as missing; `parseRecords` and `parseResults` report it.
 *
 * @returns Null for a page without an athlete: the id is unknown to the site.
 * @throws {PageShapeError} If the page is not whole, or has a name without facts or facts without a
 *   name.
 */
export function parseAthlete(html: string, arrival: ReceivedAnswer = {}): AthleteHeader | null {
  const { document } = openPage(html, "athlete", arrival);
  return readHeader(document, "athlete")?.header ?? null;
}
