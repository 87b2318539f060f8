import { athleteIdInAddress } from "@mypacer/shared/domain/people/athlete_address.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import type { FederationPart, FederationRefusal } from "./FederationSearch.tsx";
import { PAGE_CHANGED } from "../../kit/load/api_problem.ts";
import type { Site } from "../../kit/load/site.ts";

/** Answer to a refusal. */
export interface Refusal {
  why: FederationRefusal;
  status: number;
  /** s. */
  retryAfter: number | null;
}

/** Fewest letters of a name to search at the federation. */
const SHORTEST = 3;

/** Reads the federation's search if the address asks for it; else offers it. */
export async function readFederation(
  { api, log }: Site,
  { query, wanted, ownSearch }: { query: string; wanted: boolean; ownSearch: string },
): Promise<{ part: FederationPart; refusal: Refusal | null }> {
  // An address is not a name.
  if (athleteIdInAddress(query) !== null) return { part: { kind: "none" }, refusal: null };
  const letters = normalizeName(query).split(" ").filter((word) => !/^\d+$/.test(word)).join("");
  if (letters.length < SHORTEST) return { part: { kind: "none" }, refusal: null };
  if (!wanted) return { part: { kind: "offered", ownSearch }, refusal: null };
  try {
    const { items: athletes, total_is_exact: exact } = await api.federationAthletes(query);
    return { part: { kind: "found", ownSearch, athletes, exact }, refusal: null };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refusal = refusalOf(error, log);
    return { part: { kind: "refused", ownSearch, why: refusal.why }, refusal };
  }
}

/** Answer for a visitor when the API could not use the federation. */
export function refusalOf(error: ApiError, log: Site["log"]): Refusal {
  const { status, retryAfter } = error;
  if (status === 429) return { why: "busy", status, retryAfter };
  if (status === 404) return { why: "gone", status, retryAfter };
  log.warn("cannot read the federation through the API", { error });
  const why = error.problem === PAGE_CHANGED ? "changed" : "unavailable";
  return { why, status: 503, retryAfter };
}
