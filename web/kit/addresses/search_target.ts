/** Where choosing an athlete of a search leads. */
import {
  COMPARISON,
  comparisonParameters,
  type ComparisonSettings,
} from "./comparison_settings.ts";

/** The table, or a comparison with its own settings. */
export type SearchTarget = { page: "table" } | { page: "compare" } & ComparisonSettings;

/** To the table, as most pages do. */
export const TO_TABLE: SearchTarget = { page: "table" };

/** Parameters that say where a search leads; none to the table. */
export function targetParameters(target: SearchTarget): [name: string, text: string][] {
  return target.page === "table" ? [] : [["to", target.page], ...comparisonParameters(target)];
}

/** Reads where a search leads; by default to the table. */
export function readSearchTarget(parameters: URLSearchParams): SearchTarget {
  return parameters.get("to") === "compare"
    ? { page: "compare", ...COMPARISON.read(parameters).state }
    : TO_TABLE;
}
