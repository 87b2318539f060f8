/** Rows that fill the tallest frame, with some reserve. */
const SCREENFUL = 60;
/** Smallest height of a row, px. */
const ROW_HEIGHT = 24;

/** Number of rows down to the end of the visible part, at any scroll position. */
export function rowsInView(root: HTMLElement | null): number {
  const scrolled = root?.querySelector(".frame")?.scrollTop ?? 0;
  return Math.ceil(scrolled / ROW_HEIGHT) + SCREENFUL;
}
