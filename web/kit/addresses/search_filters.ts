import { LAST_YEAR } from "@mypacer/shared/contract/limits.ts";
import { AGE_CATEGORIES } from "@mypacer/shared/domain/people/category.ts";
import { FIRST_SEASON, type Season } from "@mypacer/shared/domain/people/season.ts";
import { clipText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { type Field, readChoice, refuse } from "../forms/field.ts";
import type { PageField } from "../forms/fields.ts";
import { QUERY_LIMITS } from "../forms/limits.ts";
import { pageForm } from "../forms/read_fields.ts";

/** Filters of any list of athletes. */
export interface AthleteFilters {
  sex: "M" | "F" | null;
  /** Age category code. */
  category: string | null;
}

/** Filters of a search, besides the name. */
export interface SearchFilters extends AthleteFilters {
  /** Name or number of a club as typed; empty for any. */
  club: string;
  /** Active in this season or a later one. */
  since: Season | null;
}

/** Codes of all age categories. */
const CATEGORIES = AGE_CATEGORIES.map(({ code }) => code);

/** A field that is chosen from a list, which holds a text for any. */
function optionalField<Value>(
  name: string,
  read: (text: string) => Field<Value>,
): PageField<object, Value | null> {
  return { name, usual: () => null, write: (value) => String(value ?? ""), read };
}

/** Reads a season that people were licensed in. */
export function readSeason(text: string): Field<Season> {
  const season = Number(text);
  return Number.isInteger(season) && season >= FIRST_SEASON && season <= LAST_YEAR
    ? { value: season }
    : refuse("choice", text);
}

/** The fields that all lists of athletes have; none is called as one of the table's. */
export const ATHLETE_FILTER_FIELDS = {
  sex: optionalField("sex", (text) => readChoice(text, ["M", "F"] as const)),
  category: optionalField("cat", (text) => readChoice(text.toUpperCase(), CATEGORIES)),
} as const;

/** The fields of these filters; an unknown value counts as any. */
export const SEARCH_FILTERS = pageForm<SearchFilters>({
  club: {
    name: "club",
    usual: () => "",
    write: String,
    read: (text) => ({ value: clipText(text, QUERY_LIMITS.max) }),
  },
  ...ATHLETE_FILTER_FIELDS,
  since: optionalField("since", readSeason),
});
