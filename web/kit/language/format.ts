import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "./language.ts";

/** A number with fixed decimals and the language's decimal mark. */
export function formatDecimal(value: number, decimals: number, language: Language): string {
  return decimalText(value.toFixed(decimals), language);
}

/** A whole number with the language's thousands mark. */
export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date such as `2024-05-12`: `12/05/2024`, or `12 May 2024` in English. */
export function formatDate(iso: string, language: Language): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  return language === "fr"
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The day of a moment, in the time of mainland France: `29/11/2026`, `29 Nov 2026`. */
export function formatDay(moment: Date, language: Language): string {
  // Swedish writes dates as ISO does.
  return formatDate(moment.toLocaleDateString("sv", { timeZone: "Europe/Paris" }), language);
}

/** A moment from an ISO text, in the time of mainland France: the same on server and browser. */
export function formatMoment(iso: string, language: Language): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    dateStyle: "short",
    timeStyle: "short",
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  const date = formatDate(`${part("year")}-${part("month")}-${part("day")}`, language);
  return `${date}${language === "fr" ? " à " : ", "}${part("hour")}:${part("minute")}`;
}

/** A wind in m/s, with its sign. */
export function formatWind(wind: number, language: Language): string {
  return `${wind > 0 ? "+" : wind < 0 ? "−" : ""}${formatDecimal(Math.abs(wind), 1, language)}`;
}
