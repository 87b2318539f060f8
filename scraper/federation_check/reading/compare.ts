import type { PageOutline, RowsOutline } from "./outline.ts";

/** Share of rows with a feature from which it belongs to how rows are built: clearly most. */
const USUAL_SHARE = 0.6;
/** Fewest rows of which a share says something; of fewer, only rows and cells are compared. */
const ENOUGH_ROWS = 5;
const ROWS_AND_CELLS = /^(?:t[rdh]\b|\w+ > t[rdh]$)/;
/** Most differences reported of one page: with more, it is another page. */
const MOST_DIFFERENCES = 12;

/**
 * Says what differs in how two pages of one kind are built; nothing where only what stands in them
 * does.
 */
export function compareOutlines(before: PageOutline, after: PageOutline): string[] {
  if (before.form !== after.form) return [`it was ${before.form} and is ${after.form}`];
  const isList = before.form === "list" && before.keys.length > 0 && after.keys.length > 0;
  const differences = [
    ...isList ? compareSets("key", before.keys, after.keys) : [],
    ...compareSets("element", before.frame, after.frame),
    ...compareRows("row", before.rows, after.rows),
    ...compareRows("detail of rows", before.details, after.details),
    ...compareColumns(before, after),
    ...compareLabels(before.labels, after.labels),
  ];
  const more = differences.length - MOST_DIFFERENCES;
  return more > 1 ? [...differences.slice(0, MOST_DIFFERENCES), `and ${more} more`] : differences;
}

function compareSets(what: string, before: readonly string[], after: readonly string[]): string[] {
  const had = new Set(before);
  const has = new Set(after);
  return [
    ...before.filter((part) => !has.has(part)).map((part) => `${what} gone: ${part}`),
    ...after.filter((part) => !had.has(part)).map((part) => `new ${what}: ${part}`),
  ];
}

/** What most rows had and none has, or none had and most have. */
function compareRows(what: string, before: RowsOutline, after: RowsOutline): string[] {
  if (before.count === 0 || after.count === 0) return [];
  const isFew = Math.min(before.count, after.count) < ENOUGH_ROWS;
  const usualFeatures = ({ shares }: RowsOutline, others: RowsOutline) =>
    [...shares].filter(([part, share]) =>
      share >= (isFew ? 1 : USUAL_SHARE) && (!isFew || ROWS_AND_CELLS.test(part)) &&
      !others.shares.has(part)
    ).map(([part]) => part);
  return [
    ...usualFeatures(before, after).map((part) => `gone in each ${what}: ${part}`),
    ...usualFeatures(after, before).map((part) => `new in each ${what}: ${part}`),
  ];
}

function compareColumns({ columns: before, rows }: PageOutline, after: PageOutline): string[] {
  // A list without rows may show no titles.
  if (rows.count === 0 || after.rows.count === 0) return [];
  return compareSets("table of columns", [...new Set(before)], [...new Set(after.columns)]);
}

/** Labels stand where there is a value: only new words, or none at all, are a change. */
function compareLabels(before: readonly string[], after: readonly string[]): string[] {
  if (before.length > 0 && after.length === 0) return ["all labels are gone"];
  return after.filter((label) => /^(?:a|A|9|[^\p{L}])+$/u.test(label) && !before.includes(label))
    .map((label) => `new label: ${label}`);
}
