import type { AthleteHit, AthletePage } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import {
  athleteWithRecords,
  type Missing,
  type ShownAthlete,
  unnamedAthlete,
} from "../state/shown_athlete.ts";

/** Suggestions shown at once: what fits without scrolling far. */
const SUGGESTIONS = 8;

/** What a search found; `more` when the API may know further athletes. */
export interface Found {
  hits: AthleteHit[];
  more: boolean;
}

/**
 * Searches athletes from the browser, best first.
 *
 * The answers are our own API's, of the schemas of `shared/contract`; they are not checked again here,
 * because the checker weighs more than the whole page.
 *
 * @throws {Error} When the API does not answer or refuses; `AbortError` when the signal says so.
 */
export async function searchAthletes(query: string, signal: AbortSignal): Promise<Found> {
  const parameters = new URLSearchParams({ q: query, limit: String(SUGGESTIONS) });
  const response = await fetch(`/api/athletes?${parameters}`, { signal });
  // Nothing in the text can be looked for, as in another script: that finds nobody, and is no failure.
  if (response.status === 400) {
    await response.body?.cancel();
    return { hits: [], more: false };
  }
  if (!response.ok) throw new Error(`Search answered ${response.status}`);
  const page: AthletePage = await response.json();
  return { hits: page.items, more: !page.total_is_exact };
}

/** Why a records answer holds none. */
function missingOf(status: number): Missing {
  if (status === 404 || status === 410) return "unknown";
  return status === 503 || status === 504 ? "unavailable" : "unreachable";
}

/** Reads the records of an athlete from the browser; what goes wrong is part of the answer. */
export async function readRecords(ffaId: string): Promise<ShownAthlete> {
  try {
    const response = await fetch(`/api/athletes/${ffaId}/records`);
    if (!response.ok) return unnamedAthlete(ffaId, missingOf(response.status));
    const answer: AthleteRecords = await response.json();
    return athleteWithRecords(answer);
  } catch (error) {
    // No connection, or an answer cut short: told to the visitor, who may try again.
    if (
      error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
    ) {
      return unnamedAthlete(ffaId, "unreachable");
    }
    throw error;
  }
}
