/**
 * Highlights the column under the pointer, and the row or column whose header was clicked. The
 * highlight is a class of the column, so that the browser redraws thousands of cells without
 * scripts. Rows under the pointer are highlighted by the style sheet.
 *
 * @returns A function that stops it.
 */
export function followLights(root: HTMLElement): () => void {
  const cellOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLTableCellElement>(".paces td, .paces th") : null;
  const columnOf = (cell: HTMLTableCellElement) =>
    cell.closest("table")?.querySelectorAll("col")[cell.cellIndex];
  let pointed: Element | undefined;
  const point = (column: Element | undefined) => {
    if (column === pointed) return;
    pointed?.classList.remove("pointed");
    column?.classList.add("pointed");
    pointed = column;
  };

  const follow = ({ target }: Event) => {
    const cell = cellOf(target);
    point(cell === null || cell.cellIndex === 0 ? undefined : columnOf(cell));
  };
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(".light") : null;
    const cell = cellOf(button);
    if (button === null || cell === null) return;
    const lit = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(lit));
    const line = cell.scope === "row" ? cell.parentElement : columnOf(cell);
    line?.classList.toggle("lit", lit);
  };
  const leave = () => point(undefined);
  root.addEventListener("pointerover", follow);
  root.addEventListener("pointerleave", leave);
  root.addEventListener("focusin", follow);
  root.addEventListener("focusout", leave);
  root.addEventListener("click", press);
  return () => {
    root.removeEventListener("pointerover", follow);
    root.removeEventListener("pointerleave", leave);
    root.removeEventListener("focusin", follow);
    root.removeEventListener("focusout", leave);
    root.removeEventListener("click", press);
  };
}
