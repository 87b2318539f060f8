import type { Column, RowFault } from "./directory_row.ts";

/**
 * What of a column was not understood: how often, and where first. Without the values: they may
 * name somebody.
 */
export type Refusal = RowFault & {
  lines: number;
  /** Numbers of the first such lines, the header being line 1. */
  firstLines: number[];
};

/** Fewest lines of which a share says something about the file. */
const ENOUGH_LINES = 20;
/** Line numbers reported for each column: enough to find out what is wrong. */
const LINES_REPORTED = 5;

/** Counts what of the lines of a file is not understood. */
export class RefusedLines {
  readonly #refusals = new Map<string, Refusal>();
  #lines = 0;

  countLine(): void {
    this.#lines++;
  }

  add({ column, isLeftOut }: RowFault, line: number): void {
    const key = `${column} ${isLeftOut}`;
    const refusal = this.#refusals.get(key) ?? { column, isLeftOut, lines: 0, firstLines: [] };
    refusal.lines++;
    if (refusal.firstLines.length < LINES_REPORTED) refusal.firstLines.push(line);
    this.#refusals.set(key, refusal);
  }

  /** Lines that were left out as a whole. */
  get leftOut(): number {
    return this.list().reduce((sum, { isLeftOut, lines }) => sum + (isLeftOut ? lines : 0), 0);
  }

  /** Whether no line, or not even half of a column, was understood: it is some other file. */
  get isWrongFile(): boolean {
    return this.#lines > 0 && this.leftOut === this.#lines ||
      this.#lines >= ENOUGH_LINES && this.list().some(({ lines }) => lines > this.#lines / 2);
  }

  /** What occurs most often first. */
  list(): Refusal[] {
    return [...this.#refusals.values()].sort((a, b) => b.lines - a.lines);
  }
}

/** Says in words what of a column was not understood. */
export function describeRefusal(
  { column, isLeftOut, lines, firstLines }: {
    column: Column;
    isLeftOut: boolean;
    lines: number;
    firstLines: readonly number[];
  },
): string {
  const where = `${column} of line ${firstLines.join(", ")}${
    lines > firstLines.length ? " …" : ""
  }`;
  return `${where}: not understood; ${
    isLeftOut ? "left out" : "taken without it"
  }, ${lines} in all`;
}
