import { type ComponentChildren, toChildArray, type VNode } from "preact";

/** Title of the page being drawn. */
let title = "";

/** The title that the page drawn last gave itself. */
export function drawnTitle(): string {
  return title;
}

/**
 * Takes the place of Fresh's `Head`, which the pages of the site fill: of what they put there, only
 * the title is of use to a page that is drawn into one that was kept.
 */
export function Head({ children }: { children?: ComponentChildren }): null {
  for (const child of toChildArray(children) as VNode<{ children?: string }>[]) {
    if (child.type === "title") title = child.props.children ?? "";
  }
  return null;
}
