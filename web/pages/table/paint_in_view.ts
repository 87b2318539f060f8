import { depthInView } from "./rows_in_view.ts";

/** Painted below the visible part, for those who scroll at once, px. */
const RESERVE = 300;
/** How long the rest waits, ms: until the rows have come to their places (slide_rows.ts). */
const MOMENT = 200;

/**
 * Makes what has, for a moment or until the page is scrolled, only those rows painted that are in
 * view: a browser paints 4,000 px around them as well, which takes a third of the time in which a
 * change of a large table is seen. A frame that scrolls itself is painted as ever.
 */
export function createViewPainting(frame: Element): () => void {
  const box = frame.parentElement;
  if (box === null) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const paintAll = () => {
    clearTimeout(timer);
    removeEventListener("scroll", paintAll);
    box.style.removeProperty("clip-path");
  };
  return () => {
    clearTimeout(timer);
    if (getComputedStyle(frame).overflowY !== "visible") return;
    const depth = depthInView(frame) + RESERVE;
    box.style.clipPath = `inset(0 0 calc(100% - ${depth}px) 0)`;
    timer = setTimeout(paintAll, MOMENT);
    addEventListener("scroll", paintAll, { passive: true });
  };
}
