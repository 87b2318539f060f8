/**
 * What one page accepts: within the limits of any pace table, and narrower, since every row is
 * drawn.
 */

import { MAX_COMPARED, QUERY_LENGTH } from "@mypacer/shared/contract/limits.ts";
import { MAX_DISTANCE } from "@mypacer/shared/domain/table/pace_table.ts";

export { PACE_LIMITS } from "@mypacer/shared/domain/table/pace_table.ts";
/** Distance of a column, m. */
export const DISTANCE_LIMITS = { min: 10, max: MAX_DISTANCE } as const;
/**
 * Shortest and longest race that the tools take, m: the longest is well beyond a day's run, and a
 * plan by laps of it has as many passing points as any plan may.
 */
export const RACE_LIMITS = { min: 100, max: 400_000 } as const;
/** Ages that are graded, years. */
export const AGE_LIMITS = { min: 5, max: 100 } as const;
/** Ages that the tool of age grading takes, years: it grades no minor. */
export const ADULT_AGE_LIMITS = { min: 18, max: AGE_LIMITS.max } as const;
/** Rows of the table. */
export const MAX_ROWS = 600;
/** Columns a visitor adds to the official distances. */
export const MAX_CUSTOM_DISTANCES = 20;
/** Athletes laid over the table at once. */
export const MAX_ATHLETES = MAX_COMPARED;
/** Longest text of a field that is read; the rest is not looked at. */
export const MAX_TYPED = 300;
/** The same of a list: as many distances as may be added, each to the millimeter. */
export const MAX_LIST = 500;
/**
 * Shortest and longest search. Two letters alone find those whose name they are: while somebody
 * types on, nobody of that name is no news before `unfinished` letters are there.
 */
export const QUERY_LIMITS = { ...QUERY_LENGTH, unfinished: 3 } as const;
/** Longest text that the search field takes: of a pasted address only the id is asked for. */
export const MAX_PASTED = 200;
