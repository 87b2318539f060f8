import { effect, type ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChosenProps } from "./ChosenAthletes.tsx";
import { IN_BROWSER } from "./in_browser.ts";
import { drawing } from "./later_scripts.ts";

/** Those that only scripts answer: the browser itself opens and closes sheets. */
const OWN_BUTTONS = "button[type=button]:not([popovertarget])";

/**
 * The place of the chosen athletes. What draws them is loaded with the table's drawing, once they
 * change or somebody is about to use them: until then what the server drew works as without
 * scripts.
 */
export function ChosenPlace({ chosen }: { chosen: ReadonlySignal<ChosenProps> }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the buttons that were pressed before hydration are pressed again.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    // What the server drew stands until it changes, or somebody is about to use it.
    const first = chosen.peek();
    let isDrawn = first.athletes.length > 0;
    /** Buttons that were pressed before a script drew them. */
    const pressed: HTMLElement[] = [];
    const draw = () =>
      drawing.use(({ drawChosen }) => {
        drawChosen(chosen.peek(), current);
        current.removeEventListener("click", note);
        for (const button of pressed.splice(0)) button.click();
      });
    const note = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>(OWN_BUTTONS) : null;
      if (button === null) return;
      pressed.push(button);
      draw();
    };
    current.addEventListener("click", note);
    for (const intent of ["pointerover", "focusin"]) {
      current.addEventListener(intent, draw, { once: true });
    }
    return effect(() => {
      const { athletes, problem } = chosen.value;
      if (chosen.value === first || !isDrawn && athletes.length === 0 && !problem) return;
      isDrawn = true;
      draw();
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
