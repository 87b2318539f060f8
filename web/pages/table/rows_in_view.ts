/** Rows that fill the tallest screen, with some reserve. */
const SCREENFUL = 60;
/** Smallest height of a row, px. */
const ROW_HEIGHT = 24;

/**
 * Number of rows down to the end of the visible part, at any scroll position of their frame, or of
 * the page where the frame has no scroll of its own.
 */
export function rowsInView(frame: Element): number {
  const scrolled = Math.max(frame.scrollTop, -frame.getBoundingClientRect().top);
  return Math.ceil(Math.max(0, scrolled) / ROW_HEIGHT) + SCREENFUL;
}
