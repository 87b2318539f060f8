import { childElements, type HtmlElement, tableRows, text } from "../html.ts";
import { type PageKind, PageShapeError } from "../shape.ts";
import { cellsOf } from "./rows.ts";

/** The index of each wanted column, found by the title above it. */
export type Columns<K extends string> = Record<K, number>;

/** Words above the columns, without accents and case; the keys in the order of the columns. */
export type ColumnNames<K extends string> = Record<K, RegExp>;

/** Fewest header cells that make a row the header of a table. */
const HEADER_CELLS = 3;

/**
 * Finds the columns of a table by its header, in whatever row that is; without a header they are
 * assumed to be in the given order, from the first cell on.
 *
 * @throws {PageShapeError} If the table has a header and a wanted column is not in it.
 */
export function findColumns<K extends string>(
  page: PageKind,
  table: HtmlElement,
  names: ColumnNames<K>,
): Columns<K> {
  const patterns = Object.entries<RegExp>(names) as [K, RegExp][];
  const header = headerOf(table);
  const at = ([key, pattern]: [K, RegExp], position: number): [K, number] => {
    if (header === null) return [key, position];
    const index = header.findIndex((title) => pattern.test(title));
    if (index === -1) {
      throw new PageShapeError(page, `its table has no column "${key}": ${header.join(" | ")}`);
    }
    return [key, index];
  };
  return Object.fromEntries(patterns.map(at)) as Columns<K>;
}

/** Titles of a table's columns, without accents and case; null when it has no header. */
export function headerOf(table: HtmlElement): string[] | null {
  const rows = [...tableRows(table), ...childElements(table, "thead")];
  const header = rows.map((row) => childElements(row, "th")).find((cells) =>
    cells.length >= HEADER_CELLS
  );
  return header?.map((cell) => withoutAccents(text(cell))) ?? null;
}

/** Without accents and case. */
export function withoutAccents(value: string): string {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Reads the cells of a row by column; a missing cell reads as an empty text. */
export function cellReader<K extends string>(
  row: HtmlElement,
  columns: Columns<K>,
): (key: K) => string {
  const cells = cellsOf(row);
  return (key) => {
    const cell = cells[columns[key]];
    return cell === undefined ? "" : text(cell);
  };
}

/** Number of cells of a row that has all the columns. */
export function width(columns: Columns<string>): number {
  return Math.max(...Object.values(columns)) + 1;
}
