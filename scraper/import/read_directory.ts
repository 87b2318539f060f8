import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, type Info, parse } from "csv-parse";
import { type Column, COLUMNS, type DirectoryRow, readDirectoryRow } from "./directory_row.ts";
import type { RefusedLines } from "./refused_lines.ts";

/** A directory file cannot be read. The message names the line and the column. */
export class ImportError extends Error {
  override name = "ImportError";
}

/** How a file is read. */
export type ReadOptions = {
  /** Nobody is born later. */
  thisYear: number;
  /** Counts what is not understood. */
  refused: RefusedLines;
  /** Called with the number of bytes read, before they are unpacked. */
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal;
};

/** Longest line, in characters: with an open quote, all that follows would be one line. */
const LONGEST_LINE = 20_000;
/** Rows handed over at once: enough for one query about objections to cost little. */
const BATCH = 2000;

/**
 * Reads a directory file, gzipped or plain, row by row; what is held in memory does not grow with
 * it.
 *
 * @returns Rows in the order of the file, in batches.
 * @throws {ImportError} If the file as a whole is wrong.
 */
export async function* readDirectory(
  file: string,
  { thisYear, refused, onBytes = () => {}, signal }: ReadOptions,
): AsyncGenerator<DirectoryRow[]> {
  const lines = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A quote within a name that is not quoted itself: one line's slip must not lose the others.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  });
  const parts = [await openText(file, onBytes), lines].flat();
  // The parser ends with the error of whatever fails before it.
  pipeline(parts, (error) => void (error && lines.destroy(error)));
  let header: Map<Column, number> | null = null;
  let batch: DirectoryRow[] = [];
  try {
    for await (const { record, info } of lines as AsyncIterable<{ record: string[]; info: Info }>) {
      signal?.throwIfAborted();
      if (header === null) {
        header = readHeader(record);
        continue;
      }
      const columns = header;
      const row = readDirectoryRow((column) => record[columns.get(column) ?? -1], {
        thisYear,
        note: (fault) => refused.add(fault, info.lines),
      });
      refused.countLine();
      if (row !== null) batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw toImportError(error);
  } finally {
    lines.destroy();
  }
  if (header === null) throw new ImportError("the file is empty");
  yield batch;
}

/** The file as text, unpacked when it begins as gzip does, whatever its name. */
async function openText(file: string, onBytes: (bytes: number) => void) {
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  const bytes: Readable = createReadStream(file, { highWaterMark: 256 * 1024 });
  return await isGzip(file) ? [bytes, counted, createGunzip()] : [bytes, counted];
}

async function isGzip(file: string): Promise<boolean> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } catch (cause) {
    throw new ImportError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function readHeader(record: string[]): Map<Column, number> {
  const names = record.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new ImportError(
      `line 1: columns missing: ${missing.join(", ")}; the header must name ${COLUMNS.join(",")}`,
    );
  }
  return new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
}

/** Turns the error of a broken file into one with words for people. */
function toImportError(cause: unknown): unknown {
  if (cause instanceof CsvError) {
    const line = "lines" in cause ? cause.lines : "?";
    const reason = cause.code === "CSV_MAX_RECORD_SIZE"
      ? `longer than ${LONGEST_LINE} characters: a quote may be left open`
      : cause.message;
    return new ImportError(`line ${line}: ${reason}`, { cause });
  }
  const unpacking = cause instanceof Error && "code" in cause && /^Z_/.test(String(cause.code));
  if (unpacking) {
    return new ImportError(`the file is no whole gzip file: ${cause.message}`, { cause });
  }
  return cause;
}
