import { refuse } from "../forms/field.ts";
import { addressParameters } from "../forms/fields.ts";
import { pageForm } from "../forms/read_fields.ts";

/** Oldest records that are used, years; null for all of them. */
export type RecordAge = number | null;

/** Ages to choose from. */
export const RECORD_AGES: readonly RecordAge[] = [null, 1, 2, 3, 5, 10];

/** Settings of a comparison that an address holds beside the state of the table. */
export interface ComparisonSettings {
  /** Whether times are compared age graded. */
  byAge: boolean;
  age: RecordAge;
}

/** The settings of a comparison; an athlete's page has the age of records alone. */
export const COMPARISON = pageForm<ComparisonSettings>({
  byAge: {
    name: "by_age",
    usual: () => false,
    write: (byAge) => byAge ? "1" : "",
    read: (text) => ({ value: text === "1" }),
  },
  age: {
    name: "age",
    usual: () => null,
    write: (age) => String(age ?? ""),
    read(text) {
      const age = Number(text);
      return RECORD_AGES.includes(age) ? { value: age } : refuse("choice", text);
    },
  },
});

/** Parameters of some settings. */
export function comparisonParameters(settings: Partial<ComparisonSettings>) {
  return addressParameters(COMPARISON.fields, { ...COMPARISON.first, ...settings });
}
