/** Long enough to be seen, short enough for the next change. */
const MOTION = { duration: 160, easing: "ease-out" };

/**
 * Most rows of a table that slides: laying out and painting those in view once more takes as long
 * as it should take until a larger one is seen.
 */
const MOST_ROWS = 100;

/** The rows of a frame's table that are in view. */
function rowsSeen(frame: Element): HTMLTableRowElement[] {
  const table = frame.querySelector("table");
  if (table === null) return [];
  const { top } = table.getBoundingClientRect();
  return Array.from(table.tBodies[0]?.rows ?? []).filter(({ offsetTop, offsetHeight }) =>
    offsetTop + offsetHeight > -top && offsetTop < innerHeight - top
  );
}

const paceOf = (row: HTMLTableRowElement) => row.cells[0]?.dataset.light;

/**
 * Notes where the rows in view are, before others are drawn in their frame.
 *
 * @returns A function for afterwards, by which they slide from there to their places: a new one
 *   comes out from under the one above it. Nothing moves for those who asked for rest.
 */
export function noteRowPlaces(frame: Element): () => void {
  const large = frame.querySelectorAll("tbody > tr").length > MOST_ROWS;
  if (large || matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  const before = new Map(rowsSeen(frame).map((row) => [paceOf(row), row.offsetTop]));
  // Where they are now is read in the frame that shows it, which lays them out anyway.
  return () =>
    requestAnimationFrame(() => {
      let from: number | undefined;
      const moves = rowsSeen(frame).map((row) => {
        from = before.get(paceOf(row)) ?? from;
        return { row, by: from === undefined ? 0 : from - row.offsetTop };
      });
      for (const { row, by } of moves) {
        if (by !== 0) row.animate({ translate: [`0 ${by}px`, "0 0"] }, MOTION);
      }
    });
}
