const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;

/** Columns that {@linkcode parseRows} expects, in this order. */
export const COLUMNS = [
  "id",
  "ffa_id",
  "name",
  "normalized_name",
  "birth_year",
  "birth_year_min",
  "birth_year_max",
  "sex",
  "nationality",
  "category",
  "club_id",
  "first_season",
  "last_season",
] as const;

/** One row as it stands in the bytes: where each field begins, and behind the last the end of the line plus one. */
export interface RawRow {
  bytes: Uint8Array;
  fields: Int32Array;
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
 * Reads rows from the text that `COPY … TO STDOUT` sends, straight from the bytes: a string for every name of a
 * million would cost more than all the rest.
 */
export class RowParser {
  readonly #sink: RowSink;
  readonly #row: RawRow = { bytes: new Uint8Array(), fields: new Int32Array(COLUMNS.length + 1) };
  #rest = new Uint8Array();

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** @throws {SyntaxError} If a line has another number of fields. */
  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    let line = 0;
    while (line < bytes.length) {
      const end = bytes.indexOf(NEWLINE, line);
      if (end === -1) break;
      this.#readLine(bytes, line, end);
      line = end + 1;
    }
    this.#rest = bytes.slice(line);
  }

  /** @throws {SyntaxError} If the last line is cut off. */
  end(): void {
    if (this.#rest.length > 0) throw new SyntaxError("Cannot read the directory: a row is cut off");
  }

  #readLine(bytes: Uint8Array, from: number, to: number): void {
    const row = this.#row;
    const { fields } = row;
    let count = 1;
    let escaped = false;
    fields[0] = from;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if (byte === TAB && count < fields.length) fields[count++] = at + 1;
      else if (byte === BACKSLASH && bytes[at + 1] !== 78) escaped = true;
    }
    if (count !== COLUMNS.length) {
      throw new SyntaxError(`Cannot read the directory: a row has ${count} columns`);
    }
    fields[count] = to + 1;
    row.bytes = bytes;
    if (escaped) this.#unescape(row);
    this.#sink.addRow(row);
  }

  #unescape(row: RawRow): void {
    const { bytes, fields } = row;
    const plain = new Uint8Array((fields[COLUMNS.length] ?? 0) - (fields[0] ?? 0));
    let length = 0;
    for (let field = 0; field < COLUMNS.length; field++) {
      const from = fields[field] ?? 0;
      const to = (fields[field + 1] ?? 0) - 1;
      fields[field] = length;
      for (let at = from; at < to; at++) {
        const byte = bytes[at] ?? 0;
        const next = bytes[at + 1] ?? 0;
        if (byte !== BACKSLASH || next === 78) plain[length++] = byte;
        else {
          plain[length++] = ESCAPED[next] ?? next;
          at++;
        }
      }
      length++;
    }
    fields[COLUMNS.length] = length;
    row.bytes = plain;
  }
}

/** A field's text is `\N`: there is no value. */
export function isNull(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && bytes[from] === BACKSLASH && bytes[from + 1] === 78;
}

/** The number of a field, 0 where there is none. */
export function numberAt(bytes: Uint8Array, from: number, to: number): number {
  if (isNull(bytes, from, to)) return 0;
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + ((bytes[at] ?? 48) - 48);
  return value;
}
