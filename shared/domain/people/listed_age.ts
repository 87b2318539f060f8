/** From which age on people are in lists, searches and suggestions. */
import { birthYearRange } from "./category.ts";
import type { Season } from "./season.ts";

/**
 * Age categories from which an operator may choose the youngest that are listed. With the last, the
 * juniors, nobody is listed who is under 18 at the end of the season.
 */
export const YOUNGEST_CATEGORIES = ["BB", "EA", "PO", "BE", "MI", "CA", "JU"] as const;
/** The youngest age category that is listed. */
export type YoungestCategory = typeof YOUNGEST_CATEGORIES[number];

/** Under 12 nobody is listed by default: these children do not run for times yet. */
export const YOUNGEST_LISTED: YoungestCategory = "BE";

/**
 * The latest birth year that is listed in a season.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { latestListedBirthYear } from "./listed_age.ts";
 * // Benjamins of 2026 were born in 2013 or 2014.
 * assertEquals(latestListedBirthYear("BE", 2026), 2014);
 * ```
 */
export function latestListedBirthYear(youngest: YoungestCategory, season: Season): number {
  return birthYearRange(youngest, season).max;
}
