/**
 * Rewrites HTML in place: texts and attributes change, elements and end tags stay as they are,
 * missing and surplus ones included.
 *
 * Beside `html.ts` the only module that knows which library reads HTML.
 */
import { type ChildNode, DomHandler, Element, Text } from "domhandler";
import { Parser } from "htmlparser2";
import type { HtmlElement } from "./html.ts";

/** How the parts of a page are replaced. Values are without entities. */
export interface Rewriter {
  /**
   * @param place Element around the text; null outside of all elements.
   *
   * @param before The text right before it.
   */
  text(text: string, place: HtmlElement | null, before: string): string;
  /** @returns Null for an attribute that is left out. */
  attribute(name: string, value: string): string | null;
  /** Scripts, styles, comments, and incomplete tags. */
  code(text: string): string;
}

/** Rewrites texts and attributes of a page or fragment. */
export function rewriteHtml(html: string, rewriter: Rewriter): string {
  const source = html.replaceAll("\u0000", "");
  const { nodes, tagEnds } = parse(source);
  const parts: string[] = [];
  let at = 0;
  /**
   * Copies up to a place: between two nodes there are only end tags, and everything else is code.
   */
  const copyTo = (end: number) => {
    const between = source.slice(at, end).split(END_TAG);
    parts.push(...between.map((part) => isKnownEnd(part) ? part : rewriter.code(part)));
    at = end;
  };
  const put = (start: number, end: number, text: string) => {
    copyTo(start);
    parts.push(text);
    at = end;
  };
  const visit = (node: ChildNode) => {
    const start = node.startIndex ?? -1;
    const end = node instanceof Element ? tagEnds.get(node) ?? start : (node.endIndex ?? start) + 1;
    const whole = source.slice(start, end);
    // An element that the parser made up, as for a lone `</p>`, is nowhere in the source.
    if (start >= at && !whole.startsWith("</")) {
      if (node instanceof Text) put(start, end, rewriteText(node, whole, rewriter));
      else if (node instanceof Element) put(start, end, rewriteTag(node, whole, rewriter));
      else if (COMMENT.test(whole)) put(start, end, `<!--${rewriter.code(whole.slice(4, -3))}-->`);
      else if (DOCTYPE.test(whole)) put(start, end, whole);
    }
    if (node instanceof Element) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  copyTo(source.length);
  return parts.join("");
}

const END_TAG = /(<\/[a-z][a-z0-9:-]{0,30}\s*>)/i;

/** Elements of HTML and SVG; anything else in angle brackets may be an unescaped text. */
const ELEMENTS = new Set(
  `a abbr address article aside audio b base bdi bdo blockquote body br button canvas caption center circle cite clippath code
col colgroup data datalist dd defs del details dfn dialog div dl dt ellipse em embed fieldset figcaption figure font footer form
g h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li line lineargradient link main map mark menu
meta meter nav noscript object ol optgroup option output p param path picture polygon polyline pre progress q rect rp rt ruby s
samp script search section select slot small source span stop strong style sub summary sup svg symbol table tbody td template
text textarea tfoot th thead time title tr track tspan tt u ul use var video wbr`.split(/\s+/),
);

function isKnownEnd(part: string): boolean {
  const name = /^<\/([a-z][a-z0-9:-]{0,30})\s*>$/i.exec(part)?.[1];
  return name !== undefined && ELEMENTS.has(name.toLowerCase());
}
const COMMENT = /^<!--[\s\S]*-->$/;
const DOCTYPE = /^<!doctype html(?: public "-\/\/W3C\/\/DTD [\w .]+\/\/EN"[^>]{0,80})?\s*>$/i;
/** Elements whose content is not text for readers. */
const CODE = new Set(["script", "style"]);

/** Notes where opening tags end, which the tree does not say. */
class TagEnds extends DomHandler {
  readonly ends = new Map<Element, number>();
  #parser: Parser | null = null;

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.#parser = parser;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    const element = this.tagStack.at(-1);
    if (element instanceof Element) this.ends.set(element, (this.#parser?.endIndex ?? -1) + 1);
  }
}

function parse(source: string): { nodes: ChildNode[]; tagEnds: Map<Element, number> } {
  const handler = new TagEnds(undefined, { withStartIndices: true, withEndIndices: true });
  new Parser(handler).end(source);
  return { nodes: handler.root.children, tagEnds: handler.ends };
}

function rewriteTag(element: Element, tag: string, rewriter: Rewriter): string {
  const attributes = Object.entries(element.attribs).flatMap(([name, value]) => {
    const rewritten = rewriter.attribute(name, value);
    if (rewritten === null) return [];
    return [rewritten === "" ? ` ${name}` : ` ${name}="${escape(rewritten)}"`];
  });
  const name = ELEMENTS.has(element.name) ? element.name : rewriter.code(element.name);
  return `<${name}${attributes.join("")}${tag.endsWith("/>") ? "/>" : ">"}`;
}

function rewriteText(node: Text, whole: string, rewriter: Rewriter): string {
  const parent = node.parent instanceof Element ? node.parent : null;
  if (parent !== null && CODE.has(parent.name)) return rewriter.code(whole);
  const rewritten = rewriter.text(node.data, parent, textBefore(node));
  // Behind a damaged end tag the parser's places are wrong: then the source is more than text.
  return rewritten === node.data && !/[<>]/.test(whole) ? whole : escape(rewritten);
}

/** Levels above a text within which the text before it counts. */
const LEVELS = 2;
/** Characters before a text that say what it is. */
const BEFORE = 60;

/**
 * The text right before a node: the end of the text of its earlier siblings, and of its parents'.
 */
function textBefore(node: ChildNode): string {
  let before = "";
  let level: ChildNode | null = node;
  for (let up = 0; up <= LEVELS && level !== null && before.length < BEFORE; up++) {
    for (let elder = level.prev; elder !== null && before.length < BEFORE; elder = elder.prev) {
      before = `${contentOf(elder)} ${before}`;
    }
    level = level.parent instanceof Element ? level.parent : null;
  }
  return before.slice(-BEFORE);
}

function contentOf(node: ChildNode): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || CODE.has(node.name)) return "";
  return node.children.map(contentOf).join("");
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00a0": "&nbsp;",
};

function escape(value: string): string {
  return value.replace(/[&<>"\u00a0]/g, (character) => ESCAPES[character] ?? character);
}
