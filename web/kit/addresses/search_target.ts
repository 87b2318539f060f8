/** Where choosing an athlete of a search leads. */
import { typedText } from "../forms/field.ts";
import {
  COMPARISON,
  comparisonParameters,
  type ComparisonSettings,
} from "./comparison_settings.ts";

/** No distance of a race is written longer. */
const LONGEST_DISTANCE = 20;

/** The table, or a comparison or a race with its own settings. */
export type SearchTarget = { page: "table" } | { page: "compare" } & ComparisonSettings | {
  page: "race";
  /** As the address writes it, since the field's script reads no distances; empty for none. */
  distance: string;
};

/** To the table, as most pages do. */
export const TO_TABLE: SearchTarget = { page: "table" };

/** Parameters that say where a search leads; none to the table. */
export function targetParameters(target: SearchTarget): [name: string, text: string][] {
  if (target.page === "table") return [];
  return [
    ["to", target.page],
    ...target.page === "race" ? raceParameters(target) : comparisonParameters(target),
  ];
}

/** Parameters of a race whose distance is as the address writes it. */
export function raceParameters({ distance }: { distance: string }): [name: string, text: string][] {
  return distance === "" ? [] : [["distance", distance]];
}

/** Reads where a search leads; by default to the table. */
export function readSearchTarget(parameters: URLSearchParams): SearchTarget {
  switch (parameters.get("to")) {
    case "compare":
      return { page: "compare", ...COMPARISON.read(parameters).state };
    case "race":
      return { page: "race", distance: typedText(parameters.get("distance"), LONGEST_DISTANCE) };
    default:
      return TO_TABLE;
  }
}
