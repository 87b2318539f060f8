import type { Language } from "../i18n/language.ts";

/** What a spreadsheet would take for a formula; a number with a sign is none. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d+(?:[.,]\d+)?$))/;

/** A cell that is text and nothing else, whatever it begins with. */
function cell(text: string, separator: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/**
 * Writes rows as a file that spreadsheets open: a semicolon between cells where the comma is in the numbers, a mark
 * at the beginning that says UTF-8, and no cell that could be run as a formula.
 *
 * @param rows Texts of the cells, the head first.
 */
export function csvText(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === "fr" ? ";" : ",";
  const lines = rows.map((row) => row.map((text) => cell(text, separator)).join(separator));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
