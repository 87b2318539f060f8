import { columnHeads, page as htmlPage } from "./markup.ts";
import { bodyOf, joinRows, type PageStyle } from "./style.ts";

/** Rows of a list on one page. */
export const PAGE_SIZE = 250;

/** One page of a list: everything but the items of other pages. */
export type ListPage = {
  /** Id of the table. */
  id: string;
  /** Number of columns, the chevrons' included. */
  width: number;
  /** Second line of the headline, as HTML. */
  criteria: string;
  /** Title of the group of rows, as HTML; none when empty. */
  group: string;
  /** Column names and their class; none when empty. */
  columns: readonly string[];
  columnClass?: string;
  rows: readonly string[];
  /** A row as it must not be, for the fault of that name. */
  damaged: string;
  /** Number of items on all pages together. */
  total: number;
  /** Number of pages; follows from the total by default. */
  pages?: number;
  /** Page shown, from 0. */
  position: number;
  /** The request, whose address the pager repeats. */
  url: URL;
};

/** The items of one page of a list. */
export function slicePage<T>(items: readonly T[], position: number): T[] {
  return items.slice(position * PAGE_SIZE, (position + 1) * PAGE_SIZE);
}

const TITLE = "Résultats de votre recherche | Fédération simulée";

/**
 * Whether a club's list without entries has neither table nor heading: in every other season. What
 * the real site sends for a club without members is not public, so both are to be understood.
 */
export function isBareList(total: number, season: number): boolean {
  return total === 0 && season % 2 === 0;
}

/** The site's frame with nothing in it. */
export function barePage(): string {
  return htmlPage(TITLE, "");
}

/** The page asked for, from 0; whatever is no page number means the first. */
export function positionIn(parameters: URLSearchParams): number {
  const text = parameters.get("frmposition") ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

/**
 * Writes one page of a list: headline, pager above and below, rows. Behind the last page: an empty
 * list.
 */
export function renderList(page: ListPage, style: PageStyle): string {
  const isBehind = page.position > 0 && page.rows.length === 0;
  const list = isBehind ? { ...page, total: 0, position: 0, group: "" } : page;
  const wide = (html: string) =>
    `<tr><td colspan="${list.width}" class="no-border-no-padding bg-background-grey">${html}</td></tr>\n`;
  const selector = wide(
    `<div class="selector bg-beige grid items-center" style="gap:15px"><div>${
      pager(list)
    }</div><p class="grid-col-2 text-normal text-blue-tertiary text-center">${list.total} résultats</p><div></div></div>`,
  );
  const rows = [
    wide(
      `<div class="mainheaders heading-4">Résultats de votre recherche<br><span class="text-small">${list.criteria}</span></div>`,
    ),
    selector,
    list.group === "" ? "" : wide(`<div class="headers text-normal">${list.group}</div>`),
    list.columns.length === 0 ? "" : columnHeads(list.columns, list.columnClass),
    joinRows(list.rows, list.damaged, style),
    selector,
  ].join("");
  const table = `<table class="reveal-table base-table" id="${list.id}">\n${
    bodyOf(rows, true, style)
  }</table>`;
  return htmlPage(TITLE, table);
}

/** The pager: nothing when there is one page only, as on the site. */
function pager(
  { total, pages = Math.ceil(total / PAGE_SIZE), position, url }: ListPage,
): string {
  if (pages <= 1) return "";
  const three = (value: number) => String(value).padStart(3, "0");
  const label = (at: number) => `Page&nbsp;&gt;&nbsp;${three(at + 1)}/${three(pages)}&nbsp;&lt;`;
  const link = new URL(url);
  const options = Array.from({ length: pages }, (_, at) => {
    link.searchParams.set("frmposition", String(at));
    const address = `${link.pathname}${link.search}`.replaceAll("&", "&amp;");
    const selected = at === position ? " selected" : "";
    return `<div class="select-option text-small${selected}" data-url="${address}">${
      label(at)
    }</div>\n`;
  });
  return `<div class="custom-select-wrapper select-search-bar">
<div class="custom-select text-small" id="selectPagination" style="padding:10px"><span class="select-text">${
    label(Math.min(position, pages - 1))
  }</span><svg width="10" height="6" viewBox="0 0 10 6"><path d="M1 1l4 4 4-4"></path></svg></div>
<div class="select-options" id="optionsPagination">
${options.join("")}</div></div>`;
}
