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
}

/** Parameters that are given; null stands for those that are not. */
export function givenParameters(values: Record<string, string | number | null>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]]
    ),
  );
}

/** Parameters of a search, those that are given. */
export function searchParameters(
  { query, club, sex, category, since, limit, offset = 0 }: SearchWanted,
): URLSearchParams {
  return givenParameters({
    q: query === "" ? null : query,
    club,
    sex,
    category,
    active_since: since,
    limit,
    offset: offset === 0 ? null : offset,
  });
}
