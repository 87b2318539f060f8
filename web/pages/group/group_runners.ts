/** Runners of a group as they are typed, or pasted from a spreadsheet. */
import { clipText, plainText, visibleLines } from "@mypacer/shared/domain/measure/typed_text.ts";
import { MAX_NAME, MAX_RUNNERS } from "./group_limits.ts";
import type {
  GroupNotes,
  GroupProblem,
  GroupProblems,
  RunnerProblemCode,
} from "./group_problem.ts";
import { type Separator, separatorOf } from "./list_cells.ts";
import {
  type Column,
  columnUse,
  isHeaderOfWords,
  type ListColumns,
  readHeader,
} from "./list_columns.ts";
import {
  cellsOf,
  columnsWithDecimals,
  haveLevel,
  listColumns,
  type ReadRow,
  readRow,
  readRowBelow,
} from "./list_rows.ts";
import { type ReadLevel, readLevel, type RunnerLevel } from "./runner_level.ts";

/** A runner of a group. */
export interface GroupRunner extends RunnerLevel {
  name: string;
}

/**
 * A list that was read: its runners, how its columns were read, and problems by line (`runners3`).
 */
export interface ReadRunners {
  runners: GroupRunner[];
  /** Null where it has none. */
  columns: ListColumns | null;
  notes: GroupNotes;
  problems: GroupProblems;
}

/** Bullets and numbers before a name. */
const LEAD_IN = /^(?:[-•*·–]+ |\d{1,2}[.)] )/;
const AROUND_NAME = /^["'«“=\s]+|["'»”\s,;:=>→([{–-]+$/gu;
/** A figure with its unit or its minutes, which cannot be part of a name. */
const FIGURE = /\d ?['’":]|\d ?(?:km|h)(?!\p{L})/iu;
/** Words for VMA at the end of a name: `Bob VMA 15` names Bob. */
const VMA_BEHIND_NAME = /[\s,;:(–-]+(?:v\.?m\.?a\.?|mas)$/iu;
/** A name and a number behind it, which can only be a VMA. */
const LONE_NUMBER = /^[^\d]*\p{L}[^\d]*[\s,;:=(-]\d{1,3}(?:[.,]\d+)?\)?$/u;
/**
 * Where a name may end in a line without columns; a comma or a colon between digits is part of a
 * figure.
 */
const GAP = /(?:[\s=(–-]|(?<!\d)[,:]|[,:](?!\d))+/g;

function namedBy(text: string): string {
  const name = text.replaceAll(AROUND_NAME, "").replace(VMA_BEHIND_NAME, "");
  return clipText(name.replaceAll(AROUND_NAME, ""), MAX_NAME).trim();
}

/**
 * Reads a line without columns: a name, then a level that begins as early as possible; or a level,
 * then a name.
 */
function readFreely(line: string): { name: string; level: ReadLevel | null } {
  if (line.length > MAX_LINE) return { name: "", level: null };
  const bare = line.replace(LEAD_IN, "");
  const gaps = [...bare.matchAll(GAP)].map(({ index, 0: gap }) => ({
    index,
    end: index + gap.length,
  }));
  const parts = [
    ...gaps.map(({ index }) => [bare.slice(0, index), bare.slice(index)] as const),
    ...gaps.toReversed().map(({ index, end }) => [bare.slice(end), bare.slice(0, index)] as const),
  ];
  for (const [before, text] of parts) {
    const name = namedBy(before);
    if (!/\p{L}/u.test(name) || FIGURE.test(name)) continue;
    const level = readLevel(text);
    if (level !== null) return { name, level };
  }
  const level = readLevel(bare) ?? (LONE_NUMBER.test(bare) ? { problem: "runner-vma" } : null);
  return { name: "", level };
}

/** A line of a list, its separator, and the header above it. */
interface ListLine {
  number: number;
  line: string;
  separator: Separator | null;
  header: { columns: Column[]; separator: Separator } | null;
}

/** Longest line that is read: more than a club's export has for a runner. */
const MAX_LINE = 300;

/** The lines that are about runners, each with the header above it. */
function linesOf(text: string): ListLine[] {
  let header: ListLine["header"] = null;
  const lines: ListLine[] = [];
  for (const [index, line] of visibleLines(text).entries()) {
    // The line below the header of a Markdown table.
    if (line.trim() === "" || /^[\s|:+-]+$/.test(line)) continue;
    const separator = line.length > MAX_LINE ? null : separatorOf(line);
    const columns = separator === null
      ? null
      : readHeader(line, separator, { first: lines.length === 0 });
    if (columns !== null && separator !== null) header = { columns, separator };
    else if (separator === null && isTitle(line, lines.length === 0)) continue;
    else lines.push({ number: index + 1, line, separator, header });
  }
  return lines;
}

/** Whether a line of one cell is a header: names of columns, or one of them on the first line. */
function isTitle(line: string, first: boolean): boolean {
  if (isHeaderOfWords(line)) return true;
  const use = first && !/\d/.test(line) ? columnUse(line) : null;
  return use !== null && use.kind !== "unused";
}

/** A line as it was read. */
interface ReadLine extends ListLine {
  row: ReadRow | null;
  name: string;
  level: ReadLevel | null;
}

/** Reads the lines that share a header, or a separator without a header. */
function readLines(lines: readonly ListLine[]): ReadLine[] {
  const sure = new Map<Separator, Set<number>>();
  const sureColumns = (separator: Separator) => {
    const known = sure.get(separator);
    if (known !== undefined) return known;
    const rows = lines.filter((line) => line.separator === separator)
      .map(({ line }) => cellsOf(line, separator));
    const columns = columnsWithDecimals(rows);
    sure.set(separator, columns);
    return columns;
  };
  return lines.map((line) => {
    const { separator, header } = line;
    const cells = separator === null ? [] : cellsOf(line.line, separator);
    const below = header !== null && haveLevel(header.columns) && header.separator === separator;
    const row = separator === null
      ? null
      : below
      ? readRowBelow(line.line, header)
      : readRow(cells, sureColumns(separator));
    const named = row !== null && /\p{L}/u.test(row.name) && row.level?.problem === undefined &&
      row.level !== null;
    if (row !== null && (below || named || row.level?.problem === "runner-columns")) {
      return { ...line, row, name: namedBy(row.name), level: row.level };
    }
    const free = readFreely(separator === null || separator === "," ? line.line : cells.join(" "));
    return { ...line, row: null, ...free };
  });
}

/** How the columns of a list were read; null where it has none. */
function columnsOf(lines: readonly ReadLine[]): ListColumns | null {
  const rows = lines.flatMap(({ row }) => row ?? []);
  const header = lines.find(({ row, header }) => row !== null && header !== null)?.header ?? null;
  return rows.length === 0 ? null : listColumns(rows, header?.columns ?? null);
}

/** Reads a list of runners, one a line, typed freely or in columns. */
export function readRunners(text: string): ReadRunners {
  const lines = linesOf(text);
  const problems: GroupProblems = {};
  const notes: GroupNotes = {};
  if (lines.length > MAX_RUNNERS) {
    problems.runners = { code: "runners", typed: String(lines.length) };
  }
  const read = readLines(lines.slice(0, MAX_RUNNERS));
  const runners = read.flatMap(({ number, line, name, level }) => {
    const code = problemOf(name, level);
    if (code !== null || level === null || level.problem !== undefined) {
      problems[`runners${number}`] = refusal(code ?? "runner", line);
      return [];
    }
    if (level.notes.length > 0) {
      notes[`runners${number}`] = level.notes.map((note) => ({ kind: "value", note }));
    }
    return [{ name, ...level.level }];
  });
  return { runners, columns: columnsOf(read), notes, problems };
}

function problemOf(name: string, level: ReadLevel | null): RunnerProblemCode | null {
  if (level === null) return "runner";
  return level.problem ?? (/\p{L}/u.test(name) ? null : "runner-name");
}

function refusal(code: RunnerProblemCode, line: string): GroupProblem {
  return { code, typed: clipText(plainText(line), MAX_NAME) };
}
