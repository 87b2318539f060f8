import { type ComponentChildren, toChildArray, type VNode } from "preact";

/** Title of the page being drawn. */
let title = "";

/** The title of the page drawn last. */
export function drawnTitle(): string {
  return title;
}

/**
 * Replaces Fresh's `Head` in the worker: a page that is drawn into a stored one needs only its
 * title.
 */
export function Head({ children }: { children?: ComponentChildren }): null {
  for (const child of toChildArray(children) as VNode<{ children?: string }>[]) {
    if (child.type === "title") title = child.props.children ?? "";
  }
  return null;
}
