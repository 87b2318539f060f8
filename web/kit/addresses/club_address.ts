import type { Language } from "../language/language.ts";
import { PATHS } from "./paths.ts";
import { stateParameters, stateSearch } from "../table_state/table_fields.ts";
import type { TableState } from "../table_state/table_state.ts";
import { queryOf } from "../forms/query.ts";
import { pageParameter } from "./page_number.ts";

/** Paths of a club's page. */
export function clubPaths(number: string): Record<Language, string> {
  return { fr: `/club/${number}`, en: `/en/club/${number}` };
}

/** Address of a club's page. */
export function clubAddress(language: Language, number: string, state: TableState): string {
  return clubPaths(number)[language] + stateSearch(state);
}

/** Address of a page of the club search. */
export function clubsAddress(
  language: Language,
  { state, query, page = 1 }: {
    state: TableState;
    query: string;
    /** From 1. */
    page?: number;
  },
): string {
  return PATHS[language].clubs +
    queryOf([["q", query || null], pageParameter(page), ...stateParameters(state)]);
}
