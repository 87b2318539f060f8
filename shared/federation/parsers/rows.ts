import type { HtmlElement } from "../html.ts";
import { childElements, hasClass } from "../html.ts";
import { HARMLESS, outline, type PageKind, PageShapeError, type RowProblem } from "../shape.ts";

/** A row lacks a required part. The message has no personal data. */
export class RowError extends Error {
  override name = "RowError";
}

/** A row is well formed, except for one value without which it is useless. */
export class ValueError extends RowError {
  override name = "ValueError";
}

/** From this many rows without a readable value on, the page's layout changed. */
const TELLING = 3;

/**
 * Reports that part of a row could not be read while the rest is kept.
 *
 * @param options.isHarmless It was read, but looks odd.
 * @param options.isValue It is the main value of the row: a page without any such value changed.
 */
export type Note = (
  message: string,
  options?: { isHarmless?: boolean; isValue?: boolean },
) => void;

/**
 * Reads the data rows of a page one by one: a broken row is reported and left out.
 *
 * @param read Makes entries of a row; throws {@link RowError} when it is broken.
 * @throws {PageShapeError} If there are rows and every one of them is broken, except for a few that
 *   only lack a readable mark.
 */
export function readRows<T>(
  page: PageKind,
  rows: readonly HtmlElement[],
  read: (row: HtmlElement, note: Note) => T[],
): { entries: T[]; problems: RowProblem[] } {
  const entries: T[] = [];
  const problems: RowProblem[] = [];
  let values = 0;
  rows.forEach((element, row) => {
    const problem = (message: string) => ({ page, row, message, excerpt: outline(element) });
    const note: Note = (message, { isHarmless = false, isValue = false } = {}) => {
      problems.push({ ...problem(message), ...isHarmless ? HARMLESS : { skipped: false } });
      if (isValue) values++;
    };
    try {
      entries.push(...read(element, note));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      problems.push({ ...problem(error.message), skipped: true });
      if (error instanceof ValueError) values++;
    }
  });
  const [first] = problems.filter(({ isHarmless }) => !isHarmless);
  const broken = problems.filter(({ skipped }) => skipped);
  // A few rows with odd marks may be all that an athlete has: they do not show a changed page.
  const isUnread = values === rows.length ? rows.length >= TELLING : broken.length === rows.length;
  if (first !== undefined && isUnread) {
    throw new PageShapeError(page, `no row is readable; ${first.message}: ${first.excerpt}`, {
      row: first.row,
    });
  }
  return { entries, problems };
}

/** Reads a value, or notes that it cannot be read and gives null. */
export function readOrNote<T>(read: () => T, note: Note, message: string): T | null {
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
 * Whether a row holds data: several cells of its own, and no repetition of another row for phones.
 * Titles, pagers and "no entries" take one cell.
 */
export function isData(row: HtmlElement): boolean {
  return cellsOf(row).length > 1 && !hasClass(row, "detail-row");
}
