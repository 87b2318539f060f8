import { type HtmlNode, parseHtml } from "../html.ts";
import { type PageKind, PageShapeError } from "../shape.ts";

/**
 * Reads a page that must be whole: a 200 answer alone does not say so.
 *
 * @throws {PageShapeError} If there is nothing, the site's own error text, or a page that breaks off.
 */
export function openPage(html: string, page: PageKind): HtmlNode {
  if (html.trim() === "") throw new PageShapeError(page, "it is empty");
  if (/Code Processing Error/i.test(html)) {
    throw new PageShapeError(page, "the site answered with an error of its own in place of it");
  }
  const missing = findMissingEnd(html);
  if (missing !== null) throw new PageShapeError(page, `it breaks off: ${missing} is missing`);
  return parseHtml(html);
}

/** Finds what a page that broke off did not close; null when it is whole. */
function findMissingEnd(html: string): string | null {
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, "");
  // A parser closes what is left open, so a page cut anywhere would look complete, only shorter.
  for (const name of ["html", "table", "tbody"]) {
    const opened = markup.match(new RegExp(`<${name}[\\s>]`, "gi"))?.length ?? 0;
    const closed = markup.match(new RegExp(`</${name}\\s*>`, "gi"))?.length ?? 0;
    if (closed < opened) return `</${name}>`;
  }
  return null;
}
