/** Cells of a pasted list: lines of a spreadsheet, a CSV file, a table of a document. */

/** Separators of cells, surest first. */
const SEPARATORS = ["\t", ";", "|", ","] as const;
/** A separator of cells. */
export type Separator = typeof SEPARATORS[number];

/** Most decimal commas of a line that are tried. */
const MAX_DECIMALS = 6;

/** The separator of a line; null where it has one cell. */
export function separatorOf(line: string): Separator | null {
  return SEPARATORS.find((separator) => splitAt(line, separator).length > 1) ?? null;
}

/** Cuts at a separator, except within quotes, where a quote is doubled. */
function cutAt(line: string, separator: Separator): string[] {
  const cells: string[] = [];
  let rest = line;
  while (true) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const behind = quoted === null ? "" : rest.slice(quoted[0].length);
    if (quoted !== null && (behind === "" || behind.startsWith(separator))) {
      cells.push((quoted[1] ?? "").replaceAll('""', '"'));
      if (behind === "") return cells;
      rest = behind.slice(1);
      continue;
    }
    const end = rest.indexOf(separator);
    cells.push(end < 0 ? rest : rest.slice(0, end));
    if (end < 0) return cells;
    rest = rest.slice(end + 1);
  }
}

/**
 * Whether a comma between two cells is a decimal one: `16,5`, `16,666666667`; `25,1990` are an age
 * and a year.
 */
function isDecimal(before: string, behind: string): boolean {
  return /(?:^|[^\d.,])\d{1,2}$/.test(before) && /^(?:\d{1,2}|\d{6,})(?![\d.:'])/.test(behind);
}

/** Places of the commas that may be decimal commas, each between a cell and the next. */
function decimalPlaces(cells: readonly string[]): number[] {
  return cells.flatMap((cell, at) => {
    const next = cells[at + 1];
    return next !== undefined && isDecimal(cell, next) ? [at] : [];
  });
}

/**
 * Joins decimals that were cut at a comma.
 *
 * @param places Cells that the next one belongs to.
 */
function joinAt(cells: readonly string[], places: readonly number[]): string[] {
  return cells.flatMap((cell, at) => {
    if (places.includes(at - 1)) return [];
    return [(places.includes(at) ? `${cell},${cells[at + 1]}` : cell).trim()];
  });
}

/** Whether two places share a cell: `25,15,5` is 25,15 or 15,5. */
const overlap = (places: readonly number[]) =>
  places.some((place, at) => places[at + 1] === place + 1);

/**
 * The cells of a line, without spaces and quotes around them.
 */
export function splitAt(line: string, separator: Separator): string[] {
  // A Markdown table has its separator at both ends.
  const bare = separator === "|" ? line.trim().replaceAll(/^\||\|$/g, "") : line;
  const cells = cutAt(bare, separator);
  const places = separator === "," ? decimalPlaces(cells) : [];
  return joinAt(cells, overlap(places) ? [] : places);
}

/**
 * The cells of a line below a header: with commas as separators, all ways to read some of them as
 * decimal commas that result in as many cells as the header has.
 *
 * @param count Cells of the header.
 */
export function splitBelow(line: string, separator: Separator, count: number): string[][] {
  if (separator !== ",") return [splitAt(line, separator)];
  const cells = cutAt(line, separator);
  const spare = cells.length - count;
  const places = decimalPlaces(cells);
  if (spare <= 0 || places.length < spare || places.length > MAX_DECIMALS) {
    return [joinAt(cells, [])];
  }
  let ways: number[][] = [[]];
  for (const place of places) ways = [...ways, ...ways.map((way) => [...way, place])];
  return ways.filter((way) => way.length === spare && !overlap(way))
    .map((way) => joinAt(cells, way));
}
