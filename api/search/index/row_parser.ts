import { bytes } from "./build_memory.ts";
import { Growing } from "./growing.ts";

const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;
const N = 78;
const ZERO = 48;

/** Columns of the directory that are read, by their names in the database: their place in a row. */
export const FIELD = {
  id: 0,
  ffa_id: 1,
  name: 2,
  normalized_name: 3,
  birth_year: 4,
  birth_year_min: 5,
  birth_year_max: 6,
  sex: 7,
  nationality: 8,
  category: 9,
  club_id: 10,
  first_season: 11,
  last_season: 12,
} as const;

/** Names of the columns, in the order in which {@linkcode RowParser} expects them. */
export const COLUMNS = Object.keys(FIELD);

/** Place of a column in a row. */
type Field = typeof FIELD[keyof typeof FIELD];

/** One row as it stands in the bytes that came; valid until the next one is read. */
export class RawRow {
  bytes: Uint8Array = new Uint8Array();
  /** Where each field begins, and behind the last the end of the line plus one. */
  readonly starts = new Int32Array(COLUMNS.length + 1);

  start(field: Field): number {
    return this.starts[field] ?? 0;
  }

  /** Where a field ends: the tab or newline behind it. */
  end(field: Field): number {
    return (this.starts[field + 1] ?? 0) - 1;
  }

  length(field: Field): number {
    return this.end(field) - this.start(field);
  }

  /** Whether a field has no value, which COPY writes as `\N`. */
  isNull(field: Field): boolean {
    const start = this.start(field);
    return this.length(field) === 2 && this.bytes[start] === BACKSLASH &&
      this.bytes[start + 1] === N;
  }

  /** The number of a field, 0 where there is none. */
  number(field: Field): number {
    if (this.isNull(field)) return 0;
    const end = this.end(field);
    let value = 0;
    for (let at = this.start(field); at < end; at++) {
      value = value * 10 + ((this.bytes[at] ?? ZERO) - ZERO);
    }
    return value;
  }

  /** The text of a field that is ASCII; null where there is none. */
  code(field: Field): string | null {
    if (this.isNull(field)) return null;
    return String.fromCharCode(...this.bytes.subarray(this.start(field), this.end(field)));
  }
}

/** What rows are read into. */
export interface RowSink {
  addRow(row: RawRow): void;
}

/** What PostgreSQL writes for a sign that would end a field. */
const ESCAPED: Readonly<Record<number, number>> = {
  98: 8,
  102: 12,
  110: 10,
  114: 13,
  116: 9,
  118: 11,
};

/**
 * Reads rows from the text that `COPY … TO STDOUT` sends, straight from the bytes: a string for
 * every name of a million would cost more than all the rest.
 */
export class RowParser {
  readonly #sink: RowSink;
  readonly #row = new RawRow();
  /** The beginning of a row whose end has not come yet. */
  readonly #rest = new Growing(bytes);

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** @throws {SyntaxError} If a line has another number of fields. */
  push(chunk: Uint8Array): void {
    let line = 0;
    if (this.#rest.length > 0) {
      line = chunk.indexOf(NEWLINE) + 1;
      this.#rest.append(chunk, 0, line === 0 ? chunk.length : line);
      if (line === 0) return;
      this.#readLine(this.#rest.current, 0, this.#rest.length - 1);
      this.#rest.length = 0;
    }
    while (line < chunk.length) {
      const end = chunk.indexOf(NEWLINE, line);
      if (end === -1) break;
      this.#readLine(chunk, line, end);
      line = end + 1;
    }
    this.#rest.append(chunk, line, chunk.length);
  }

  /** @throws {SyntaxError} If the last line is cut off. */
  end(): void {
    if (this.#rest.length > 0) throw new SyntaxError("Cannot read the directory: a row is cut off");
  }

  #readLine(bytes: Uint8Array, from: number, to: number): void {
    const row = this.#row;
    const { starts } = row;
    let count = 1;
    let escaped = false;
    starts[0] = from;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if (byte === TAB && count < starts.length) starts[count++] = at + 1;
      else if (byte === BACKSLASH && bytes[at + 1] !== N) escaped = true;
    }
    if (count !== COLUMNS.length) {
      throw new SyntaxError(`Cannot read the directory: a row has ${count} columns`);
    }
    starts[count] = to + 1;
    row.bytes = bytes;
    if (escaped) this.#unescape(row);
    this.#sink.addRow(row);
  }

  #unescape(row: RawRow): void {
    const { bytes, starts } = row;
    const plain = new Uint8Array((starts[COLUMNS.length] ?? 0) - (starts[0] ?? 0));
    let length = 0;
    for (let field = 0; field < COLUMNS.length; field++) {
      const from = starts[field] ?? 0;
      const to = (starts[field + 1] ?? 0) - 1;
      starts[field] = length;
      for (let at = from; at < to; at++) {
        const byte = bytes[at] ?? 0;
        const next = bytes[at + 1] ?? 0;
        if (byte !== BACKSLASH || next === N) plain[length++] = byte;
        else {
          plain[length++] = ESCAPED[next] ?? next;
          at++;
        }
      }
      length++;
    }
    starts[COLUMNS.length] = length;
    row.bytes = plain;
  }
}
