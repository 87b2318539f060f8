/** Navigates the tree that `html_tree.ts` makes of a page. */
import { compile, selectAll, selectOne } from "css-select";
import type { AnyNode, Element, ParentNode } from "domhandler";
import { readHtmlTree } from "./html_tree.ts";

/** One element of a page. */
export type HtmlElement = Element;
/** A page or a part of one. */
export type HtmlNode = ParentNode;

/**
 * Reads a page or a fragment; any text is accepted; whatever is not markup becomes text.
 *
 * NUL is dropped, as browsers do: PostgreSQL stores none in a text.
 */
export function parseHtml(html: string): HtmlNode {
  return readHtmlTree(html.replaceAll("\u0000", "")).document;
}

/** Elements below `node` that the CSS selector matches, in page order. */
export function findAll(node: HtmlNode, selector: string): HtmlElement[] {
  return selectAll<AnyNode, Element>(compiled(selector), node);
}

/** First element below `node` that the CSS selector matches. */
export function findFirst(node: HtmlNode, selector: string): HtmlElement | null {
  return selectOne<AnyNode, Element>(compiled(selector), node);
}

type Query = ReturnType<typeof compile<AnyNode, Element>>;
const queries = new Map<string, Query>();

/**
 * Compiling a selector takes longer than matching it within a row; there are a few dozen, all in
 * the parsers.
 */
function compiled(selector: string): Query {
  const cached = queries.get(selector);
  if (cached !== undefined) return cached;
  const query = compile<AnyNode, Element>(selector);
  queries.set(selector, query);
  return query;
}

/** Every element below `node`, in page order: for callers that look for several things at once. */
export function allElements(node: HtmlNode): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const visit = (parent: HtmlNode) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      elements.push(child);
      visit(child);
    }
  };
  visit(node);
  return elements;
}

/** Nearest ancestor with one of the tag names, the node itself excluded. */
export function findAncestor(node: HtmlElement, ...names: string[]): HtmlElement | null {
  let parent = node.parent;
  while (parent !== null && !(isElement(parent) && names.includes(parent.name))) {
    parent = parent.parent;
  }
  return parent;
}

/** Direct children that are elements, or only those with one of the tag names. */
export function childElements(node: HtmlNode, ...names: string[]): HtmlElement[] {
  return node.children.filter((child): child is Element =>
    isElement(child) && (names.length === 0 || names.includes(child.name))
  );
}

/** Value of an attribute, entities decoded; null where there is none. */
export function attribute(node: HtmlElement, name: string): string | null {
  return node.attribs[name] ?? null;
}

/** Whether the element carries the class. */
export function hasClass(node: HtmlElement, name: string): boolean {
  const classes = node.attribs.class;
  return classes !== undefined && classes.includes(name) && classes.split(/\s+/).includes(name);
}

/**
 * The text that a reader sees: every run of spaces made one plain space, ends trimmed, letters
 * composed (NFC).
 */
export function text(node: AnyNode): string {
  return normalizeSpaces(rawText(node));
}

/** As {@link text}, cut into lines at each `<br>`; blank lines are left out. */
export function textLines(node: AnyNode): string[] {
  return rawText(node).split(LINE_BREAK).map(normalizeSpaces).filter((line) => line !== "");
}

/** Text that follows an element inside its cell, up to the next element for which `stop` holds. */
export function textAfter(node: HtmlElement, stop: (node: HtmlElement) => boolean): string {
  let start: AnyNode = node;
  // `<b><a>NAME</a></b> rest`: what follows the link is what follows its wrapper.
  while (start.next === null && start.parent !== null && INLINE.has(nameOf(start.parent))) {
    start = start.parent;
  }
  let after = "";
  for (let next = start.next; next !== null; next = next.next) {
    if (isElement(next) && (stop(next) || findAll(next, "*").some(stop))) break;
    after += rawText(next);
  }
  return normalizeSpaces(after);
}

/** Every kind of space made one plain space, ends trimmed, letters composed (NFC). */
export function normalizeSpaces(value: string): string {
  return value.normalize("NFC").replaceAll(LINE_BREAK, " ").replace(/[\s\u200b\u2060]+/g, " ")
    .trim();
}

/**
 * Rows of a table itself: in its `tbody`, `thead`, `tfoot` or right below it, never those of a
 * table inside.
 */
export function tableRows(table: HtmlNode): HtmlElement[] {
  return childElements(table, "tr", "tbody", "thead", "tfoot")
    .flatMap((child) => child.name === "tr" ? [child] : childElements(child, "tr"));
}

/** Marks a `<br>` while text is assembled; not a space, and dropped from every page. */
const LINE_BREAK = "\u0000";
const INLINE = new Set(["b", "strong", "span", "i", "em", "u"]);
const UNSEEN = new Set(["script", "style", "template"]);

function rawText(node: AnyNode): string {
  if (node.type === "text") return node.data;
  if (isElement(node)) {
    if (node.name === "br") return LINE_BREAK;
    if (UNSEEN.has(node.name)) return "";
  }
  return "children" in node ? node.children.map(rawText).join("") : "";
}

function nameOf(node: AnyNode): string {
  return isElement(node) ? node.name : "";
}

function isElement(node: AnyNode): node is Element {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}
