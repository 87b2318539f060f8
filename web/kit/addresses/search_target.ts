/** Where choosing an athlete of a search leads. */
import { readRecordAge, type RecordAge } from "./record_age.ts";

/** The table, or a comparison with its own settings. */
export type SearchTarget = { page: "table" } | { page: "compare"; age: RecordAge; byAge: boolean };

/** To the table, as most pages do. */
export const TO_TABLE: SearchTarget = { page: "table" };

/** Settings of a comparison that an address holds beside the state of the table. */
export function comparisonParameters(
  { age = null, byAge = false }: { age?: RecordAge; byAge?: boolean },
): [name: string, text: string][] {
  return [
    ...(byAge ? [["by_age", "1"] as [string, string]] : []),
    ...(age === null ? [] : [["age", String(age)] as [string, string]]),
  ];
}

/** Reads whether times are compared age graded. */
export function readByAge(parameters: URLSearchParams): boolean {
  return parameters.get("by_age") === "1";
}

/** Parameters that say where a search leads; none to the table. */
export function targetParameters(target: SearchTarget): [name: string, text: string][] {
  return target.page === "table" ? [] : [["to", target.page], ...comparisonParameters(target)];
}

/** Reads where a search leads; by default to the table. */
export function readSearchTarget(parameters: URLSearchParams): SearchTarget {
  return parameters.get("to") === "compare"
    ? { page: "compare", age: readRecordAge(parameters), byAge: readByAge(parameters) }
    : TO_TABLE;
}
