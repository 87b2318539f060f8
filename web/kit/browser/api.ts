import type { Athlete, AthleteHit, AthletePage } from "@mypacer/shared/contract/athlete.ts";
import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import { findClubNumber } from "@mypacer/shared/domain/people/club_number.ts";
import type { Problem } from "@mypacer/shared/contract/problem.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import {
  athleteWithRecords,
  type Missing,
  type ShownAthlete,
  unnamedAthlete,
} from "../athletes/shown_athlete.ts";
import { PAGE_CHANGED } from "../load/api_problem.ts";
import { namedClub } from "../addresses/named_club.ts";
import { QUERY_LIMITS } from "../forms/limits.ts";
import type { SearchFilters } from "../addresses/search_filters.ts";
import { searchQuery, type SearchWanted } from "../addresses/search_parameters.ts";

/** Most suggestions: they fit without much scrolling. */
const SUGGESTIONS = 8;

/** The visitor's network sent too many requests, or read its share of the directory. */
export class LimitedError extends Error {
  override name = "LimitedError";
}

/**
 * Asks the API. Where nothing answers, the page is told: its script looks whether the site is there
 * (`web/worker/connection.ts`).
 */
async function ask(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof TypeError) dispatchEvent(new Event("unanswered"));
    throw error;
  }
}

/** Result of a search; `more` when there may be further athletes. */
export interface Found {
  hits: AthleteHit[];
  more: boolean;
  /** The club that the text names. */
  club?: ClubRef | null;
}

/**
 * The search within the filters of the page. A club's name is searched together with the athlete's:
 * the results page asks which club is meant.
 */
function wantedWithin(query: string, { club, ...filters }: SearchFilters): SearchWanted {
  const number = findClubNumber(club);
  return {
    ...filters,
    // The last word may be unfinished, so it must stay last.
    query: club === "" || number !== null ? query : `${club} ${query}`.slice(0, QUERY_LIMITS.max),
    club: number,
    limit: SUGGESTIONS,
  };
}

/**
 * Searches athletes from the browser, best first.
 *
 * The answers are our own API's, of the schemas of `shared/contract`; they are not validated again
 * here, because zod is larger than the whole page.
 *
 * @throws {Error} When the API does not answer or refuses, {@link LimitedError} when the visitor is
 *   over a limit; `AbortError` when the signal says so.
 */
export async function searchAthletes(
  { query, filters, signal }: { query: string; filters: SearchFilters; signal: AbortSignal },
): Promise<Found> {
  const response = await ask(`/api/athletes${searchQuery(wantedWithin(query, filters))}`, {
    signal,
  });
  // The text has nothing to search for, only signs: an empty result, not a failure.
  if (response.status === 400) {
    await response.body?.cancel();
    return { hits: [], more: false };
  }
  if (response.status === 429) throw new LimitedError();
  if (!response.ok) throw new Error(`Search answered ${response.status}`);
  const page: AthletePage = await response.json();
  return { hits: page.items, more: !page.total_is_exact, club: namedClub(page) };
}

/**
 * One athlete of the directory.
 *
 * @returns `unknown` for who is not in it, `unreachable` while it does not answer.
 */
export async function findListed(ffaId: string): Promise<Athlete | "unknown" | "unreachable"> {
  try {
    const response = await ask(`/api/athletes/${ffaId}`);
    if (response.ok) return await response.json();
    return [404, 410].includes(response.status) ? "unknown" : "unreachable";
  } catch (error) {
    // No connection, or an incomplete answer.
    if (
      error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
    ) return "unreachable";
    throw error;
  }
}

/** Why an answer has no records. */
async function missingOf(response: Response): Promise<Missing> {
  const { status } = response;
  if (status === 404 || status === 410) return "unknown";
  if (status === 429) return "limited";
  const problem: Partial<Problem> | null = await response.json().catch(() => null);
  if (problem?.type === PAGE_CHANGED) return "changed";
  return status === 503 || status === 504 ? "unavailable" : "unreachable";
}

/**
 * Reads the records of an athlete from the browser; failures are part of the result.
 *
 * @param renew Asks for a fresh reading at the federation, unless there just was one.
 */
export async function readRecords(ffaId: string, renew = false): Promise<ShownAthlete> {
  try {
    const response = await ask(
      `/api/athletes/${ffaId}/records`,
      renew
        ? { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }
        : undefined,
    );
    if (!response.ok) return unnamedAthlete(ffaId, await missingOf(response));
    const answer: AthleteRecords = await response.json();
    return athleteWithRecords(answer);
  } catch (error) {
    // No connection, or an incomplete answer: shown to the visitor, who may try again.
    if (
      error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
    ) {
      return unnamedAthlete(ffaId, navigator.onLine === false ? "offline" : "unreachable");
    }
    throw error;
  }
}
