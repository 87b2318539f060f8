import type { Language } from "../language/language.ts";
import { PATHS } from "./paths.ts";
import { type BoardState, stateParameters, stateSearch } from "../table_state/table_state.ts";
import { filterParameters, type SearchFilters } from "./search_filters.ts";
import { type SearchTarget, targetParameters } from "./search_target.ts";
import { comparisonAddress } from "./athlete_address.ts";

/** Address of a page of results. */
export function searchAddress(
  language: Language,
  { state, target, query, filters, page = 1 }: {
    state: BoardState;
    target: SearchTarget;
    query: string;
    filters?: SearchFilters;
    /** From 1. */
    page?: number;
  },
): string {
  const parameters = new URLSearchParams([
    ["q", query],
    ...filters === undefined ? [] : filterParameters(filters),
    ...(page > 1 ? [["p", String(page)]] : []),
    ...targetParameters(target),
    ...stateParameters(state),
  ]);
  return `${PATHS[language].search}?${parameters}`;
}

/** Address of the page that a search leads to, with the athletes of a state. */
export function targetAddress(
  language: Language,
  { state, target }: { state: BoardState; target: SearchTarget },
): string {
  return target.page === "home"
    ? PATHS[language].home + stateSearch(state)
    : comparisonAddress(language, { ...target, state });
}
