import { type Language, PATHS } from "../../i18n/language.ts";
import { type BoardState, stateParameters } from "../../state/board_state.ts";
import { filterParameters, type SearchFilters } from "../../state/search_filters.ts";

/** Address of a page of results. */
export function searchAddress(
  language: Language,
  { state, query, filters, page = 1 }: {
    state: BoardState;
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
    ...stateParameters(state),
  ]);
  return `${PATHS[language].search}?${parameters}`;
}
