/** Seasons of the federation. */

/** Season of the federation, named for the year it ends in. */
export type Season = number;

/** A day of the calendar, free of time and time zone. */
export interface CalendarDay {
  year: number;
  /** 1 (January) to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** First season the federation's site lists clubs for. */
export const FIRST_SEASON: Season = 2004;

/** The month a season begins in, on its first day: September. */
const FIRST_MONTH = 9;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Season a day falls in: season N goes from 1 September N-1 to 31 August N.
 *
 * The federation's rankings used the calendar year until 2022; its club lists and licenses did not.
 *
 * @param date A calendar day, or a moment, of which the day in UTC counts.
 * @throws {RangeError} If it is not a day of the calendar, year 1000 to 9999.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seasonOf } from "./season.ts";
 * assertEquals(seasonOf({ year: 2026, month: 8, day: 31 }), 2026);
 * assertEquals(seasonOf({ year: 2026, month: 9, day: 1 }), 2027);
 * ```
 */
export function seasonOf(date: CalendarDay | Date): Season {
  const { year, month, day } = date instanceof Date
    ? { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    : date;
  const exists = Number.isInteger(year) && year >= 1000 && year <= 9999 &&
    Number.isInteger(month) && month >= 1 && month <= 12 &&
    Number.isInteger(day) && day >= 1 && day <= daysIn(year, month);
  if (!exists) {
    throw new RangeError(`Cannot tell the season of ${year}-${month}-${day}: no such day`);
  }
  return month >= FIRST_MONTH ? year + 1 : year;
}

/** First day of a season: 1 September of the year before. */
export function seasonStart(season: Season): CalendarDay {
  return { year: season - 1, month: FIRST_MONTH, day: 1 };
}

/** Last day of a season: 31 August. */
export function seasonEnd(season: Season): CalendarDay {
  return { year: season, month: FIRST_MONTH - 1, day: 31 };
}
