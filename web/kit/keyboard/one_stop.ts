/** Many buttons or boxes that are one stop of the Tab key: arrow keys go on from there. */

/** Keys that go from one item to another. */
export type ArrowKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

const KEYS: readonly string[] = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
];

/** A kind of group that is one stop. */
export interface OneStop {
  /** Selector of the groups. */
  group: string;
  /** Selector of the items in a group. */
  items: string;
  /** The item that a key goes to; undefined to stay. */
  next: (item: HTMLElement, key: ArrowKey, items: readonly HTMLElement[]) =>
    | HTMLElement
    | undefined;
}

/** The item beside another in their order. */
export const nextInOrder: OneStop["next"] = (item, key, items) => {
  const place = items.indexOf(item);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  return items[place + (key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1)];
};

/**
 * Makes each group one stop, whatever is drawn in it later: the item that had the focus last, else
 * the first.
 *
 * @returns A function that stops it and makes every item a stop again.
 */
export function followArrows(root: HTMLElement, stops: readonly OneStop[]): () => void {
  const lastUsed = new WeakMap<Element, HTMLElement>();
  const itemsOf = (group: Element, { items }: OneStop) =>
    Array.from(group.querySelectorAll<HTMLElement>(items));
  const everyGroup = (visit: (group: Element, items: HTMLElement[]) => void) => {
    for (const stop of stops) {
      for (const group of root.querySelectorAll(stop.group)) visit(group, itemsOf(group, stop));
    }
  };

  /** Items may have been drawn, taken away or hidden since the last time. */
  const arrange = () =>
    everyGroup((group, items) => {
      const last = lastUsed.get(group);
      const isThere = (item: HTMLElement) => item.isConnected && item.offsetParent !== null;
      const stop = last !== undefined && isThere(last) ? last : items.find(isThere);
      for (const item of items) item.tabIndex = item === stop ? 0 : -1;
    });

  const placeOf = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return null;
    for (const stop of stops) {
      const item = target.closest<HTMLElement>(stop.items);
      const group = item?.closest(stop.group);
      if (item && group) return { stop, item, group };
    }
    return null;
  };
  const use = (group: Element, item: HTMLElement) => {
    const last = lastUsed.get(group);
    if (last === item) return;
    lastUsed.set(group, item);
    arrange();
  };

  const followFocus = ({ target }: Event) => {
    const place = placeOf(target);
    if (place !== null) use(place.group, place.item);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Tab") arrange();
    if (!KEYS.includes(event.key)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = placeOf(event.target);
    if (place === null) return;
    const items = itemsOf(place.group, place.stop).filter((item) => item.offsetParent !== null);
    const next = place.stop.next(place.item, event.key as ArrowKey, items);
    // The keys would scroll the frame away from what has the focus.
    event.preventDefault();
    if (next === undefined) return;
    use(place.group, next);
    next.focus();
  };
  arrange();
  root.addEventListener("focusin", followFocus);
  root.addEventListener("keydown", press, { capture: true });
  return () => {
    root.removeEventListener("focusin", followFocus);
    root.removeEventListener("keydown", press, { capture: true });
    everyGroup((_, items) => items.forEach((item) => item.removeAttribute("tabindex")));
  };
}
