import { drawing, pointing } from "./later_scripts.ts";

/** What tells that somebody is about to use the table. */
const INTENTS = ["pointerover", "focusin", "click"] as const;

/**
 * Loads what follows the pointer and the keys, and what draws the table anew, once somebody is
 * about to use the page. Buttons of the table that are pressed before are pressed again.
 *
 * @returns A function that stops it.
 */
export function prepareOnIntent(root: HTMLElement): () => void {
  let stop = () => {};
  const pressed: HTMLElement[] = [];
  const begin = ({ type, target }: Event) => {
    const button = type === "click" && target instanceof Element
      ? target.closest<HTMLElement>(".frame button")
      : null;
    if (button !== null) pressed.push(button);
    // A header is highlighted in a table that a script drew, so that it stays so when it changes.
    drawing.use(() =>
      pointing.use(({ followPointing }) => {
        leave();
        stop();
        stop = followPointing(root);
        for (const button of pressed.splice(0)) button.click();
      })
    );
  };
  const leave = () => INTENTS.forEach((type) => root.removeEventListener(type, begin));
  for (const type of INTENTS) root.addEventListener(type, begin);
  return () => {
    leave();
    stop();
  };
}
