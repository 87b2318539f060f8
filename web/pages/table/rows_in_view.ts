/** Rows that fill the tallest frame, with some reserve. */
const SCREENFUL = 60;
/** Smallest height of a row, px. */
const ROW_HEIGHT = 24;

/** Number of rows down to the end of the visible part, at any scroll position of their frame. */
export function rowsInView({ scrollTop }: Element): number {
  return Math.ceil(scrollTop / ROW_HEIGHT) + SCREENFUL;
}
