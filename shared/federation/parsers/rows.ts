import type { HtmlElement } from "../html.ts";
import { childElements, hasClass } from "../html.ts";
import { outline, type PageKind, PageShapeError, type RowProblem } from "../shape.ts";

/** A row does not hold what it must. The message carries no personal data. */
export class RowError extends Error {
  override name = "RowError";
}

/** Notes that something of a row could not be read while the rest stands. */
export type Note = (message: string) => void;

/**
 * Reads the data rows of a page one by one: a broken row is reported and left out.
 *
 * @param read Makes entries of a row; throws {@link RowError} when it is broken.
 * @throws {PageShapeError} If there are rows and every one of them is broken.
 */
export function readRows<T>(
  page: PageKind,
  rows: readonly HtmlElement[],
  read: (row: HtmlElement, note: Note) => T[],
): { entries: T[]; problems: RowProblem[] } {
  const entries: T[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((element, row) => {
    const report = (message: string, skipped: boolean) =>
      problems.push({ page, row, message, excerpt: outline(element), skipped });
    try {
      entries.push(...read(element, (message) => report(message, false)));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      report(error.message, true);
    }
  });
  const broken = problems.filter(({ skipped }) => skipped);
  const [first] = broken;
  if (first !== undefined && broken.length === rows.length) {
    throw new PageShapeError(page, `no row is readable; ${first.message}: ${first.excerpt}`, {
      row: first.row,
    });
  }
  return { entries, problems };
}

/** Reads a value, or notes that it cannot be read and gives null. */
export function orNote<T>(read: () => T, note: Note, message: string): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    note(message);
    return null;
  }
}

/** Cells of a row itself, without those of a table inside a cell. */
export function cellsOf(row: HtmlElement): HtmlElement[] {
  return childElements(row, "td");
}

/**
 * Whether a row holds data: several cells of its own, and no repetition of another row for phones. Titles,
 * pagers and a remark that there is nothing take one cell.
 */
export function isData(row: HtmlElement): boolean {
  return cellsOf(row).length > 1 && !hasClass(row, "detail-row");
}
