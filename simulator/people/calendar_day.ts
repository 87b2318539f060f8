/** A day, as the number of days since 1 January 1970: easy to draw, to compare and to keep. */
export type Day = number;

const MILLISECONDS = 86_400_000;

/** Month names as the site writes them: .NET's French abbreviations with a capital. */
const MONTHS = [
  "Janv.",
  "Févr.",
  "Mars",
  "Avr.",
  "Mai",
  "Juin",
  "Juil.",
  "Août",
  "Sept.",
  "Oct.",
  "Nov.",
  "Déc.",
];

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

const two = (value: number) => String(value % 100).padStart(2, "0");

/** `4 Mai 2024`. */
export function longDate(date: Day): string {
  return `${shortDate(date)} ${partsOf(date).year}`;
}

/** `4 Mai`. */
export function shortDate(date: Day): string {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]}`;
}

/** `04/05`. */
export function dayAndMonth(date: Day): string {
  const { month, day } = partsOf(date);
  return `${two(day)}/${two(month)}`;
}

/** `04/05/24`. */
export function slashDate(date: Day): string {
  return `${dayAndMonth(date)}/${two(partsOf(date).year)}`;
}

/** `04/05/2024`. */
export function fullDate(date: Day): string {
  return `${dayAndMonth(date)}/${partsOf(date).year}`;
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
