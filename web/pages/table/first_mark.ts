/** Space above the first record, so that its neighbors are visible, px. */
const ABOVE = 70;
/** Space beside it, since more columns cast a shadow at the edge, px. */
const EDGE = 24;
/** Space below it, where the page is scrolled, px. */
const BELOW = 16;

/** Bottom of what is seen of the page, px: a keyboard on the screen covers the rest. */
function seenBottom(): number {
  const { visualViewport } = globalThis;
  return visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
}

/**
 * Scrolls the frame of the table to the first record when none is in view: otherwise choosing an
 * athlete might show no effect.
 *
 * @param page Whether the page may be scrolled as well, as far as that record needs.
 */
export function showFirstMark(frame: HTMLElement, { page }: { page: boolean }): void {
  const marks = [...frame.querySelectorAll<HTMLElement>("td.marked")];
  const head = frame.querySelector("thead")?.offsetHeight ?? 0;
  const side = frame.querySelector<HTMLElement>("tbody th")?.offsetWidth ?? 0;
  const box = frame.getBoundingClientRect();
  const bottom = Math.min(box.bottom, seenBottom());
  const seen = marks.some((mark) => {
    const { top, bottom: foot, left, right } = mark.getBoundingClientRect();
    return top >= box.top + head && foot <= bottom && left >= box.left + side &&
      right <= box.right;
  });
  if (seen) return;
  const rest = frame.scrollHeight - frame.clientHeight - frame.scrollTop;
  /** How far the frame has to be scrolled down for a mark, and to the right, px. */
  const down = (mark: Element) => mark.getBoundingClientRect().top - box.top - head - ABOVE;
  const right = (mark: Element) => Math.max(0, mark.getBoundingClientRect().right - box.right);
  // Rather not one of the last rows, which stay at the foot, and one that leaves the first columns
  // where they are.
  const reachable = marks.filter((mark) => down(mark) <= rest);
  const [first] = (reachable.length > 0 ? reachable : marks).sort((a, b) => right(a) - right(b));
  if (!first) return;
  // A frame below the screen is not scrolled yet.
  if (!page && box.top + head + ABOVE > seenBottom()) return;
  const cell = first.getBoundingClientRect();
  const sideways = cell.right > box.right
    ? Math.ceil(cell.right - box.right) + EDGE
    : Math.min(0, cell.left - box.left - side);
  frame.scrollBy({
    top: cell.top - box.top - head - ABOVE,
    left: sideways,
    behavior: "instant",
  });
  // The last rows cannot be scrolled any higher in their frame.
  const under = first.getBoundingClientRect().bottom + BELOW - seenBottom();
  if (page && under > 0) scrollBy({ top: under, behavior: "instant" });
}
