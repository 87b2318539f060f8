import { effect, type ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChosenProps } from "./ChosenAthletes.tsx";
import { IN_BROWSER } from "./in_browser.ts";
import { drawing } from "./later_scripts.ts";

/** Those that only scripts answer: the browser itself opens and closes sheets. */
const OWN_BUTTONS = "button[type=button]:not([popovertarget])";

/**
 * The place of the chosen athletes. What draws them is loaded with the table's drawing, and only
 * where somebody is chosen: until then what the server drew works as without scripts.
 */
export function ChosenPlace({ chosen }: { chosen: ReadonlySignal<ChosenProps> }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the buttons that were pressed before hydration are pressed again.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    let isEmpty = true;
    /** Buttons that were pressed before a script drew them. */
    const pressed: HTMLElement[] = [];
    const note = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>(OWN_BUTTONS) : null;
      if (button !== null) pressed.push(button);
    };
    current.addEventListener("click", note);
    return effect(() => {
      const { athletes, problem } = chosen.value;
      if (isEmpty && athletes.length === 0 && !problem) return;
      isEmpty = false;
      drawing.use(({ drawChosen }) => {
        drawChosen(chosen.peek(), current);
        current.removeEventListener("click", note);
        for (const button of pressed.splice(0)) button.click();
      });
    });
  }, []);
  const Chosen = IN_BROWSER ? undefined : drawing.loaded()?.ChosenAthletes;
  // Hydration keeps what the server drew in an element with `dangerouslySetInnerHTML`.
  return (
    <div
      ref={place}
      class="chosen-place"
      {...Chosen === undefined
        ? { dangerouslySetInnerHTML: { __html: "" } }
        : { children: <Chosen {...chosen.value} /> }}
    />
  );
}
