import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import type { Season } from "@mypacer/shared/domain/people/season.ts";
import { readChoice } from "../../kit/forms/field.ts";
import { addressParameters } from "../../kit/forms/fields.ts";
import { QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { queryOf } from "../../kit/forms/query.ts";
import { pageForm } from "../../kit/forms/read_fields.ts";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { pageParameter } from "../../kit/addresses/page_number.ts";
import {
  ATHLETE_FILTER_FIELDS,
  type AthleteFilters,
  readSeason,
} from "../../kit/addresses/search_filters.ts";

/** What narrows the athletes of a club. */
export interface ClubFilters extends AthleteFilters {
  /** One season, all of them, or the last that anybody was licensed in. */
  season: Season | "all" | "last";
  /** First letter of the name, `a` to `z`; null for any. */
  letter: string | null;
  /** A name to search for in the club, as typed; empty for none. */
  query: string;
}

/** Letters that a name may begin with, accents left out. */
export const LETTERS: readonly string[] = [..."abcdefghijklmnopqrstuvwxyz"];

/** The fields of these filters; by default athletes licensed now. */
export const CLUB_FILTERS = pageForm<ClubFilters>({
  season: {
    name: "season",
    usual: () => "last",
    write: String,
    read: (text) => text === "all" ? { value: text } : readSeason(text),
  },
  ...ATHLETE_FILTER_FIELDS,
  letter: {
    name: "letter",
    usual: () => null,
    write: (letter) => letter ?? "",
    read: (text) => readChoice(text.toLowerCase(), LETTERS),
  },
  query: {
    name: "q",
    usual: () => "",
    write: String,
    read: (text) => ({ value: clipText(visibleText(text), QUERY_LIMITS.max) }),
  },
});

/**
 * Query string of a club's page, `""` or `?…`: its filters, its page and the state of the table.
 */
export function clubSearch(
  { filters, page, state }: { filters: ClubFilters; page: number; state: TableState },
): string {
  return queryOf([
    ...addressParameters(CLUB_FILTERS.fields, filters),
    pageParameter(page),
    ...stateParameters(state),
  ]);
}
