/** Rows that fill the tallest frame, and some more. */
const SCREENFUL = 60;
/** Height that a row has at least, px. */
const ROW_HEIGHT = 24;

/** How many rows of the table reach below what is in view, wherever it is scrolled to. */
export function rowsInView(root: HTMLElement | null): number {
  const scrolled = root?.querySelector(".frame")?.scrollTop ?? 0;
  return Math.ceil(scrolled / ROW_HEIGHT) + SCREENFUL;
}
