import { FIRST_RESULTS_YEAR } from "@mypacer/shared/contract/result.ts";
import { comparisonParameters, type RecordAge } from "../../kit/addresses/comparison_settings.ts";
import { refuse } from "../../kit/forms/field.ts";
import { addressParameters } from "../../kit/forms/fields.ts";
import { queryOf } from "../../kit/forms/query.ts";
import { pageForm } from "../../kit/forms/read_fields.ts";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** What an address of an athlete's page holds beside the table and the age of records. */
interface ResultsState {
  /** Calendar year of the results to show; null for none. */
  year: number | null;
}

/** The field of results. */
export const RESULTS = pageForm<ResultsState>({
  year: {
    name: "year",
    usual: () => null,
    write: (year) => String(year ?? ""),
    read(text) {
      const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
      return year >= FIRST_RESULTS_YEAR && year <= new Date().getFullYear()
        ? { value: year }
        : refuse("choice", text);
    },
  },
});

/** Query string of an athlete's page. */
export function athletePageSearch(
  { state, age, year }: { state: TableState; age: RecordAge; year: number | null },
): string {
  return queryOf([
    ...addressParameters(RESULTS.fields, { year }),
    ...comparisonParameters({ age }),
    ...stateParameters(state),
  ]);
}

/** Years to choose results from, latest first: those in which the athlete had a license. */
export function resultsYears(
  { first_season: firstSeason }: { first_season: number },
  today = new Date(),
): number[] {
  // A season begins in September of the year before.
  const first = Math.max(firstSeason - 1, FIRST_RESULTS_YEAR);
  const last = today.getFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at);
}
