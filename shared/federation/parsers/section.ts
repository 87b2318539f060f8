import { findAll, findAncestor, type HtmlElement, type HtmlNode, text } from "../html.ts";
import { headerOf, withoutAccents } from "./columns.ts";

/** How one section of an athlete's page is recognized. */
export interface SectionMarks {
  /** The site's number of the section, e.g. 5. */
  number: number;
  /** Pattern of its heading, without accents and case. */
  heading: RegExp;
  /** Words above its first columns, without accents and case. */
  columns: readonly RegExp[];
}

/**
 * Finds the table of one section of an athlete's page: by the section's number, which stands in one
 * of two attributes, else by its heading, else by the words above its columns.
 *
 * @returns Null when the page has no such section, or the section no table.
 */
export function findSectionTable(document: HtmlNode, marks: SectionMarks): HtmlElement | null {
  const { number, heading, columns } = marks;
  const fits = (table: HtmlElement) => {
    const header = headerOf(table);
    return header !== null && columns.every((pattern, index) => pattern.test(header[index] ?? ""));
  };
  const numbered = findAll(
    document,
    `[data-content="section_${number}"], [data-section="section_${number}"]`,
  );
  // The buttons of the tabs carry the same attribute; only the section holds a table.
  const inSection = numbered.flatMap((section) => findAll(section, "table"));
  const tables = findAll(document, "table");
  const titled = tablesUnder(document, heading);
  // A table with the right columns wins over one in the right place: a page without one is read as
  // it is.
  return [...inSection, ...titled, ...tables].find(fits) ??
    [...inSection, ...titled].find(isOuter) ?? null;
}

/** Tables that follow a heading of these words, up to the next heading. */
function tablesUnder(document: HtmlNode, words: RegExp): HtmlElement[] {
  const parts = findAll(document, "h2, h3, h4, table");
  const at = parts.findIndex((part) =>
    part.name !== "table" && words.test(withoutAccents(text(part)))
  );
  if (at === -1) return [];
  const rest = parts.slice(at + 1);
  const end = rest.findIndex((part) => part.name !== "table");
  return end === -1 ? rest : rest.slice(0, end);
}

/** Whether a table stands by itself: those in a row repeat the row for phones. */
function isOuter(table: HtmlElement): boolean {
  return findAncestor(table, "tr") === null;
}
