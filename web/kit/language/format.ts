import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "./language.ts";

/** A number with fixed decimals and the language's decimal mark. */
export function formatDecimal(value: number, decimals: number, language: Language): string {
  return decimalText(value.toFixed(decimals), language);
}

// Made at their first use, and once: making one takes as long as ten rows of the table.
const counts: Partial<Record<Language, Intl.NumberFormat>> = {};
let days: Intl.DateTimeFormat | undefined;
let moments: Intl.DateTimeFormat | undefined;

/** A whole number with the language's thousands mark. */
export function formatCount(value: number, language: Language): string {
  return (counts[language] ??= new Intl.NumberFormat(language)).format(value);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date such as `2024-05-12`: `12/05/2024`, or `12 May 2024` in English. */
export function formatDate(iso: string, language: Language): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  return language === "fr"
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The minute that was asked for last, since 1970, and its day. */
let lastDay = { minute: NaN, day: "" };

/** The day of a moment in mainland France: `2026-11-29`. */
export function dayOf(moment: Date): string {
  // Every page says it, and time zones take as long as everything else in its foot.
  const minute = Math.floor(moment.getTime() / 60_000);
  if (lastDay.minute === minute) return lastDay.day;
  // Swedish writes dates as ISO does.
  days ??= new Intl.DateTimeFormat("sv", { timeZone: "Europe/Paris" });
  lastDay = { minute, day: days.format(moment) };
  return lastDay.day;
}

/** The day of a moment, in the time of mainland France: `29/11/2026`, `29 Nov 2026`. */
export function formatDay(moment: Date, language: Language): string {
  return formatDate(dayOf(moment), language);
}

/** A day such as `2026-12-01` in words: `mardi 1 décembre 2026`, `Tuesday 1 December 2026`. */
export function formatLongDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "fr" ? "fr" : "en-GB", {
    timeZone: "UTC",
    dateStyle: "full",
  }).format(new Date(day)).replace(",", "");
}

/** A moment from an ISO text, in the time of mainland France: the same on server and browser. */
export function formatMoment(iso: string, language: Language): string {
  moments ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    dateStyle: "short",
    timeStyle: "short",
  });
  const parts = moments.formatToParts(new Date(iso));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  const date = formatDate(`${part("year")}-${part("month")}-${part("day")}`, language);
  return `${date}${language === "fr" ? " à " : ", "}${part("hour")}:${part("minute")}`;
}

/** A wind in m/s, with its sign. */
export function formatWind(wind: number, language: Language): string {
  return `${wind > 0 ? "+" : wind < 0 ? "−" : ""}${formatDecimal(Math.abs(wind), 1, language)}`;
}
