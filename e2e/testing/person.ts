import { assert } from "@std/assert";
import type { Locator, Page } from "playwright-core";

/** Somebody who uses the site: counts what they do, and keeps a picture of each step if wanted. */
export interface Person {
  readonly page: Page;
  /** What was done so far: fields written, things tapped, keys pressed. */
  readonly actions: number;
  /** Writes into a field, as one types. */
  write(field: Locator, text: string): Promise<void>;
  /** Pastes into a field. */
  paste(field: Locator, text: string): Promise<void>;
  tap(target: Locator): Promise<void>;
  press(key: string): Promise<void>;
  /** Keeps a picture of what is in view, where pictures are wanted. */
  show(name: string): Promise<void>;
}

/** Folder for pictures; none are kept without it. */
const folder = Deno.env.get("ROLE_PICTURES");

/** A person at a page. @param role Begins the names of the pictures. */
export function createPerson(page: Page, role: string): Person {
  let actions = 0;
  let pictures = 0;
  return {
    page,
    get actions() {
      return actions;
    },
    async write(field, text) {
      actions++;
      await field.focus();
      await field.press("ControlOrMeta+A");
      await field.pressSequentially(text, { delay: 10 });
    },
    async paste(field, text) {
      actions++;
      await field.fill(text);
    },
    async tap(target) {
      actions++;
      await target.click();
    },
    async press(key) {
      actions++;
      await page.keyboard.press(key);
    },
    async show(name) {
      if (folder === undefined) return;
      pictures++;
      await page.screenshot({
        path: `${folder}/${role}-${pictures}-${name}.png`,
        animations: "disabled",
      });
    },
  };
}

/** Whether all of an element is in view, and nothing lies over its middle. */
export async function isInView(target: Locator): Promise<boolean> {
  return await target.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
    if (left < 0 || top < 0 || right > clientWidth || bottom > clientHeight) return false;
    const seen = element.ownerDocument.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return seen !== null && (element.contains(seen) || seen.contains(element));
  });
}

/** Fails unless somebody got there with at most so many actions. */
export function assertActions(person: Person, most: number): void {
  assert(person.actions <= most, `${person.actions} actions, ${most} at most`);
}
