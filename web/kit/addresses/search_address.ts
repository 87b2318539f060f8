import type { Language } from "../language/language.ts";
import { PATHS } from "./paths.ts";
import { addressParameters } from "../forms/fields.ts";
import { queryOf } from "../forms/query.ts";
import { pageParameter } from "./page_number.ts";
import { stateParameters, stateSearch } from "../table_state/table_fields.ts";
import type { TableState } from "../table_state/table_state.ts";
import { SEARCH_FILTERS, type SearchFilters } from "./search_filters.ts";
import { raceParameters, type SearchTarget, targetParameters } from "./search_target.ts";
import { comparisonAddress } from "./athlete_address.ts";

/** Address of a page of results. */
export function searchAddress(
  language: Language,
  { state, target, query, filters = SEARCH_FILTERS.first, page = 1 }: {
    state: TableState;
    target: SearchTarget;
    query: string;
    filters?: SearchFilters;
    /** From 1. */
    page?: number;
  },
): string {
  return PATHS[language].search + queryOf([
    ["q", query],
    ...addressParameters(SEARCH_FILTERS.fields, filters),
    pageParameter(page),
    ...targetParameters(target),
    ...stateParameters(state),
  ]);
}

/** Address of the page that a search leads to, with the athletes of a state. */
export function targetAddress(
  language: Language,
  { state, target }: { state: TableState; target: SearchTarget },
): string {
  switch (target.page) {
    case "table":
      return PATHS[language].table + stateSearch(state);
    case "compare":
      return comparisonAddress(language, { ...target, state });
    case "race":
      return PATHS[language].race + queryOf([...raceParameters(target), ...stateParameters(state)]);
  }
}
