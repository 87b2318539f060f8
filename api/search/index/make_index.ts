import type { Sql } from "@mypacer/shared/database/connect.ts";
import { readDirectoryVersion } from "../../repositories/directory_version.ts";
import { type IndexBasis, readIndexFile, removeLeftParts, writeIndexFile } from "./index_file.ts";
import { readDirectory } from "./read_directory.ts";
import { type SharedIndex, shareIndex } from "./shared_index.ts";

/** What an index is made of, and where it is kept. */
export interface IndexOrder extends Omit<IndexBasis, "directoryVersion"> {
  /** The file that all processes of the host read; null where there is none. */
  file: string | null;
}

/** An index that is ready to be searched. */
export interface MadeIndex {
  shared: SharedIndex;
  basis: IndexBasis;
  /** Read from the file, where another process had just written it. */
  source: "directory" | "file";
  /** Why it could not be written to its file; null if it was, or need not be. */
  writeError: string | null;
}

/** Key of the advisory lock on making the file: "index" in ASCII, as a number. */
const LOCK = 0x69_6e_64_65_78;

/**
 * Makes an index of the directory as it is now, and writes it to its file.
 *
 * Of several processes one reads the directory, while the others wait and read the file. The lock
 * is the database connection's: it ends with the process that holds it.
 *
 * @param sql A pool of one connection, closed by the caller.
 */
export async function makeIndex(sql: Sql, { file, ...wanted }: IndexOrder): Promise<MadeIndex> {
  if (file === null) return await readAnew(sql, wanted);
  await sql`select pg_advisory_lock(${LOCK}::bigint)`;
  try {
    const basis = { directoryVersion: await readDirectoryVersion(sql), ...wanted };
    const reading = await readIndexFile(file, basis);
    if ("shared" in reading) {
      return { shared: reading.shared, basis, source: "file", writeError: null };
    }
    const made = await readAnew(sql, wanted);
    try {
      await removeLeftParts(file);
      await writeIndexFile(file, made);
    } catch (error) {
      // The index is good; the next start will take longer.
      return { ...made, writeError: error instanceof Error ? error.message : String(error) };
    }
    return made;
  } finally {
    await sql`select pg_advisory_unlock(${LOCK}::bigint)`;
  }
}

async function readAnew(sql: Sql, wanted: Omit<IndexOrder, "file">): Promise<MadeIndex> {
  // Before the directory, which may change meanwhile: the index is no older than it says.
  const basis = { directoryVersion: await readDirectoryVersion(sql), ...wanted };
  const shared = shareIndex(await readDirectory(sql, wanted));
  return { shared, basis, source: "directory", writeError: null };
}
