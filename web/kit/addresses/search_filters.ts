import { LAST_YEAR } from "@mypacer/shared/contract/limits.ts";
import { AGE_CATEGORIES } from "@mypacer/shared/domain/people/category.ts";
import { FIRST_SEASON } from "@mypacer/shared/domain/people/season.ts";
import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { QUERY_LIMITS } from "../forms/limits.ts";

/** Filters of a search, besides the name. */
export interface SearchFilters {
  /** Name or number of a club as typed; empty for any. */
  club: string;
  sex: "M" | "F" | null;
  /** Age category code. */
  category: string | null;
  /** Active in this season or a later one. */
  since: number | null;
}

/** Names of the parameters of the URL; none of them is one of the table's. */
export const FILTER_NAMES = { club: "club", sex: "sex", category: "cat", since: "since" } as const;

/** Reads the filters of a URL; an unknown value counts as any. */
export function readFilters(parameters: URLSearchParams): SearchFilters {
  const given = (name: keyof typeof FILTER_NAMES) => parameters.get(FILTER_NAMES[name]) ?? "";
  const sex = given("sex");
  const category = given("category").toUpperCase();
  const since = Number(given("since"));
  return {
    club: clipText(visibleText(given("club")), QUERY_LIMITS.max),
    sex: sex === "M" || sex === "F" ? sex : null,
    category: AGE_CATEGORIES.some(({ code }) => code === category) ? category : null,
    since: Number.isInteger(since) && since >= FIRST_SEASON && since <= LAST_YEAR ? since : null,
  };
}

/** Parameters of the filters that are set. */
export function filterParameters(
  { club, sex, category, since }: SearchFilters,
): [string, string][] {
  const texts: [string, string | null][] = [
    [FILTER_NAMES.club, club === "" ? null : club],
    [FILTER_NAMES.sex, sex],
    [FILTER_NAMES.category, category],
    [FILTER_NAMES.since, since === null ? null : String(since)],
  ];
  return texts.filter((entry): entry is [string, string] => entry[1] !== null);
}
