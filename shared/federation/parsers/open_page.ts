import type { HtmlNode } from "../html.ts";
import { readHtmlTree } from "../html_tree.ts";
import { HARMLESS, type PageKind, PageShapeError, type RowProblem } from "../shape.ts";
import { isFormerSite, type PageNature, recognizePage } from "./frame.ts";
import { findCut, findRowsCut, type ReceivedAnswer } from "./whole.ts";

export type { ReceivedAnswer } from "./whole.ts";

/** A page that is whole and is the one requested. */
export interface OpenedPage {
  document: HtmlNode;
  /** Faults of its tags that lose nothing. */
  problems: RowProblem[];
}

/**
 * Reads a page that must be whole, which a 200 answer alone does not prove.
 *
 * @throws {PageShapeError} If there is nothing, an answer in place of the page, a page that breaks
 *   off, or one of the site as it was before September 2025.
 */
export function openPage(html: string, page: PageKind, arrival: ReceivedAnswer = {}): OpenedPage {
  if (isFormerSite(html)) {
    throw new PageShapeError(page, "it has the form that the site had before September 2025");
  }
  const fault = findPageFault(html, arrival);
  if (fault !== null) throw new PageShapeError(page, fault);
  return open(html, page);
}

/**
 * Reads the rows of a table that came without a page around them.
 *
 * @param rows Anything from `thead` on, or a table.
 * @throws {PageShapeError} If they break off.
 */
export function openFragment(
  rows: string,
  page: PageKind,
  arrival: ReceivedAnswer = {},
): OpenedPage {
  const fault = findRowsCut(rows, arrival);
  if (fault !== null) throw new PageShapeError(page, fault);
  return open(/^<table[\s>]/i.test(rows) ? rows : `<table>${rows}</table>`, page);
}

function open(html: string, page: PageKind): OpenedPage {
  const { document, unclosed } = readHtmlTree(html.replaceAll("\u0000", ""));
  const message = `without end tag: ${unclosed.join(", ")}`;
  const problems = unclosed.length === 0
    ? []
    : [{ page, row: null, message, excerpt: "", ...HARMLESS }];
  return { document, problems };
}

/** Substitutes for a page while the site is in trouble, in words. */
const TROUBLES: Partial<Record<PageNature, string>> = {
  error: "the site answered with an error of its own in place of it",
  maintenance: "the site says that it is not available now",
  challenge: "a firewall answered in place of the site",
  stub: "it is too short to be a page of the site",
};

/**
 * Finds signs of a site in trouble, whatever page was requested: the answer is empty, breaks off,
 * or is an error, a firewall's or a maintenance page. A page of an unknown layout is none of these.
 *
 * @returns Null when nothing does.
 */
export function findPageFault(html: string, arrival: ReceivedAnswer = {}): string | null {
  if (html.trim() === "") return "it is empty";
  // First: a page that breaks off needs no closer look.
  return findCut(html, arrival) ?? TROUBLES[recognizePage(html)] ?? null;
}

/**
 * As {@link findPageFault}, for an athlete's results: a whole page, or the rows of a table alone,
 * bare or inside JSON.
 *
 * @returns Null when nothing does; an empty fragment is one without results.
 */
export function findFragmentFault(content: string, arrival: ReceivedAnswer = {}): string | null {
  const start = startOf(content);
  if (/^<(?:table|thead|tbody|tr)[\s>]/i.test(start)) return findRowsCut(start, arrival);
  return isPage(start) ? findPageFault(content, arrival) : null;
}

/** As {@link findPageFault}, for JSON: the results of the search. */
export function findJsonFault(content: string): string | null {
  const start = startOf(content);
  if (start === "") return "it is empty";
  return isPage(start) ? TROUBLES[recognizePage(content)] ?? null : null;
}

/** An answer without leading spaces and comments. */
export function startOf(content: string): string {
  return content.replace(/^\ufeff?(?:\s*<!--[\s\S]*?-->)*/, "").trim();
}

/** Whether an answer is text or markup rather than JSON. */
function isPage(start: string): boolean {
  return start.length > 10 && !/^(?:[[{]|[\w$.]+\([[{])/i.test(start);
}
