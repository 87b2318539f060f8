import {
  allElements,
  attribute,
  findAll,
  findAncestor,
  findFirst,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  parseHtml,
} from "@mypacer/shared/federation/html.ts";
import { headerOf } from "@mypacer/shared/federation/parsers/columns.ts";
import { isData } from "@mypacer/shared/federation/parsers/rows.ts";
import { outlineText } from "@mypacer/shared/federation/shape.ts";
import { keysOf, labelsOf, outerTables } from "./seen_values.ts";
import { isKnownValue, type SeenValue } from "./vocabulary.ts";

/** How a page is built, without what stands in it. */
export interface PageOutline {
  /** `markup`, or what kind of JSON. */
  form: "markup" | "list" | "object";
  /** Keys of JSON. */
  keys: string[];
  /** Tags, classes and addresses outside of rows. */
  frame: string[];
  /** Rows with data, and the share of them that have each tag, class and address. */
  rows: RowsOutline;
  /** The same of their repetitions for phones. */
  details: RowsOutline;
  /** Titles of columns, table by table. */
  columns: string[];
  /** Labels at the top of an athlete's page. */
  labels: string[];
}

export interface RowsOutline {
  count: number;
  shares: ReadonlyMap<string, number>;
}

const NO_ROWS: RowsOutline = { count: 0, shares: new Map() };

/** Drop-downs: what they offer, and whether there is one, depends on the data. */
const DROP_DOWNS = ".custom-select-wrapper, .custom-select, .select-options";

/** Takes the outline of a page, a fragment or JSON as it was kept. */
export function outlinePage(body: string): PageOutline {
  if (!/^\s*[[{]/.test(body)) return outlineMarkup(body, "markup", []);
  const data: unknown = JSON.parse(body);
  const items: unknown[] = Array.isArray(data) ? data : [data];
  // The site may wrap a fragment: `[{"liste":"<thead>…"}]`.
  const markup = items.flatMap((item) =>
    typeof item === "object" && item !== null && "liste" in item ? [String(item.liste)] : []
  );
  const keys = [...new Set(keysOf(body).map(masked))].sort();
  return outlineMarkup(markup.join(""), Array.isArray(data) ? "list" : "object", keys);
}

function outlineMarkup(html: string, form: PageOutline["form"], keys: string[]): PageOutline {
  const isFragment = /^\s*<(?:thead|tbody|tr)[\s>]/i.test(html);
  const document = parseHtml(isFragment ? `<table>${html}</table>` : html);
  const rows = outerTables(document).flatMap((table) => findAll(table, "tr"))
    .filter((row) => findAncestor(row, "tr") === null);
  return {
    form,
    keys,
    frame: [...frameFeatures(document)].sort(),
    rows: outlineRows(rows.filter(isEntry)),
    details: outlineRows(rows.filter((row) => hasClass(row, "detail-row"))),
    columns: outerTables(document).map((table) =>
      (headerOf(table) ?? []).map((value) => masked({ kind: "column", value })).join(" | ")
    ).filter((titles) => titles !== ""),
    labels: [...new Set(labelsOf(document).map(masked))].sort(),
  };
}

/** Whether a row holds an entry: cells, or the line of a roster. */
function isEntry(row: HtmlElement): boolean {
  return isData(row) ||
    !hasClass(row, "detail-row") && findFirst(row, "a[href*='/athletes/']") !== null;
}

function outlineRows(rows: readonly HtmlElement[]): RowsOutline {
  if (rows.length === 0) return NO_ROWS;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const features = new Set([row, ...allElements(row)].flatMap(featuresOf));
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const shares = [...counts].map(([name, count]) => [name, count / rows.length] as const);
  return { count: rows.length, shares: new Map(shares) };
}

/** What stands around the rows, without drop-downs. */
function frameFeatures(document: HtmlNode): Set<string> {
  const optional = new Set(
    findAll(document, DROP_DOWNS).flatMap((box) => [box, ...allElements(box)]),
  );
  return new Set(
    allElements(document)
      .filter((element) =>
        !optional.has(element) && element.name !== "tr" && findAncestor(element, "tr") === null
      )
      .flatMap(featuresOf),
  );
}

/**
 * A tag where it stands, its classes, the names of its attributes for scripts, and the form of its
 * address.
 */
function featuresOf(element: HtmlElement): string[] {
  const { parent, name } = element;
  const above = parent !== null && "name" in parent ? parent.name : "";
  const classes = (attribute(element, "class") ?? "").split(/\s+/).filter((part) => part !== "");
  const data = Object.keys(element.attribs).filter((key) => key.startsWith("data-"));
  const address = attribute(element, "href") ?? attribute(element, "data-url");
  return [
    `${above} > ${name}`,
    ...classes.map((part) => `${name}.${part}`),
    ...data.map((key) => `${name}[${key}]`),
    ...address === null ? [] : [`${name} to ${addressForm(address)}`],
  ];
}

/** `/athletes/0/niveau`, `/bases/liste.aspx?frmbase&frmmode`: an address without its values. */
function addressForm(address: string): string {
  const [path = "", query] = address.split("#")[0]?.split("?") ?? [];
  const form = path.replace(/\d+/g, "0").replace(/[xX]{2,}/g, "x");
  const names = (query ?? "").split("&").map((pair) => pair.split("=")[0] ?? "").sort();
  return query === undefined ? form : `${form}?${[...new Set(names)].join("&")}`;
}

/**
 * A word as it stands where it is one of the site's; else its outline, since what is kept has
 * invented words.
 */
function masked(seen: SeenValue): string {
  return isKnownValue(seen) ? seen.value : outlineText(seen.value);
}
