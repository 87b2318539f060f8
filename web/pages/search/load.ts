import type { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import { MAX_QUERY_WORDS } from "@mypacer/shared/contract/limits.ts";
import { findClubNumber } from "@mypacer/shared/domain/people/club_number.ts";
import { isOtherScript, normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { athleteIdInAddress } from "@mypacer/shared/domain/people/athlete_address.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { FEDERATION_ORIGIN, federationUrls } from "@mypacer/shared/federation/urls.ts";
import { type Calculation, readCalculation } from "../../kit/answers/calculation.ts";
import { ApiError, PAGE_SIZE } from "../../kit/load/api_client.ts";
import { AT, type FederationPart } from "./FederationSearch.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { MAX_PASTED, QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { SEARCH_FILTERS, type SearchFilters } from "../../kit/addresses/search_filters.ts";
import { readSearchTarget, type SearchTarget } from "../../kit/addresses/search_target.ts";
import { readFederation } from "./federation_search.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import { readPage } from "../../kit/addresses/page_number.ts";
import type { Site } from "../../kit/load/site.ts";

/** Last page of results: nobody reads further, and harvesters must not. */
export const LAST_PAGE = 25;

/** Why there are no results. */
export type SearchProblem = "tooShort" | "tooLong" | "tooMany" | "notLetters" | "failed";

/** Data of the results page. */
export interface SearchData {
  language: Language;
  facts: SiteFacts;
  state: TableState;
  /** Where choosing an athlete leads. */
  target: SearchTarget;
  query: string;
  filters: SearchFilters;
  problem: SearchProblem | null;
  result: AthletePage | null;
  /** Page shown, from 1, and whether another follows. */
  page: number;
  more: boolean;
  /**
   * Clubs to choose from where a name fits several, or none; null where there is no choice to make.
   */
  clubs: ClubRef[] | null;
  /** The question for figures that the query is; null for a name. */
  calculation: Calculation | null;
  /** The federation's own search: an offer, or its results. */
  federation: FederationPart;
  /** The present season, the last that filters offer. */
  season: number;
}

/** A page of results and its status. */
export interface SearchAnswer {
  data: SearchData;
  status: number;
  headers: Headers;
}

/**
 * `GET /recherche` and `GET /en/search`: athletes by name, for those without scripts and for all
 * the results.
 */
export async function getSearch(site: Site, url: URL, language: Language): Promise<SearchAnswer> {
  const given = url.searchParams;
  const query = visibleText(given.get("q") ?? "");
  const data: SearchData = {
    language,
    facts: await site.facts(),
    state: readParameters(given).state,
    target: readSearchTarget(given),
    query: clipText(query, MAX_PASTED),
    filters: SEARCH_FILTERS.read(given).state,
    problem: null,
    result: null,
    page: readPage(given, LAST_PAGE),
    more: false,
    clubs: null,
    calculation: readCalculation(query),
    federation: { kind: "none" },
    season: seasonOf(new Date()),
  };
  const answer = (status: number, changes: Partial<SearchData>, retryAfter?: number | null) => {
    const headers = pageHeaders({ named: true });
    if (retryAfter) headers.set("retry-after", String(retryAfter));
    return { data: { ...data, ...changes }, status, headers };
  };
  if (![...given.keys()].some((name) => name === "q" || name === "club")) return answer(200, {});
  // `semi` may be a name as well; a text with figures of a race is none.
  if (data.calculation !== null && /\d/.test(query)) return answer(200, {});
  const problem = problemOf(query, data.filters);
  if (problem !== null) return answer(400, { problem });
  try {
    const [found, federation] = await Promise.all([
      search(site, data),
      readFederation(site, {
        query: data.query,
        wanted: given.get(AT.name) === AT.federation,
        ownSearch: ownSearch(data),
      }),
    ]);
    const { part, refusal } = federation;
    return answer(refusal?.status ?? 200, { ...found, federation: part }, refusal?.retryAfter);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The API counts letters by its own rules, which are less strict with a club or a year.
    if (error.status === 400) return answer(400, { problem: "tooShort" });
    site.log.warn("cannot search", { error });
    return answer(503, { problem: "failed" });
  }
}

/** Problem of a query that is known without asking the API. */
function problemOf(query: string, { club }: SearchFilters): SearchProblem | null {
  if (query === "") return club === "" ? "tooShort" : null;
  // Only the id of an address is used.
  if (athleteIdInAddress(query) !== null) return null;
  if (query.length > QUERY_LIMITS.max) return "tooLong";
  const words = normalizeName(query);
  // Another script finds nobody, and the page says why; signs alone cannot be searched.
  if (words === "") return isOtherScript(query) ? null : "notLetters";
  return words.split(" ").length > MAX_QUERY_WORDS ? "tooMany" : null;
}

async function search(
  { api }: Site,
  { query: typed, filters, page }: SearchData,
): Promise<Partial<SearchData>> {
  const query = athleteIdInAddress(typed) ?? typed;
  let club: string | null = null;
  if (filters.club !== "") {
    const clubs = await findClubs(api, filters.club);
    if (typeof clubs !== "string") return { clubs };
    club = clubs;
  }
  const { sex, category, since } = filters;
  const offset = (page - 1) * PAGE_SIZE;
  const result = await api.searchAthletes({
    query,
    club,
    sex,
    category,
    since,
    offset,
    counts: true,
  });
  const more = !result.total_is_exact && result.items.length > 0 && page < LAST_PAGE;
  return { result, more };
}

/** Number of the typed club, or the clubs to choose from. */
async function findClubs(api: Site["api"], typed: string): Promise<string | ClubRef[]> {
  const number = findClubNumber(typed);
  if (number !== null) return number;
  const name = normalizeName(typed);
  if (name.length < 2) return [];
  const { items } = await api.clubs(typed);
  const [only, other] = items.filter((club) => normalizeName(club.name) === name);
  if (only !== undefined && other === undefined) return only.ffa_number;
  const [first, second] = items;
  if (first !== undefined && second === undefined) return first.ffa_number;
  return items.map(({ ffa_number, name }) => ({ ffa_number, name }));
}

/** Address of the federation's own search page. */
function ownSearch({ facts, query }: SearchData): string {
  return federationUrls(facts.index?.federationUrl ?? FEDERATION_ORIGIN).people(query).href;
}
