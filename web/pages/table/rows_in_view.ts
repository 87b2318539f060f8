/** Rows below the visible ones that are drawn with them, for those who scroll meanwhile. */
const RESERVE = 8;
/** Smallest height of a row, px. */
const ROW_HEIGHT = 24;

/** How far the visible part of a frame's content reaches below its beginning, px. */
export function depthInView(frame: Element): number {
  return Math.max(0, frame.scrollTop + innerHeight - frame.getBoundingClientRect().top);
}

/**
 * Number of rows down to the end of the visible part, at any scroll position of their frame, or of
 * the page where the frame has no scroll of its own.
 */
export function rowsInView(frame: Element): number {
  return Math.ceil(depthInView(frame) / ROW_HEIGHT) + RESERVE;
}
