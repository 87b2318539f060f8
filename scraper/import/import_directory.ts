import type { Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/directory/opposition.ts";
import { importStaged, type Staged } from "@mypacer/shared/directory/import_staged.ts";
import { withCrawlLock } from "../repositories/crawl_locks.ts";
import { copyToStaging, createStaging } from "./staging.ts";
import type { DirectoryRow } from "./directory_row.ts";
import { ImportError, readDirectory, type ReadOptions } from "./read_directory.ts";
import { describeRefusal, type Refusal, RefusedLines } from "./refused_lines.ts";

/** What an import did. */
export type ImportReport = Staged & {
  /** Lines read, without the header. */
  lines: number;
  /** Lines left out because their id or name is not understood. */
  leftOut: number;
  /** What of the lines was not understood. */
  refused: Refusal[];
  /** Lines left out because the athlete objected. */
  opposed: number;
  seconds: number;
};

export type ImportOptions = Omit<ReadOptions, "refused"> & {
  season: number;
  oppositionKey?: string | undefined;
  /** Called once all lines are read and the directory is being filled. */
  onRead?: (lines: number) => void;
};

/** Memory for making indexes of a whole directory at once, in place of the server's default. */
const INDEX_MEMORY = "256MB";

/**
 * Loads a directory file, as a whole or not at all. A line that is not understood is left out, such
 * a field counts as empty; both are reported.
 *
 * @throws {ImportError} If the file cannot be read, or not half of its lines are understood.
 * @throws {CrawlBusy} If a crawl or another import is under way.
 */
export async function importDirectory(
  sql: Sql,
  file: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const began = performance.now();
  const readAt = new Date();
  const { season, oppositionKey, onRead = () => {} } = options;
  let opposed = 0;
  const refused = new RefusedLines();
  const listedRows = async function* (): AsyncGenerator<DirectoryRow[]> {
    for await (const rows of readDirectory(file, { ...options, refused })) {
      const ids = await isOpposed(sql, rows.map(({ ffaId }) => ffaId), { key: oppositionKey });
      const listed = ids.size === 0 ? rows : rows.filter(({ ffaId }) => !ids.has(ffaId));
      opposed += rows.length - listed.length;
      yield listed;
    }
  };
  const { copied, staged } = await withCrawlLock(sql, () =>
    sql.begin(async (sql) => {
      await sql`select set_config('maintenance_work_mem', ${INDEX_MEMORY}, true)`;
      await createStaging(sql);
      const copied = await copyToStaging(sql, listedRows());
      const [worst] = refused.list();
      if (refused.isWrongFile && worst !== undefined) throw new ImportError(describeRefusal(worst));
      onRead(copied + opposed);
      return { copied, staged: await importStaged(sql, { season, readAt }) };
    }));
  // Searches are planned by these figures from the first one on.
  await sql`analyze club, athlete, membership`;
  const seconds = (performance.now() - began) / 1000;
  const { leftOut } = refused;
  const lines = copied + opposed + leftOut;
  return { ...staged, lines, leftOut, refused: refused.list(), opposed, seconds };
}
