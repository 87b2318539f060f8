import type { Column, RowFault } from "./directory_row.ts";

/**
 * What of a file could not be taken, by column: how often, and where first. No value is told: it
 * may name somebody.
 */
export type Refusal = RowFault & {
  lines: number;
  /** Numbers of the first such lines, the header being line 1. */
  firstLines: number[];
};

/** Lines from which on a share of them says something. */
const MEANINGFUL = 20;
/** Line numbers told for each column. */
const MOST_TOLD = 5;

/** Counts what of the lines of a file cannot be taken. */
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
    if (refusal.firstLines.length < MOST_TOLD) refusal.firstLines.push(line);
    this.#refusals.set(key, refusal);
  }

  /** Lines that were left out as a whole. */
  get leftOut(): number {
    return this.list().reduce((sum, { isLeftOut, lines }) => sum + (isLeftOut ? lines : 0), 0);
  }

  /**
   * Whether nothing is left, or one column is so often wrong, that it is another file than it is
   * taken for.
   */
  get isWrongFile(): boolean {
    return this.#lines > 0 && this.leftOut === this.#lines ||
      this.#lines >= MEANINGFUL && this.list().some(({ lines }) => lines > this.#lines / 2);
  }

  /** What occurs most often first. */
  list(): Refusal[] {
    return [...this.#refusals.values()].sort((a, b) => b.lines - a.lines);
  }
}

/** Says in words what could not be taken of one column. */
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
