/** Space above the first record, so that its neighbors are visible, px. */
const ABOVE = 70;

/**
 * Scrolls the frame of the table, and never the page, to the first record when none is in view:
 * otherwise choosing an athlete might show no effect.
 */
export function showFirstMark(frame: HTMLElement): void {
  const marks = [...frame.querySelectorAll<HTMLElement>("td.marked")];
  const [first] = marks;
  if (!first) return;
  const head = frame.querySelector("thead")?.offsetHeight ?? 0;
  const side = frame.querySelector<HTMLElement>("tbody th")?.offsetWidth ?? 0;
  const box = frame.getBoundingClientRect();
  const bottom = Math.min(box.bottom, innerHeight);
  const seen = marks.some((mark) => {
    const { top, bottom: foot, left, right } = mark.getBoundingClientRect();
    return top >= box.top + head && foot <= bottom && left >= box.left + side &&
      right <= box.right;
  });
  // A frame below the screen is not scrolled yet.
  if (seen || box.top + head + ABOVE > innerHeight) return;
  const cell = first.getBoundingClientRect();
  const sideways = cell.right > box.right
    ? cell.right - box.right
    : Math.min(0, cell.left - box.left - side);
  frame.scrollBy({
    top: cell.top - box.top - head - ABOVE,
    left: sideways,
    behavior: "instant",
  });
}
