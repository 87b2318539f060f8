import { LAST_YEAR } from "@mypacer/shared/contract/limits.ts";
import { FIRST_SEASON } from "@mypacer/shared/domain/people/season.ts";
import { stateParameters } from "../table_state/table_fields.ts";
import type { TableState } from "../table_state/table_state.ts";
import { queryOf } from "../forms/query.ts";
import { pageParameter } from "./page_number.ts";
import { FILTER_NAMES, readFilters } from "./search_filters.ts";

/** What narrows the athletes of a club. */
export interface ClubFilters {
  /** One season, all of them, or the last that anybody was licensed in. */
  season: number | "all" | "last";
  sex: "M" | "F" | null;
  /** Age category code. */
  category: string | null;
}

/** Name of the parameter for the season; sex and category are called as in the search. */
export const SEASON = "season";

/** The default filters of a club's page: athletes licensed now. */
export const FIRST_CLUB_FILTERS: ClubFilters = { season: "last", sex: null, category: null };

/** Reads the filters of a URL; an unknown value counts as any. */
export function readClubFilters(parameters: URLSearchParams): ClubFilters {
  const { sex, category } = readFilters(parameters);
  const given = parameters.get(SEASON) ?? "";
  const season = Number(given);
  return {
    season: given === "all"
      ? "all"
      : Number.isInteger(season) && season >= FIRST_SEASON && season <= LAST_YEAR
      ? season
      : "last",
    sex,
    category,
  };
}

/**
 * Query string of a club's page, `""` or `?…`: its filters, its page and the state of the table.
 */
export function clubSearch(
  { filters, page, state }: { filters: ClubFilters; page: number; state: TableState },
): string {
  const { season, sex, category } = filters;
  return queryOf([
    [SEASON, season === "last" ? null : season],
    [FILTER_NAMES.sex, sex],
    [FILTER_NAMES.category, category],
    pageParameter(page),
    ...stateParameters(state),
  ]);
}
