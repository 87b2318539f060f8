/** Runners in the cells of a pasted list, below a header or without one. */
import type { Separator } from "./list_cells.ts";
import { splitAt, splitBelow } from "./list_cells.ts";
import { type Column, type ColumnUse, isLevel, isName, type ListColumns } from "./list_columns.ts";
import { type ReadLevel, readLevel, readResultCell, readVmaLevel } from "./runner_level.ts";
import { distanceCode } from "../../kit/tools/race_fields.ts";

/** A row that was read: its name may be empty, its level missing. */
export interface ReadRow {
  cells: readonly string[];
  name: string;
  /** Null where nothing in the row looks like a level. */
  level: ReadLevel | null;
  /** The used cells by place, and their content. */
  used: ReadonlyMap<number, ColumnUse>;
}

const joined = (cells: readonly string[]) => cells.filter((cell) => cell !== "").join(" ");
const succeeded = (level: ReadLevel | null) => level !== null && level.problem === undefined;

/** The fastest of several levels, else the reason why one of them failed. */
function best(levels: readonly (ReadLevel | null)[]): ReadLevel | null {
  let fastest: ReadLevel | null = null;
  for (const read of levels) {
    if (read === null || read.problem !== undefined) {
      fastest ??= read;
    } else if (
      fastest === null || fastest.problem !== undefined || read.level.vma > fastest.level.vma
    ) fastest = read;
  }
  return fastest;
}

/** Reads a row whose columns are known. */
function rowOf(cells: readonly string[], columns: readonly Column[]): ReadRow {
  const of = (wanted: (use: ColumnUse) => boolean) =>
    columns.flatMap(({ use }, at) => wanted(use) && cells[at] ? [{ use, cell: cells[at] }] : []);
  const distance = of(({ kind }) => kind === "distance")[0]?.cell;
  const vma = of(({ kind }) => kind === "vma").map(({ cell }) =>
    readVmaLevel(cell, { named: true }) ??
      (/\d/.test(cell) ? { problem: "runner-vma" as const } : null)
  );
  const results = of(({ kind }) => kind === "time" || kind === "result").map(({ use, cell }) =>
    use.kind === "result"
      ? readResultCell({ d: distanceCode(use.distance), t: cell })
      : distance === undefined
      ? readLevel(cell)
      : readResultCell({ d: distance, t: cell })
  );
  const told = vma.find(succeeded) ?? best(results);
  return {
    cells,
    name: joined(of(isName).map(({ cell }) => cell)),
    level: succeeded(told ?? null) ? told ?? null : vma[0] ?? told ?? null,
    used: new Map(columns.flatMap(({ use }, at) => use.kind === "unused" ? [] : [[at, use]])),
  };
}

/** Reads a row below a header. */
export function readRowBelow(
  line: string,
  { columns, separator }: { columns: readonly Column[]; separator: Separator },
): ReadRow {
  const [first, ...others] = splitBelow(line, separator, columns.length)
    .map((cells) => rowOf(cells, columns));
  if (first === undefined || others.length === 0) return first ?? rowOf([], columns);
  // `Anna,25,15,5` below `Nom,Âge,VMA`: the decimals belong to the level.
  const decimal = [first, ...others].filter(({ cells, level }) =>
    succeeded(level) && columns.some(({ use }, at) => isLevel(use) && cells[at]?.includes(","))
  );
  const [sure, other] = decimal;
  return sure !== undefined && other === undefined
    ? sure
    : { ...first, level: { problem: "runner-columns" } };
}

/** Most cells of a result: distance and time, each with its unit in a cell of its own. */
const MOST_CELLS = 4;
/** A cell that names somebody: letters, no figure, no address, no letter for the sex. */
const NAMING = /^(?!\p{L}$)[^\d@]*\p{L}[^\d@]*$/u;
/** Surname and given name. */
const NAME_CELLS = 2;

/** Cells of a row that can be read as a level. */
interface LevelCells {
  start: number;
  end: number;
  read: ReadLevel;
  /** Certainty: 1 for a result or a named VMA, 2 for a number with decimals, 3 for a number. */
  certainty: 1 | 2 | 3;
}

/** Cells of a row that are searched for a level; a wider list has a header. */
const SEARCHED_CELLS = 24;

function levelCells(row: readonly string[]): LevelCells[] {
  const cells = row.slice(0, SEARCHED_CELLS);
  const found: LevelCells[] = [];
  for (let start = 0; start < cells.length; start++) {
    for (let end = start + 1; end <= Math.min(cells.length, start + MOST_CELLS); end++) {
      const text = joined(cells.slice(start, end));
      const read = end === start + 1 || cells[start] && cells[end - 1] ? readLevel(text) : null;
      if (read === null) continue;
      const bare = /^\d{1,2}([.,]\d{1,20})?$/.exec(text);
      found.push({ start, end, read, certainty: !bare ? 3 : bare[1] ? 2 : 1 });
    }
  }
  return found;
}

/** The most certain levels of a row; several where they are equally certain. */
function surest(found: readonly LevelCells[], sureColumns: ReadonlySet<number>): LevelCells[] {
  const good = found.filter(({ read }) => read.problem === undefined);
  const most = Math.max(...good.map(({ certainty }) => certainty));
  const left = good.filter(({ certainty }) => certainty === most);
  if (most === 3) return left.slice(0, 1);
  const inColumn = left.filter(({ start }) => sureColumns.has(start));
  return inColumn.length > 0 ? inColumn : left;
}

/**
 * Columns of a list without a header that hold numbers with decimals somewhere: those are speeds,
 * ages are not.
 */
export function columnsWithDecimals(rows: readonly (readonly string[])[]): Set<number> {
  const columns = new Set<number>();
  for (const cells of rows) {
    for (const { start, end, certainty, read } of levelCells(cells)) {
      if (certainty === 2 && end === start + 1 && read.problem === undefined) columns.add(start);
    }
  }
  return columns;
}

/** Reads a row without a header. @param sureColumns As of {@link columnsWithDecimals}. */
export function readRow(cells: readonly string[], sureColumns: ReadonlySet<number>): ReadRow {
  const found = levelCells(cells);
  const levels = surest(found, sureColumns);
  const [level] = levels;
  const used = new Map<number, ColumnUse>();
  if (level === undefined || level.read.problem !== undefined) {
    const read = found.find(({ read }) => read.problem !== undefined)?.read ?? null;
    return { cells, name: cells.find((cell) => NAMING.test(cell)) ?? "", level: read, used };
  }
  const { level: { result } } = level.read;
  for (let at = level.start; at < level.end; at++) {
    used.set(at, result ? { kind: "result", distance: result.distance } : { kind: "vma" });
  }
  const free = cells.map((cell, at) => used.has(at) ? "" : cell);
  const naming = free.some((cell) => NAMING.test(cell)) ? NAMING : /\p{L}/u;
  const first = free.findIndex((cell) => naming.test(cell));
  const names: string[] = [];
  for (let at = first; at >= 0 && names.length < NAME_CELLS; at++) {
    const cell = free[at] ?? "";
    if (!naming.test(cell)) break;
    names.push(cell);
    used.set(at, { kind: "name" });
  }
  return {
    cells,
    name: joined(names),
    level: levels.length > 1 ? { problem: "runner-columns" } : level.read,
    used,
  };
}

/** The cells of a line without a header. */
export const cellsOf = splitAt;

/** How columns were read, from the rows and the header. */
export function listColumns(
  rows: readonly ReadRow[],
  header: readonly Column[] | null,
): ListColumns {
  const used = new Map<number, ColumnUse>();
  let width = header?.length ?? 0;
  for (const row of rows) {
    width = Math.max(width, row.cells.findLastIndex((cell) => cell !== "") + 1);
    for (const [at, use] of row.used) used.set(at, use);
  }
  const places = Array.from({ length: width }, (_, at) => at);
  return {
    used: places.flatMap((at) => used.get(at) ?? []),
    unused: places.filter((at) => !used.has(at)).map((at) => header?.[at]?.title || String(at + 1)),
  };
}

/** Whether the columns include a level, so that rows need not be searched for one. */
export function haveLevel(columns: readonly Column[]): boolean {
  return columns.some(({ use }) => isLevel(use));
}
