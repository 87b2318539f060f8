/** A day, as the number of days since 1 January 1970: easy to draw, to compare and to keep. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** @param month 1 to 12. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** The day of a moment, in UTC. */
export function dayAt(moment: Date): Day {
  return Math.floor(moment.getTime() / MILLISECONDS);
}

/** The moment a day begins, in UTC. */
export function dateOf(day: Day): Date {
  return new Date(day * MILLISECONDS);
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = dateOf(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** First day of a season: 1 September of the year before. */
export function seasonOpens(season: number): Day {
  return dayOf(season - 1, 9, 1);
}

/** The season that a day belongs to. */
export function seasonAt(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 9 ? year + 1 : year;
}
