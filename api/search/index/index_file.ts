import { crc32 } from "node:zlib";
import type { SharedIndex } from "./shared_index.ts";

/**
 * Raised with every change of `IndexData` or of what its numbers mean: a file of another format is
 * made again. `shared_index_test.ts` holds the shape that belongs to the number.
 */
export const INDEX_FORMAT = 5;

/** What an index rests on. One that rests on anything else may show who must not be shown. */
export interface IndexBasis {
  /** As `readDirectoryVersion` tells it. */
  directoryVersion: string;
  /** Season; athletes of it or a later one come before the others. */
  activeSince: number;
  /** The latest birth year that is listed. */
  latestBirthYear: number;
}

/** Why a file is of no use. */
export type FileProblem =
  | "missing"
  /** Shorter than it says. */
  | "cut off"
  | "damaged"
  | "of another format"
  /** It rests on something else: another state of the directory, another season. */
  | "outdated"
  /** The system refuses to read it. */
  | "unreadable";

/** What reading a file came to. */
export type FileReading = { shared: SharedIndex } | { problem: FileProblem; error?: unknown };

/** First line of a file, with which no other begins. */
const MAGIC = "MyPacer search index\n";
/** The index begins here; before it, the first line, then a {@linkcode Header}, then spaces. */
const HEADER_BYTES = 1024;

/** What stands at the beginning of a file, as JSON. */
interface Header {
  format: number;
  basis: IndexBasis;
  /** Length of the index, bytes. */
  bytes: number;
  /** CRC-32 of the basis as JSON and of the index. */
  crc32: number;
}

/** Bytes read or written at once: other requests are answered between two pieces. */
const PIECE = 1 << 23;

/**
 * Reads an index from its file, straight into shared memory.
 *
 * @param basis What it must rest on.
 */
export async function readIndexFile(path: string, basis: IndexBasis): Promise<FileReading> {
  try {
    using file = await Deno.open(path);
    return await readFrom(file, basis);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { problem: "missing" };
    return { problem: "unreadable", error };
  }
}

async function readFrom(file: Deno.FsFile, basis: IndexBasis): Promise<FileReading> {
  const { size } = await file.stat();
  if (size < HEADER_BYTES) return { problem: "cut off" };
  const beginning = new Uint8Array(HEADER_BYTES);
  await readInto(file, beginning);
  const header = parseHeader(new TextDecoder().decode(beginning));
  if (header === null) return { problem: "damaged" };
  if (header.format !== INDEX_FORMAT) return { problem: "of another format" };
  const basisText = JSON.stringify(header.basis);
  if (basisText !== JSON.stringify(basis)) return { problem: "outdated" };
  const rest = size - HEADER_BYTES;
  if (rest !== header.bytes) return { problem: rest < header.bytes ? "cut off" : "damaged" };
  const shared = new SharedArrayBuffer(header.bytes);
  const content = new Uint8Array(shared);
  await readInto(file, content);
  return checksum(basisText, content) === header.crc32 ? { shared } : { problem: "damaged" };
}

function parseHeader(text: string): Header | null {
  if (!text.startsWith(MAGIC)) return null;
  try {
    return JSON.parse(text.slice(MAGIC.length));
  } catch {
    return null;
  }
}

/** Fills an array from a file. @throws {Deno.errors.UnexpectedEof} If the file is shorter. */
async function readInto(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const count = await file.read(bytes.subarray(at, at + PIECE));
    if (count === null) throw new Deno.errors.UnexpectedEof("The file ends too early");
    at += count;
  }
}

const checksum = (basisText: string, content: Uint8Array) => crc32(content, crc32(basisText));

/** Another name than any other process writes to. */
const partOf = (path: string) => `${path}.${crypto.randomUUID()}.part`;

/**
 * Writes an index to its file, which is replaced at once and as a whole: whoever reads it meanwhile
 * reads the former one. Only this account may read it, for it names people.
 */
export async function writeIndexFile(
  path: string,
  { shared, basis }: { shared: SharedIndex; basis: IndexBasis },
): Promise<void> {
  const content = new Uint8Array(shared);
  const header: Header = {
    format: INDEX_FORMAT,
    basis,
    bytes: content.length,
    crc32: checksum(JSON.stringify(basis), content),
  };
  const beginning = new TextEncoder().encode(
    (MAGIC + JSON.stringify(header)).padEnd(HEADER_BYTES),
  );
  const part = partOf(path);
  try {
    {
      using file = await Deno.open(part, { write: true, createNew: true, mode: 0o600 });
      for (const bytes of [beginning, content]) await writeAll(file, bytes);
      // Before the name: after a loss of power it would stand for a file without its content.
      await file.sync();
    }
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at, at + PIECE));
}

/** Removes what writers left that were ended midway. None may be writing now. */
export async function removeLeftParts(path: string): Promise<void> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1) || ".";
  const name = path.slice(path.lastIndexOf("/") + 1);
  for await (const entry of Deno.readDir(folder)) {
    if (entry.name.startsWith(`${name}.`) && entry.name.endsWith(".part")) {
      await Deno.remove(folder === "." ? entry.name : folder + entry.name);
    }
  }
}
