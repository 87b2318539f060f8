import { drawing, pointing } from "./later_scripts.ts";
import type { PointingOptions } from "./pointing_options.ts";

/** What tells that somebody is about to use the table. */
const INTENTS = ["pointerover", "focusin", "click", "keydown"] as const;

/**
 * Loads what follows the pointer and the keys, and what draws the table anew, once somebody is
 * about to use the page. What is pressed in the table before that is there is pressed again.
 *
 * @returns A function that stops it.
 */
export function prepareOnIntent(root: HTMLElement, options: PointingOptions): () => void {
  let stop: (() => void) | null = null;
  const early: (() => void)[] = [];
  const begin = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLElement && target.closest(".frame") !== null) {
      if (event.type === "click") early.push(() => target.click());
      if (event instanceof KeyboardEvent) {
        const { key } = event;
        early.push(() =>
          target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
        );
      }
    }
    // A header is highlighted in a table that a script drew, so that it stays so when it changes.
    drawing.use(() =>
      pointing.use(({ followPointing }) => {
        leave();
        stop ??= followPointing(root, options);
        for (const press of early.splice(0)) press();
      })
    );
  };
  const leave = () => INTENTS.forEach((type) => root.removeEventListener(type, begin));
  for (const type of INTENTS) root.addEventListener(type, begin);
  return () => {
    leave();
    stop?.();
  };
}
