import {
  allElements,
  attribute,
  childElements,
  findAll,
  findAncestor,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  tableRows,
  text,
} from "../html.ts";
import { type PageKind, PageShapeError, type RowProblem } from "../shape.ts";
import { hasSiteFrame, linksToEntries, saysUnavailable } from "./frame.ts";
import { openPage, type ReceivedAnswer } from "./open_page.ts";

/** The place of one page in a list. */
export interface Pager {
  /** This page, counted from 1. */
  page: number;
  /** Pages of the list; 1 when it shows no pager. */
  pages: number;
}

/** A page of a list, recognized as such. */
export interface ListPage extends Pager {
  document: HtmlNode;
  /** Faults of its tags. */
  problems: RowProblem[];
  /** Headings that say what the page shows: `Saison : 2026, …`. */
  headings: HtmlElement[];
  /** Season the page says it shows, in its heading; null when it does not. */
  season: number | null;
  /** Rows of the list itself, headings and pagers included, without repetitions for phones. */
  rows: HtmlElement[];
  /** How many entries the whole list has, as it says; null when it does not. */
  total: number | null;
}

/**
 * Opens a page of a list.
 *
 * @throws {PageShapeError} If it is not a whole page of the present site, or its pager is not
 *   understood.
 */
export function openListPage(html: string, page: PageKind, arrival: ReceivedAnswer = {}): ListPage {
  const { document, problems } = openPage(html, page, arrival);
  const elements = allElements(document);
  const headings = elements.filter((element) => hasClass(element, "mainheaders"));
  const tables = findListTables(elements, headings);
  const rows = tables.flatMap(tableRows).filter((row) => !hasClass(row, "detail-row"));
  return {
    document,
    problems,
    headings,
    season: readSeason(headings),
    rows,
    ...readPager(elements, page),
    total: readTotal(elements),
  };
}

/** `Saison : 2026`, or `Année : 2026` above results. */
function readSeason(headings: readonly HtmlElement[]): number | null {
  const heading = headings.map(text).join(" ");
  const year = /\b(?:Ann[ée]e|Saison)\s*:\s*(\d{4})\b/i.exec(heading)?.[1];
  return year === undefined ? null : Number(year);
}

/**
 * The tables of lists by their classes, since their ids differ; else the one around the heading.
 */
function findListTables(elements: HtmlElement[], headings: HtmlElement[]): HtmlElement[] {
  const tables = elements.filter((element) => element.name === "table" && isListTable(element));
  const around = headings.map((heading) => findAncestor(heading, "table"));
  return tables.length > 0 ? tables : around.filter((table) => table !== null);
}

function isListTable(table: HtmlElement): boolean {
  return hasClass(table, "base-table") || hasClass(table, "reveal-table") ||
    /^ctn/.test(attribute(table, "id") ?? "") ||
    childElements(table, "tbody").some((body) => hasClass(body, "text-blue-primary"));
}

/**
 * Refuses a page without entries that may be something else than an empty list. The site's own
 * empty page has not even a table: of a club without members, or after the end of a list.
 *
 * @throws {PageShapeError} If the page is not in the site's frame, announces entries or links to
 *   some.
 */
export function checkEmpty(list: ListPage, kind: PageKind): void {
  if (!hasSiteFrame(list.document)) {
    throw new PageShapeError(kind, "it holds no list, and is not in the site's frame");
  }
  if (saysUnavailable(list.document)) {
    throw new PageShapeError(kind, "it holds no entries, and tells of trouble");
  }
  if (linksToEntries(list.document, kind)) {
    throw new PageShapeError(kind, "it links to entries and holds no list of them");
  }
  if (list.total !== null && list.total > 0) {
    throw new PageShapeError(kind, `it announces ${list.total} entries and holds none`);
  }
}

/**
 * Reads the pager, `Page > 002/005 <`, which stands above and below the list; without one there is
 * one page.
 *
 * @throws {PageShapeError} If there is a pager and neither its text nor its links say the number of
 *   pages.
 */
export function readPager(elements: readonly HtmlElement[], kind: PageKind): Pager {
  const withId = (id: string) =>
    elements.find((element) => attribute(element, "id") === id) ?? null;
  const shown = withId("selectPagination");
  const options = withId("optionsPagination");
  const choices = options === null ? [] : findAll(options, ".select-option");
  const selected = choices.find((choice) => hasClass(choice, "selected"));
  // Other drop-downs share the markup: without the pager's ids only its wording tells it from them.
  const candidates = shown === null && options === null
    ? elements.filter((element) =>
      hasClass(element, "select-text") ||
      hasClass(element, "select-option") && hasClass(element, "selected")
    )
    : [shown, selected, choices[0]].filter((element) => element !== null && element !== undefined);
  for (const candidate of candidates) {
    const position = readPosition(text(candidate));
    if (position !== null) return position;
  }
  if (shown === null && options === null) return { page: 1, pages: 1 };
  const linked = readLinks(choices, selected);
  if (linked === null) throw new PageShapeError(kind, "its pager is not understood");
  return linked;
}

function readPosition(label: string): Pager | null {
  const match = /\bPage\s*>?\s*0*(\d+)\s*\/\s*0*(\d+)/i.exec(label);
  if (match === null) return null;
  const [page, pages] = [Number(match[1]), Number(match[2])];
  return page >= 1 && pages >= 1 ? { page, pages } : null;
}

/** The links of the pager number its pages from 0. */
function readLinks(choices: HtmlElement[], selected: HtmlElement | undefined): Pager | null {
  const positionOf = (choice: HtmlElement) => {
    const match = /[?&]frmposition=(\d+)/i.exec(attribute(choice, "data-url") ?? "");
    return match === null ? null : Number(match[1]);
  };
  const positions = choices.map(positionOf).filter((position) => position !== null);
  if (positions.length === 0 || positions.length !== choices.length) return null;
  const current = selected === undefined ? 0 : positionOf(selected) ?? 0;
  return { page: current + 1, pages: Math.max(...positions) + 1 };
}

/** The count above a list, `1223 résultats`. */
function readTotal(elements: readonly HtmlElement[]): number | null {
  for (const paragraph of elements) {
    if (paragraph.name !== "p") continue;
    const match = /^([\d ]+) ?résultats?$/i.exec(text(paragraph));
    if (match !== null) return Number(match[1]?.replace(/ /g, ""));
  }
  return null;
}
