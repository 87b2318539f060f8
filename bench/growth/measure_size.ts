import { fileURLToPath } from "node:url";
import { connect } from "@mypacer/shared/database/connect.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { MAX_CLUBS } from "../../simulator/people/clubs.ts";
import { startBenchDatabase } from "../bench_database.ts";
import { FULL_SIZE, InventedDirectory } from "../search/directory.ts";
import { loadDirectory } from "../search/load_directory.ts";
import type { MadeIndexFigures } from "./make_index_file.ts";
import { measureSearch, type SearchFigures } from "./measure_search.ts";

/** What a directory of some size came to. */
export interface SizeFigures {
  athletes: number;
  clubs: number;
  index: MadeIndexFigures;
  search: SearchFigures;
  /** Size of the database, MB; null where it was not filled. */
  databaseMb: number | null;
}

/** How a size is measured. */
export interface MeasureOptions {
  athletes: number;
  seed: number;
  each: number;
  seconds: number;
  /** Whether the database is filled, for its size alone. */
  fillsDatabase: boolean;
  say: (line: string) => void;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Memory that the process which makes an index may take for its own objects, MB. */
const HEAP_MB = 4096;

/** As many clubs for each athlete as in production, as far as the simulator numbers them. */
export function clubsFor(athletes: number): number {
  const share = FULL_SIZE.clubs / FULL_SIZE.athletes;
  return Math.min(MAX_CLUBS, Math.max(2, Math.round(athletes * share)));
}

/**
 * Measures a directory of one size.
 *
 * @param parts Takes what is to be stopped and removed: a database, a folder, processes.
 */
export async function measureSize(
  parts: AsyncDisposableStack,
  { athletes, seed, each, seconds, fillsDatabase, say }: MeasureOptions,
): Promise<SizeFigures> {
  const size = { ...FULL_SIZE, seed, athletes, clubs: clubsFor(athletes) };
  const databaseUrl = await startBenchDatabase(parts);
  const indexFolder = await Deno.makeTempDir({ prefix: "mypacer-growth-" });
  parts.defer(() => Deno.remove(indexFolder, { recursive: true }));
  const sql = connect({ url: databaseUrl, applicationName: "mypacer bench", max: 1 });
  parts.defer(() => sql.end());
  await migrate(sql);
  let databaseMb: number | null = null;
  if (fillsDatabase) {
    say(`${athletes} athletes: filling the database`);
    await loadDirectory(sql, new InventedDirectory(size));
    const [row] = await sql<{ bytes: number }[]>`
      select pg_database_size(current_database()) as bytes
    `;
    databaseMb = (row?.bytes ?? NaN) / 1e6;
  }
  say(`${athletes} athletes: making the index`);
  const index = await makeIndexFile(parts, {
    file: `${indexFolder}/search-index`,
    databaseUrl,
    size,
  });
  say(`${athletes} athletes: starting the API and asking it`);
  const search = await measureSearch(parts, {
    databaseUrl,
    indexFolder,
    size,
    each,
    seconds,
  });
  return { athletes, clubs: size.clubs, index, search, databaseMb };
}

async function makeIndexFile(
  parts: AsyncDisposableStack,
  { file, databaseUrl, size }: { file: string; databaseUrl: string; size: typeof FULL_SIZE },
): Promise<MadeIndexFigures> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "-A",
      `--v8-flags=--max-old-space-size=${HEAP_MB}`,
      "bench/growth/make_index_file.ts",
      file,
      JSON.stringify(size),
    ],
    cwd: ROOT,
    env: { DATABASE_URL: databaseUrl },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let hasEnded = false;
  parts.defer(() => hasEnded ? undefined : child.kill());
  const { success, stdout } = await child.output();
  hasEnded = true;
  if (!success) throw new Error(`The index of ${size.athletes} athletes could not be made`);
  return JSON.parse(new TextDecoder().decode(stdout));
}
