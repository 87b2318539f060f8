/**
 * Highlights the column under the pointer, and those whose header was pressed. The highlight is a
 * class of the column, so that the browser redraws thousands of cells without scripts. Rows under
 * the pointer are highlighted by the style sheet.
 *
 * @returns A function that stops it.
 */
export function followColumns(root: HTMLElement): () => void {
  let pointed: Element | null = null;
  const point = (column: Element | null) => {
    if (column === pointed) return;
    pointed?.classList.remove("pointed");
    column?.classList.add("pointed");
    pointed = column;
  };
  const follow = ({ target }: Event) => {
    const cell = cellOf(target);
    point(cell === null || cell.cellIndex === 0 ? null : columnOf(cell));
  };
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("thead .light") : null;
    const cell = cellOf(button);
    if (button === null || cell === null) return;
    const lit = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(lit));
    columnOf(cell)?.classList.toggle("lit", lit);
  };
  const leave = () => point(null);
  root.addEventListener("pointerover", follow);
  root.addEventListener("pointerleave", leave);
  root.addEventListener("click", press);
  return () => {
    root.removeEventListener("pointerover", follow);
    root.removeEventListener("pointerleave", leave);
    root.removeEventListener("click", press);
  };
}

/** The cell of the table that something is in. */
export function cellOf(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element
    ? target.closest<HTMLTableCellElement>(".paces td, .paces th")
    : null;
}

/** The column that a cell is in. */
export function columnOf(cell: HTMLTableCellElement): Element | null {
  return cell.closest("table")?.querySelectorAll("col")[cell.cellIndex] ?? null;
}
