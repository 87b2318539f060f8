/** Gap between a cell and its details, px. */
const GAP = 6;
/** Below this width, px, the style sheet shows the details as a sheet at the foot of the screen. */
const SHEET_BELOW = 600;

/**
 * Places the details of a record beside its cell while it is pointed at or focused, and hides them
 * at Escape. Without it the style sheet shows them at the foot of the screen.
 *
 * @returns A function that stops it.
 */
export function followTips(root: HTMLElement): () => void {
  const markOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>(".mark") : null;

  const show = ({ target }: Event) => {
    const mark = markOf(target);
    const tip = mark?.querySelector<HTMLElement>(".tip");
    if (!mark || !tip) return;
    place(mark, tip);
  };
  const putAway = ({ key }: KeyboardEvent) => {
    if (key !== "Escape") return;
    for (const mark of root.querySelectorAll<HTMLElement>(".mark:hover, .mark:focus-within")) {
      mark.dataset.put = "away";
    }
  };
  const bringBack = ({ target, relatedTarget }: PointerEvent | FocusEvent) => {
    const mark = markOf(target);
    if (mark && mark !== markOf(relatedTarget)) delete mark.dataset.put;
  };
  const keepUp = () => {
    const mark = root.querySelector<HTMLElement>(".mark:focus-within, .mark:hover");
    const tip = mark?.querySelector<HTMLElement>(".tip");
    if (mark && tip) place(mark, tip);
  };
  root.addEventListener("pointerover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("pointerout", bringBack);
  root.addEventListener("focusout", bringBack);
  document.addEventListener("keydown", putAway);
  // The frame and the page both scroll: scroll events do not bubble, but they are seen on the way
  // down.
  document.addEventListener("scroll", keepUp, { capture: true, passive: true });
  return () => {
    root.removeEventListener("pointerover", show);
    root.removeEventListener("focusin", show);
    root.removeEventListener("pointerout", bringBack);
    root.removeEventListener("focusout", bringBack);
    document.removeEventListener("keydown", putAway);
    document.removeEventListener("scroll", keepUp, { capture: true });
  };
}

/** Puts the details under the cell, or over it where there is no room below. */
function place(mark: HTMLElement, tip: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  if (clientWidth < SHEET_BELOW) {
    tip.removeAttribute("style");
    tip.classList.remove("tip-placed");
    return;
  }
  tip.classList.add("tip-placed");
  const cell = mark.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(cell.left, clientWidth - width - GAP));
  const below = cell.bottom + GAP;
  const top = below + height > clientHeight ? Math.max(GAP, cell.top - height - GAP) : below;
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}
