import { type HtmlNode, parseHtml } from "../html.ts";
import { type PageKind, PageShapeError } from "../shape.ts";

/**
 * Reads a page that must be whole: a 200 answer alone does not say so.
 *
 * @throws {PageShapeError} If there is nothing, the site's own error text, or a page that breaks off.
 */
export function openPage(html: string, page: PageKind): HtmlNode {
  const fault = findPageFault(html);
  if (fault !== null) throw new PageShapeError(page, fault);
  return parseHtml(html);
}

/**
 * Says what shows that an answer is no page of the site as it was meant, whatever page was asked for: it is empty,
 * an error in place of a page, or breaks off.
 *
 * @returns Null when nothing does.
 */
export function findPageFault(html: string): string | null {
  if (html.trim() === "") return "it is empty";
  if (/Code Processing Error/i.test(html)) {
    return "the site answered with an error of its own in place of it";
  }
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
