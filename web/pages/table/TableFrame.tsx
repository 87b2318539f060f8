import { effect, type ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../kit/language/language.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { CAPTION_ID } from "./caption_id.ts";
import type { DrawnTable, TableLook } from "./drawing.tsx";
import { showFirstMark } from "./first_mark.ts";
import { IN_BROWSER } from "./in_browser.ts";
import { drawing } from "./later_scripts.ts";
import { MARKING } from "./frame_events.ts";
import { lightHtml } from "./light.ts";

/** Class of the place, in the form, where it is said how many columns a narrow screen shows. */
export const COLUMNS_PLACE = "columns-place";

/**
 * The frame that the pace table scrolls in, and below it the records that have no cell.
 *
 * What the server drew stays until it changes: hydrating a thousand cells at the start would block
 * the page, and no cell has behavior of its own. What draws it anew is loaded then.
 */
export function TableFrame({ look, language, go, parts }: {
  look: ReadonlySignal<TableLook>;
  language: Language;
  go: (state: TableState) => void;
  /** What the server draws. */
  parts: DrawnTable | undefined;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const outside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [place, below] = [frame.current, outside.current];
    const beside = document.querySelector(`.${COLUMNS_PLACE}`);
    if (place === null || beside === null || below === null) return;
    // Once a newly shown athlete's records, or public ones, are there, some of them are in view.
    let shown = "";
    const showRecords = ({ state, athletes }: TableLook, page: boolean) => {
      const before = shown;
      const read = athletes.filter(({ records }) => records.length > 0);
      shown = [...read.map(({ ffaId }) => ffaId), ...state.records].join();
      if (shown === before || shown === "") return;
      // Once what stands over the table has its new height as well.
      requestAnimationFrame(() => showFirstMark(place, { page }));
    };
    let drawn = look.peek();
    // The browser may have restored where a page was scrolled to.
    showRecords(drawn, false);
    const first = drawn;
    let lights: ReturnType<typeof setTimeout>;
    const lightLater = () => {
      lights = setTimeout(() => light(place, language, LIT_AT_ONCE) && lightLater());
    };
    lightLater();
    let redraw: ((look: TableLook) => void) | undefined;
    const draw = (next: TableLook) => {
      drawn = next;
      drawing.use(({ createRedraw }) => {
        if (drawn !== next) return;
        if (redraw === undefined) {
          clearTimeout(lights);
          light(place, language);
          const options = { columns: beside, outside: below, first, language, go };
          redraw = createRedraw({ frame: place, ...options });
        }
        redraw(next);
        showRecords(next, true);
      }, reloadOnline);
    };
    // Before something is marked or has the focus, so that it stays so when the table changes.
    for (const type of ["click", MARKING]) {
      place.addEventListener(type, () => redraw === undefined && draw(look.peek()), {
        capture: true,
        once: true,
      });
    }
    return effect(() => {
      if (look.value !== drawn) draw(look.value);
    });
  }, []);
  return (
    <>
      <div class="frame-box">
        <div
          ref={frame}
          class="frame"
          id="table"
          role="region"
          aria-labelledby={CAPTION_ID}
          tabIndex={0}
          {...asDrawn(parts?.table())}
        />
      </div>
      <div ref={outside} class="outside-place" {...asDrawn(parts?.outside)} />
    </>
  );
}

/**
 * What the server draws; hydration keeps the existing content of an element with
 * `dangerouslySetInnerHTML`.
 */
export function asDrawn(children: ComponentChildren) {
  return IN_BROWSER ? { dangerouslySetInnerHTML: { __html: "" } } : { children };
}

/** The address has the state: the server draws it where no script can. */
function reloadOnline(): void {
  if (navigator.onLine) location.reload();
}

/** Headers that are made clickable in one task: a slow phone takes a millisecond for each. */
const LIT_AT_ONCE = 24;

/**
 * Makes headers that the server drew clickable, unless they are already.
 *
 * @param most How many; by default all.
 * @returns Whether there may be more.
 */
function light(frame: HTMLElement, language: Language, most = Infinity): boolean {
  let room = most;
  for (const header of frame.querySelectorAll("th[data-light]:not(:has(.light))")) {
    if (room-- === 0) return true;
    const what = header.textContent ?? "";
    const kind = header.getAttribute("scope") === "row" ? "row" : "column";
    const pressed = header.parentElement?.classList.contains("mine") ?? false;
    header.innerHTML = lightHtml({ kind, what, pressed, language });
  }
  return false;
}
