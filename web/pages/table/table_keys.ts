/** The keys of the table: its headers and records are one stop, and so is a row of boxes. */
import { nextInOrder, type OneStop } from "../../kit/keyboard/one_stop.ts";

const ITEMS = ".light, .mark-button";

const itemsIn = (places: Iterable<Element>) =>
  Array.from(places, (place) => Array.from(place.querySelectorAll<HTMLElement>(ITEMS)))
    .flat()
    .filter((item) => item.offsetParent !== null);

/** The cells of a column, from top to bottom. */
function* columnOf(cell: HTMLTableCellElement): Iterable<Element> {
  for (const row of cell.closest("table")?.rows ?? []) {
    const below = row.cells[cell.cellIndex];
    if (below !== undefined) yield below;
  }
}

/**
 * The header or record that a key goes to: the next in its row or column. The row of headers and
 * their column meet in the corner.
 */
const nextInTable: OneStop["next"] = (item, key, items) => {
  const cell = item.closest<HTMLTableCellElement>("th, td");
  const row = cell?.parentElement;
  if (!cell || !row) return undefined;
  const isUpright = key === "ArrowUp" || key === "ArrowDown";
  const beside = nextInOrder(item, key, isUpright ? itemsIn(columnOf(cell)) : itemsIn([row]));
  if (beside !== undefined) return beside;
  const inHead = cell.closest("thead") !== null;
  if (inHead && (key === "ArrowLeft" || key === "ArrowDown")) {
    return items.find((other) => other.closest("tbody") !== null);
  }
  return !inHead && key === "ArrowUp" && cell.cellIndex === 0 ? items[0] : undefined;
};

/** What is one stop on the page of the table. */
export const TABLE_STOPS: readonly OneStop[] = [
  { group: ".paces", items: ITEMS, next: nextInTable },
  { group: ".columns .boxes", items: "input", next: nextInOrder },
];
