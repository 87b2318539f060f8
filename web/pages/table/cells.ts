import { textsOf } from "../../kit/texts/texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { cellOf, columnOf } from "./columns_pointed.ts";
import { MARKING, REDRAW } from "./frame_events.ts";
import type { PointingOptions } from "./pointing_options.ts";

/** Steps of the arrow keys: columns, rows. */
const STEPS: Record<string, readonly [columns: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Follows the cell that is tapped, or that the arrow keys lead to: its row and its column are
 * marked, and what it says is told at the foot of the screen until it is tapped again, closed, or
 * Escape is pressed. The header of a row makes it "ma ligne", so does Enter in any cell of it. The
 * keys begin at the frame; the stop of headers and records is beside them.
 *
 * @returns A function that stops it.
 */
export function followCells(
  root: HTMLElement,
  { language, announce, pin }: PointingOptions,
): () => void {
  const frame = root.querySelector<HTMLElement>(".frame");
  if (frame === null) return () => {};
  const t = textsOf(language).table;
  const foot = document.createElement("div");
  foot.className = "cell-foot on-screen";
  foot.hidden = true;
  // Heard already: the cell has the focus, or its text was announced.
  const words = document.createElement("p");
  words.setAttribute("aria-hidden", "true");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "cell-close";
  close.setAttribute("aria-label", t.closeCell);
  close.textContent = "×";
  foot.append(words, close);
  root.append(foot);

  let current: HTMLTableCellElement | null = null;
  const mark = (cell: HTMLTableCellElement | null) => {
    if (current !== null) {
      current.classList.remove("here");
      current.parentElement?.classList.remove("crossed");
      columnOf(current)?.classList.remove("crossed");
    }
    current = cell;
    foot.hidden = cell === null;
    if (cell === null) return;
    cell.classList.add("here");
    cell.parentElement?.classList.add("crossed");
    columnOf(cell)?.classList.add("crossed");
    words.textContent = cellWords(cell, language);
  };
  const leave = () => mark(null);
  const pinRow = (cell: HTMLTableCellElement) => {
    const pace = cell.parentElement?.querySelector<HTMLElement>("th[scope=row]")?.dataset.light;
    if (pace) pin(Number(pace));
  };
  const press = ({ target }: MouseEvent) => {
    const cell = cellOf(target);
    if (cell === null || !frame.contains(cell)) return;
    if (cell.scope === "row") return pinRow(cell);
    if (cell.parentElement?.parentElement?.tagName !== "TBODY") return;
    if (cell === current) return leave();
    mark(cell);
    announce(words.textContent ?? "");
  };
  const move = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (key === "Escape") {
      leave();
      if (frame.contains(document.activeElement)) frame.focus();
      return;
    }
    const cell = cellOf(target);
    // Headers and records have keys of their own (table_keys.ts).
    if (target !== frame && target !== cell || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (key === "Enter" && cell !== null) {
      event.preventDefault();
      return pinRow(cell);
    }
    const step = STEPS[key];
    if (step === undefined) return;
    event.preventDefault();
    const next = cell === null ? firstInView(frame) : neighbor(cell, step);
    if (next === null) return;
    frame.dispatchEvent(new Event(MARKING));
    next.tabIndex = -1;
    next.focus();
    mark(next);
  };
  root.addEventListener("click", press);
  root.addEventListener("keydown", move);
  // Another table has other cells.
  frame.addEventListener(REDRAW, leave);
  close.addEventListener("click", leave);
  return () => {
    root.removeEventListener("click", press);
    root.removeEventListener("keydown", move);
    frame.removeEventListener(REDRAW, leave);
    foot.remove();
  };
}

/** Cells of a row that can be seen. */
function seenCells(row: Element | null): HTMLTableCellElement[] {
  return [...(row?.querySelectorAll<HTMLTableCellElement>("th, td") ?? [])]
    .filter(({ offsetParent }) => offsetParent !== null);
}

/** The cell beside another; null at the edge. */
function neighbor(
  cell: HTMLTableCellElement,
  [columns, rows]: readonly [number, number],
): HTMLTableCellElement | null {
  const all = [...(cell.closest("table")?.querySelectorAll("tr") ?? [])];
  const row = all[all.indexOf(cell.parentElement as HTMLTableRowElement) + rows] ?? null;
  return seenCells(row)[seenCells(cell.parentElement).indexOf(cell) + columns] ?? null;
}

/** The header of the first row below the headers of the columns. */
function firstInView(frame: HTMLElement): HTMLTableCellElement | null {
  const top = frame.querySelector("thead")?.getBoundingClientRect().bottom ?? 0;
  const heads = [...frame.querySelectorAll<HTMLTableCellElement>("tbody th")];
  return heads.find((head) => head.getBoundingClientRect().top >= top - 1) ?? heads[0] ?? null;
}

/** What a cell says: what its row goes by, the row's other facts, and its own time. */
function cellWords(cell: HTMLTableCellElement, language: Language): string {
  const heads = cell.closest("table")?.querySelectorAll<HTMLTableCellElement>("thead th") ?? [];
  const cells = [...(cell.parentElement?.children ?? [])] as HTMLTableCellElement[];
  const fact = (one: HTMLTableCellElement) => {
    const head = heads[one.cellIndex];
    const unit = head?.querySelector(".unit")?.textContent ?? "";
    const text = (one.querySelector(".time") ?? one).textContent ?? "";
    if (unit !== "") return unit.startsWith("/") ? text + unit : `${text}\u00a0${unit}`;
    const colon = language === "fr" ? "\u00a0:" : ":";
    return `${head?.textContent ?? ""}${colon} ${text}`;
  };
  const facts = cells.filter((one) => heads[one.cellIndex]?.querySelector(".unit"));
  const own = facts.includes(cell) ? [] : [cell];
  return [...facts, ...own].map(fact).join(" · ");
}
