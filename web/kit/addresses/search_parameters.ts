import { queryOf } from "../forms/query.ts";

/** A search as the API takes it. */
export interface SearchWanted {
  /** Empty for none, beside a club. */
  query: string;
  /** Number of a club. */
  club: string | null;
  sex: "M" | "F" | null;
  category: string | null;
  /** Active in this season or a later one. */
  since: number | null;
  limit: number;
  offset?: number;
  /** Count the results by sex and category as well. */
  counts?: boolean;
}

/** The query of a search. */
export function searchQuery(
  { query, club, sex, category, since, limit, offset = 0, counts = false }: SearchWanted,
): string {
  return queryOf([
    ["q", query || null],
    ["club", club],
    ["sex", sex],
    ["category", category],
    ["active_since", since],
    ["limit", limit],
    ["offset", offset || null],
    ["with", counts ? "counts" : null],
  ]);
}
