import { type HtmlNode, parseHtml } from "../html.ts";
import { type PageKind, PageShapeError } from "../shape.ts";
import { isFormerSite, type PageNature, recognizePage } from "./frame.ts";

/**
 * Reads a page that must be whole: a 200 answer alone does not say so.
 *
 * @throws {PageShapeError} If there is nothing, an answer in place of the page, a page that breaks off, or one of the
 *   site as it was before September 2025.
 */
export function openPage(html: string, page: PageKind): HtmlNode {
  if (isFormerSite(html)) {
    throw new PageShapeError(page, "it has the form that the site had before September 2025");
  }
  const fault = findPageFault(html);
  if (fault !== null) throw new PageShapeError(page, fault);
  return parseHtml(html);
}

/**
 * Reads the rows of a table that came without a page around them.
 *
 * @throws {PageShapeError} If they break off.
 */
export function openFragment(rows: string, page: PageKind): HtmlNode {
  const fault = findCut(rows);
  if (fault !== null) throw new PageShapeError(page, fault);
  return parseHtml(rows);
}

/** What stands in for a page while the site is in trouble, in words. */
const TROUBLES: Partial<Record<PageNature, string>> = {
  error: "the site answered with an error of its own in place of it",
  maintenance: "the site says that it is not available now",
  challenge: "a firewall answered in place of the site",
  stub: "it is too short to be a page of the site",
};

/**
 * Says what shows that the site is in trouble, whatever page was asked for: the answer is empty, an error, a firewall's
 * or a maintenance page in place of it, or breaks off. A page of another form than is known is none of these.
 *
 * @returns Null when nothing does.
 */
export function findPageFault(html: string): string | null {
  if (html.trim() === "") return "it is empty";
  // Before anything else: it costs least, and what breaks off is not worth taking apart.
  return findCut(html) ?? TROUBLES[recognizePage(html)] ?? null;
}

/**
 * Says the same of what may be a whole page or the rows of a table alone, bare or inside JSON: results of an athlete.
 *
 * @returns Null when nothing does; an empty fragment is one without results.
 */
export function findFragmentFault(content: string): string | null {
  return isPage(content) ? findPageFault(content) : null;
}

/** Says the same of an answer that is to be JSON: what the search finds. */
export function findJsonFault(content: string): string | null {
  if (content.trim() === "") return "it is empty";
  return isPage(content) ? TROUBLES[recognizePage(content)] ?? null : null;
}

/** Whether an answer is words or markup, and neither JSON nor rows of a table. */
function isPage(content: string): boolean {
  const start = content.replace(/^\ufeff?(?:\s*<!--[\s\S]*?-->)*/, "").trimStart();
  return start.length > 10 &&
    !/^(?:[[{]|<(?:table|thead|tbody|tr)[\s>]|[\w$.]+\([[{])/i.test(start);
}

function findCut(html: string): string | null {
  const missing = findMissingEnd(html);
  return missing === null ? null : `it breaks off: ${missing} is missing`;
}

/** Finds what a page that broke off did not close; null when it is whole. */
function findMissingEnd(html: string): string | null {
  const markup = withoutSpans(
    withoutSpans(html, /<!--/g, /-->/g),
    /<script\b/gi,
    /<\/script\s*>/gi,
  );
  if (markup === null) return "the end of a script or comment";
  // A parser closes what is left open, so a page cut anywhere would look complete, only shorter.
  for (const name of ["html", "table", "tbody"]) {
    const opened = markup.match(new RegExp(`<${name}[\\s>]`, "gi"))?.length ?? 0;
    const closed = markup.match(new RegExp(`</${name}\\s*>`, "gi"))?.length ?? 0;
    if (closed < opened) return `</${name}>`;
  }
  return null;
}

/** The text without what stands between two marks, marks included; null when a span has no end. */
function withoutSpans(html: string | null, start: RegExp, end: RegExp): string | null {
  if (html === null) return null;
  let kept = "";
  let at = 0;
  for (let opened = start.exec(html); opened !== null; opened = start.exec(html)) {
    kept += html.slice(at, opened.index);
    end.lastIndex = start.lastIndex;
    if (end.exec(html) === null) return null;
    at = start.lastIndex = end.lastIndex;
  }
  return kept + html.slice(at);
}
