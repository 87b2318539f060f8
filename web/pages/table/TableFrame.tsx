import { effect, type ReadonlySignal } from "@preact/signals";
import { render, type VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../kit/language/language.ts";
import { Light } from "./Light.tsx";

/** Whether this runs in the browser. */
export const IN_BROWSER = "document" in globalThis;
/** Id of the table's caption. */
export const CAPTION_ID = "table-caption";

/**
 * The frame that the pace table scrolls in.
 *
 * The table that the server drew stays until it changes: hydrating a thousand cells at the start
 * would block the page, and no cell has behavior of its own.
 */
export function TableFrame(
  { view, language }: { view: ReadonlySignal<VNode>; language: Language },
) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const drawn = view.peek();
    // A task of its own.
    const lights = setTimeout(() => light(current, language));
    const draw = (table: VNode) => {
      clearTimeout(lights);
      render(table, current);
    };
    // Before a header is highlighted, so that it stays so when the table changes.
    current.addEventListener("click", () => draw(view.peek()), { capture: true, once: true });
    return effect(() => {
      if (view.value !== drawn) draw(view.value);
    });
  }, []);
  // Hydration keeps the existing content of an element with `dangerouslySetInnerHTML`.
  const content = IN_BROWSER
    ? { dangerouslySetInnerHTML: { __html: "" } }
    : { children: view.value };
  return (
    <div
      ref={frame}
      class="frame"
      id="table"
      role="region"
      aria-labelledby={CAPTION_ID}
      tabIndex={0}
      {...content}
    />
  );
}

/** Makes the headers that the server drew clickable. */
function light(frame: HTMLElement, language: Language): void {
  for (const header of frame.querySelectorAll("th[data-light]")) {
    const what = header.textContent;
    header.textContent = "";
    render(<Light what={what} language={language} />, header);
  }
}
