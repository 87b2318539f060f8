/**
 * Redraws a page as one types into it. The server draws the page of what the form says, as it does
 * without scripts, and what differs replaces what is seen: one rule for every tool and list, and no
 * model in the browser. Offline the service worker draws the tools.
 *
 * The fields are those inside an element with `data-live`, which names the parts to replace, as a
 * selector. A link that has it shows another state of the page in place.
 *
 * The address follows. The first change makes an entry of the history of its own, which typing then
 * goes on in, so that the way back leads to what was there before.
 */
// @ts-types="./morphdom.d.ts"
import morphdom from "morphdom";
import { isChanged } from "../forms/changed_field.ts";

/**
 * Wait after a key, ms: shorter than a pause for thought, longer than from key to key, so that a
 * figure typed at once is asked for once.
 */
const PAUSE_MS = 120;

/** Inputs in which texts are typed, which are read only in part until they are left. */
const TYPED = "input:is(:not([type]), [type=text], [type=search]), textarea";

let request: AbortController | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;
/** A text was typed, and its field not left since. */
let halfTyped = false;
/** State of an entry of the history that this script made: typing goes on in it. */
const OWN_ENTRY = "typed";
/** Path and query of an address: a part of the page, after `#`, is the same state. */
const stateOf = ({ pathname, search }: URL | Location) => pathname + search;

/** The state that is shown or on its way: at first that of the page as it was loaded. */
let state = stateOf(
  new URL(performance.getEntriesByType("navigation")[0]?.name ?? location.href),
);
/** Selector of the parts that were replaced last. */
let parts = "main";

/** Marks figures that are not of what the form says. */
function markStale(stale: boolean): void {
  document.querySelector(".tool")?.classList.toggle("tool-stale", stale);
}

/** Leaves what was asked or was to be: the form says something else by now. */
function forget(): void {
  clearTimeout(pause);
  request?.abort();
}

/** The address of what a form says, sent by one of its buttons or by none. */
function addressOf(form: HTMLFormElement, button: HTMLElement | null = null): string {
  const texts = [...new FormData(form, button)].map(([name, value]) => [name, String(value)]);
  return `${form.action}?${new URLSearchParams(texts)}`;
}

/** The page of an address; null when a later question took its place, or nobody answers. */
async function drawnPage(address: string): Promise<{ ok: boolean; page: Document } | null> {
  forget();
  const { signal } = request = new AbortController();
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, signal });
    const html = await response.text();
    // Other answers are not of the tool: of a proxy, or of a server that is too busy.
    if (!response.ok && response.status !== 400) return null;
    return { ok: response.ok, page: new DOMParser().parseFromString(html, "text/html") };
  } catch (error) {
    // The form's button asks again, and says what is wrong.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

/** Replaces what differs. @param typing The field whose text is being typed: it stays as it is. */
function show(page: Document, typing: Element | null): void {
  const focused = document.activeElement;
  const drawn = page.querySelectorAll(parts);
  document.querySelectorAll(parts).forEach((from, at) => {
    const to = drawn[at];
    if (to !== undefined) replace(from, to, typing);
  });
  // An element that had to move loses the focus: who types would type nowhere.
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
  }
  document.title = page.title;
  markStale(false);
}

function replace(from: Element, to: Element, typing: Element | null): void {
  morphdom(from, to, {
    onBeforeElUpdated(from, to) {
      if (from === typing && from instanceof HTMLInputElement && to instanceof HTMLInputElement) {
        to.value = from.value;
      }
      // What the visitor opened stays open.
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) {
        to.open = from.open;
      }
      return true;
    },
  });
}

/** The address follows what is shown; the link to the other language has it too. */
function followAddress(page: Document): void {
  const [link, drawn] = [document, page].map((one) =>
    one.querySelector<HTMLAnchorElement>("a[data-keeps-state]")
  );
  if (!link || !drawn) return;
  link.href = drawn.getAttribute("href") ?? link.href;
  state = location.pathname + new URL(link.href).search;
  if (state === stateOf(location)) return;
  history[history.state === OWN_ENTRY ? "replaceState" : "pushState"](OWN_ENTRY, "", state);
}

/** Redraws the tool from what its form says. */
async function redraw(form: HTMLFormElement, typing: Element | null): Promise<void> {
  const answer = await drawnPage(addressOf(form));
  // A text may be refused only because it is not whole yet.
  if (answer === null || !answer.ok && typing !== null) return markStale(true);
  show(answer.page, typing);
  if (answer.ok) followAddress(answer.page);
}

/** Shows the page that a link leads to in place, where the page stands. */
async function follow({ href }: HTMLAnchorElement): Promise<void> {
  const answer = await drawnPage(href);
  if (answer === null) return location.assign(href);
  show(answer.page, null);
  followAddress(answer.page);
}

/** The field that an event is of, with its form; null for one that redraws nothing. */
function liveFieldOf({ target }: Event): { field: Element; form: HTMLFormElement } | null {
  if (!(target instanceof Element && "form" in target)) return null;
  const { form } = target;
  const live = target.closest<HTMLElement>("[data-live]")?.dataset["live"];
  if (!(form instanceof HTMLFormElement) || live === undefined) return null;
  parts = live;
  return { field: target, form };
}

addEventListener("input", (event) => {
  const live = liveFieldOf(event);
  if (live === null) return;
  const { field, form } = live;
  halfTyped = field.matches(TYPED);
  forget();
  pause = setTimeout(() => void redraw(form, halfTyped ? field : null), halfTyped ? PAUSE_MS : 0);
});

addEventListener("change", (event) => {
  const live = liveFieldOf(event);
  if (live === null || !halfTyped) return;
  halfTyped = false;
  forget();
  void redraw(live.form, null);
});

/** The field of an example that was just entered. */
let entered: EventTarget | null = null;

// What is typed takes the place of an example's figure: nobody has to delete it first.
document.addEventListener("focusin", ({ target }) => {
  entered = target instanceof HTMLInputElement && target.matches(TYPED) &&
      document.querySelector(".example-note") !== null
    ? target
    : null;
  if (entered instanceof HTMLInputElement) entered.select();
});

document.addEventListener("click", ({ target }) => {
  // The click that enters a field would leave only a caret.
  if (target === entered && target instanceof HTMLInputElement) target.select();
  entered = null;
});

document.addEventListener("submit", (event) => {
  forget();
  const { target: form, submitter } = event;
  // The entry that typing made takes in what is sent: one step back leads to what was there before.
  if (!(form instanceof HTMLFormElement && form.dataset["live"] !== undefined)) return;
  if (history.state !== OWN_ENTRY) return;
  event.preventDefault();
  location.replace(addressOf(form, submitter));
});

/** Shows the state that a step back or forward led to; within one the browser itself scrolls. */
async function followHistory(): Promise<void> {
  const before = state;
  state = stateOf(location);
  if (state === before) return;
  const answer = await drawnPage(state);
  if (answer !== null) show(answer.page, null);
}

addEventListener("popstate", () => void followHistory());
// A step may have been taken before this script was there.
void followHistory();

document.addEventListener("click", (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.closest("[data-print]")) print();
  const link = target.closest<HTMLAnchorElement>("a[data-live]");
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  parts = link.dataset["live"] || parts;
  void follow(link);
});

// What was written before this script was there.
[...document.querySelectorAll("[data-live] :is(input, select, textarea)")].find(isChanged)
  ?.dispatchEvent(new Event("input", { bubbles: true }));
