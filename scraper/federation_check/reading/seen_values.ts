import {
  childElements,
  findAll,
  findAncestor,
  type HtmlElement,
  type HtmlNode,
  parseHtml,
  tableRows,
  text,
} from "@mypacer/shared/federation/html.ts";
import { unwrapFragment } from "@mypacer/shared/federation/parsers/fragment.ts";
import { headerOf } from "@mypacer/shared/federation/parsers/columns.ts";
import { cellsOf, isData } from "@mypacer/shared/federation/parsers/rows.ts";
import { outlineText } from "@mypacer/shared/federation/shape.ts";
import { isKnownValue, isLikeEvent, type SeenValue, type ValueKind } from "./vocabulary.ts";

/**
 * A word or code that was never seen on the site before, fit to be shown, and how often it stands
 * there.
 */
export interface UnknownValue {
  kind: ValueKind;
  value: string;
  count: number;
}

/** What of an entry is a word or code to look at; other fields do not matter. */
export interface CodedEntry {
  event?: string | null;
  category?: string | null;
  level?: string | null;
  league?: string | null;
  department?: string | null;
  licenseType?: string | null;
  round?: string | null;
}

/** Fields of entries that hold a code. */
const CODES = ["category", "level", "league", "department", "round"] as const;

/**
 * Words and codes of an entry.
 *
 * @param freeTexts Whether races by a name of their own stand among the events, as among results.
 */
export function valuesOf(entry: CodedEntry, { freeTexts }: { freeTexts: boolean }): SeenValue[] {
  const values: SeenValue[] = [];
  const add = (kind: ValueKind, value: string | null | undefined) => {
    if (typeof value === "string" && value !== "") values.push({ kind, value });
  };
  for (const code of CODES) add(code, entry[code]);
  add("license type", entry.licenseType);
  const { event } = entry;
  if (event && (!freeTexts || isLikeEvent(event))) add("event", event);
  return values;
}

/** Titles of columns, labels and months of a page or fragment, where they stand in the markup. */
export function markupValues(body: string): SeenValue[] {
  const document = parseHtml(unwrapFragment(body) ?? body);
  const tables = outerTables(document);
  const titles = tables.flatMap((table) => headerOf(table) ?? []);
  return [
    ...titles.map((value): SeenValue => ({ kind: "column", value })),
    ...labelsOf(document),
    ...tables.flatMap(monthsOf),
  ];
}

/** Tables by themselves: those within a row repeat it for phones. */
export function outerTables(document: HtmlNode): HtmlElement[] {
  return findAll(document, "table").filter((table) => findAncestor(table, "tr") === null);
}

/** `12 Oct.`, `1er Mai 2024`. */
const DATE_IN_WORDS = /^\d{1,2}(?:er)? (\p{L}[\p{L}\p{M}]*\.?)(?: \d{4})?$/u;

/** Months of the dates in a table, as written. */
function monthsOf(table: HtmlElement): SeenValue[] {
  const at = headerOf(table)?.findIndex((title) => title.startsWith("date")) ?? -1;
  return tableRows(table).filter(isData).flatMap((row): SeenValue[] => {
    const cell = cellsOf(row)[at];
    const month = cell === undefined ? undefined : DATE_IN_WORDS.exec(text(cell))?.[1];
    return month === undefined ? [] : [{ kind: "month", value: month }];
  });
}

/**
 * Labels at the top of an athlete's page, `Né(e) en :`; those in menus and at the foot are of no
 * interest.
 */
export function labelsOf(document: HtmlNode): SeenValue[] {
  const lines = findAll(document, "p").filter((line) =>
    findAncestor(line, "header", "nav", "footer", "aside", "tr") === null
  );
  return lines.flatMap((line): SeenValue[] => {
    const [label] = childElements(line, "span");
    const value = label === undefined ? "" : text(label);
    return value.endsWith(":") ? [{ kind: "label", value }] : [];
  });
}

/** Keys of the objects in a JSON list. */
export function keysOf(json: string): SeenValue[] {
  // One client of the site guards against a callback around it.
  const bare = json.replace(/^\ufeff/, "").trim().replace(/^[\w$.]+\(([\s\S]*)\);?$/, "$1");
  const data: unknown = JSON.parse(bare);
  const objects = (Array.isArray(data) ? data : [data]).filter((item) =>
    typeof item === "object" && item !== null
  );
  return objects.flatMap((item) =>
    Object.keys(item).map((value): SeenValue => ({ kind: "key", value }))
  );
}

/** Those that were never seen before, each once, with how often they stand there. */
export function unknownValues(values: readonly SeenValue[]): UnknownValue[] {
  const unknown = new Map<string, UnknownValue>();
  for (const seen of values) {
    if (isKnownValue(seen)) continue;
    const key = `${seen.kind} ${seen.value}`;
    const entry = unknown.get(key) ?? { kind: seen.kind, value: fitToShow(seen.value), count: 0 };
    entry.count++;
    unknown.set(key, entry);
  }
  return [...unknown.values()];
}

/** Longest value shown, in characters: enough to know a word again. */
const LONGEST_SHOWN = 40;

/**
 * A code or word as it stands; where columns have moved it may be a person's name, of which the
 * outline stays.
 */
function fitToShow(value: string): string {
  const words = value.match(/\p{L}[\p{L}\p{M}'’-]+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return capital.length > 1
    ? outlineText(value).slice(0, LONGEST_SHOWN)
    : value.slice(0, LONGEST_SHOWN);
}
