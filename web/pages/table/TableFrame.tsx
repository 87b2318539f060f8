import { effect, type ReadonlySignal } from "@preact/signals";
import { render, type VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../kit/language/language.ts";
import { Light } from "./Light.tsx";

/** Scripts draw, not the server. */
export const IN_BROWSER = "document" in globalThis;
/** Id of the element that says what the table is about. */
export const CAPTION_ID = "table-caption";

/**
 * The frame that the pace table scrolls in.
 *
 * The table that the server drew stands as it is until it changes: to wake a thousand cells at the
 * start would hold up the page, and none of them does anything by itself.
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
    // Before a header is lit, so that it stays lit when the table changes.
    current.addEventListener("click", () => draw(view.peek()), { capture: true, once: true });
    return effect(() => {
      if (view.value !== drawn) draw(view.value);
    });
  }, []);
  // Woken, an element with a content of its own keeps the one it has.
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

/** Makes the headers that the server drew ready to be pressed. */
function light(frame: HTMLElement, language: Language): void {
  for (const header of frame.querySelectorAll("th[data-light]")) {
    const what = header.textContent;
    header.textContent = "";
    render(<Light what={what} language={language} />, header);
  }
}
