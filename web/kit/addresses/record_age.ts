/** Oldest records that are used, years; null for all of them. */
export type RecordAge = number | null;

/** Ages to choose from. */
export const RECORD_AGES: readonly RecordAge[] = [null, 1, 2, 3, 5, 10];

/** Reads the age of a URL; an unknown value counts as all. */
export function readRecordAge(parameters: URLSearchParams): RecordAge {
  const age = Number(parameters.get("age"));
  return RECORD_AGES.includes(age) ? age : null;
}
