import { attribute, type HtmlElement, text } from "./html.ts";

/** Kinds of pages of the federation's site that are read. */
export type PageKind =
  | "club-list"
  | "roster"
  | "club-results"
  | "athlete"
  | "records"
  | "results"
  | "search";

/**
 * A page lacks a required part: the site changed, or the answer is not such a page.
 *
 * Nothing of it may be stored, least of all "nothing found".
 */
export class PageShapeError extends Error {
  override name = "PageShapeError";

  /** Row of the page, counted from 0 among its data rows; null for the page as a whole. */
  readonly row: number | null;

  /** @param page Which kind of page was expected. */
  constructor(
    readonly page: PageKind,
    message: string,
    { row = null, cause }: { row?: number | null; cause?: unknown } = {},
  ) {
    super(
      `Cannot read ${page} page${row === null ? "" : `, row ${row}`}: ${message}`,
      cause === undefined ? undefined : { cause },
    );
    this.row = row;
  }
}

/** A row that could not be read, or not wholly, while the rest of its page could. */
export interface RowProblem {
  page: PageKind;
  /** Counted from 0 among the data rows of the page; null outside the rows. */
  row: number | null;
  /** What is wrong, without personal data. */
  message: string;
  /** The row's outline, every letter as `a` and every digit as `9`: fit for a log. */
  excerpt: string;
  /**
   * True when the row was left out; false when it is there, with `null` in place of what was
   * unreadable.
   */
  skipped: boolean;
  /** True when nothing is missing: the value was read as published, but looks odd. */
  isHarmless?: boolean;
}

/** Flags of a problem that loses nothing. */
export const HARMLESS = { skipped: false, isHarmless: true } as const;

/** Longest outline of a row that a report carries. */
const EXCERPT_LENGTH = 240;

/**
 * Outline of a row for a report: its tags and classes, and the pattern of its text without the
 * text.
 */
export function outline(node: HtmlElement): string {
  return cut(describe(node));
}

/**
 * Outline of plain text: runs of letters as `a` (`A` where the run begins with a capital), digits
 * as `9`.
 */
export function outlineText(value: string): string {
  return cut(mask(value));
}

function describe(node: HtmlElement): string {
  const classes = attribute(node, "class");
  const inside = node.children.map((child) =>
    child.type === "tag" ? describe(child) : mask(text(child))
  ).join("");
  return `<${node.name}${classes ? ` class="${classes}"` : ""}>${inside}</${node.name}>`;
}

function mask(value: string): string {
  return value
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (run) => /^\p{Lu}/u.test(run) ? "A" : "a")
    .replace(/\p{N}/gu, "9");
}

function cut(value: string): string {
  return value.length > EXCERPT_LENGTH ? `${value.slice(0, EXCERPT_LENGTH - 1)}…` : value;
}
