import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import { secondsToHundredths } from "@mypacer/shared/domain/measure/mark.ts";
import type { Language } from "../../kit/language/language.ts";

/** Texts that a spreadsheet would take for a formula; a signed number is not one. */
const FORMULA = /^(?:[=@\t\r\n]|[+-](?!\d+(?:[.,]\d+)?$))/;

/**
 * A cell that a spreadsheet reads as text, whatever it begins with. No-break spaces are for lines
 * of a page: in a cell nobody could search for what they part.
 */
function cell(written: string, separator: string): string {
  // Most cells are figures, which need no further check.
  if (/^[\d:]+$/.test(written)) return written;
  const text = written.replaceAll(/[\u00a0\u202f]/g, " ");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/**
 * Writes rows as a file that spreadsheets open: a semicolon between cells where the comma is in the
 * numbers, a byte order mark for UTF-8, and no cell that could be run as a formula.
 *
 * @param rows Texts of the cells, the head first.
 */
export function csvText(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === "fr" ? ";" : ",";
  const lines = rows.map((row) => row.map((text) => cell(text, separator)).join(separator));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

const two = (value: number) => value < 10 ? `0${value}` : String(value);

/** A number as a spreadsheet of the language reads it: `1609,344`, `1609.344`. */
export function csvNumber(value: number, language: Language): string {
  return decimalText(String(value), language);
}

/**
 * A duration as every spreadsheet reads it, hours first: two parts alone would be hours and
 * minutes.
 *
 * @param seconds Duration, s, 0 or more; rounded to hundredths, which are written where there are
 *   any.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { csvDuration } from "./csv.ts";
 * assertEquals(csvDuration(390, "fr"), "0:06:30");
 * assertEquals(csvDuration(38.5, "fr"), "0:00:38,5");
 * assertEquals(csvDuration(38.5, "en"), "0:00:38.5");
 * ```
 */
export function csvDuration(seconds: number, language: Language): string {
  const hundredths = secondsToHundredths(seconds);
  const whole = Math.floor(hundredths / 100);
  const clock = `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${
    two(whole % 60)
  }`;
  const rest = hundredths % 100;
  return rest === 0
    ? clock
    : `${clock}${language === "fr" ? "," : "."}${two(rest).replace(/0+$/, "")}`;
}
