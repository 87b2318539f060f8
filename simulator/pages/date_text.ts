/** Days as the site writes them. */
import { type Day, partsOf } from "../people/calendar_day.ts";

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
