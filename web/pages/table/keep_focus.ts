import { cellOf } from "./columns_pointed.ts";

/**
 * Draws the table anew and gives the focus back to the cell of the same row and column, or to what
 * can be pressed in it, where its row was written anew; to the frame when there is no such row.
 *
 * @param draw Draws the table in the frame.
 */
export function keepFocus(frame: Element, draw: () => void): void {
  const focused = document.activeElement;
  const cell = frame.contains(focused) ? cellOf(focused) : null;
  const pace = cell?.parentElement?.querySelector<HTMLElement>("[scope=row]")?.dataset.light;
  const column = cell?.cellIndex;
  const pressed = focused !== cell;
  draw();
  if (column === undefined || document.activeElement === focused) return;
  const head = frame.querySelector(`[scope=row][data-light="${pace}"]`);
  const again = head?.parentElement?.children[column];
  const target = (pressed ? again?.querySelector("button") : again) ?? frame;
  if (!(target instanceof HTMLElement)) return;
  if (target === again) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
