import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { databaseUrl, databaseVariables } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { FIRST_SEASON, seasonOf } from "@mypacer/shared/domain/people/season.ts";
import {
  abortOnSignals,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  UsageError,
  wrongValue,
} from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { CrawlBusy } from "./repositories/crawl_locks.ts";
import { importDirectory } from "./import/import_directory.ts";
import { createImportProgress } from "./progress/import_progress.ts";
import { COLUMNS } from "./import/directory_row.ts";
import { ImportError } from "./import/read_directory.ts";
import { describeRefusal } from "./import/refused_lines.ts";

const HELP = `Loads a directory of athletes from a CSV file, gzipped or plain.

Usage: deno task db:import FILE.csv.gz [--season YEAR]

The first line names the columns, in any order; others beside them are ignored:
  ${COLUMNS.join(",")}
club_id is the club's federation number. All but ffa_id and name may be empty.
A line without a readable id or name is left out, any other field that is not understood counts as
empty; both are reported by their line numbers. A file of which not half is understood is not loaded.
What the directory knows better stays.

  --season YEAR   the season the file tells of, the current one unless given
  --help          show this

Environment: DATABASE_URL, OPPOSITION_KEY.
Exit codes: 0 loaded, 1 not loaded, 2 wrong use, 3 a crawl is under way, 130 interrupted.
`;

const Config = z.object({ ...databaseVariables, OPPOSITION_KEY: z.string().optional() });
const log = createLogger("import");

/** Runs `deno task db:import`; the result is the exit code. */
async function main(args: string[], signal: AbortSignal): Promise<number> {
  const now = new Date();
  const { help, file, season } = readArguments(args, seasonOf(now));
  if (help) {
    printText(HELP);
    return 0;
  }
  const config = readEnvironment(Config);
  const sql = connect({ url: databaseUrl(config), applicationName: "mypacer import", max: 3 });
  try {
    await migrate(sql);
    const size = await fileSize(file);
    using progress = createImportProgress(log, size);
    const report = await importDirectory(sql, file, {
      season,
      thisYear: now.getUTCFullYear(),
      oppositionKey: config.OPPOSITION_KEY,
      signal,
      onBytes: progress.read,
      onRead: progress.fill,
    });
    for (const refusal of report.refused) log.warn(describeRefusal(refusal));
    print(JSON.stringify(report));
    return 0;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function readArguments(args: string[], current: number) {
  const { values, positionals } = readCommandLine({
    args,
    allowPositionals: true,
    options: { season: { type: "string" }, help: HELP_OPTION },
  });
  const season = values.season === undefined ? current : Number(values.season);
  if (!(Number.isInteger(season) && season >= FIRST_SEASON && season <= current)) {
    throw wrongValue("season", {
      text: String(values.season),
      accepted: `${FIRST_SEASON} to ${current}`,
    });
  }
  const [file, ...more] = positionals;
  const help = values.help ?? false;
  if (!help && (file === undefined || more.length > 0)) {
    throw new UsageError("One FILE.csv.gz is needed; --help shows what it holds");
  }
  return { help, season, file: resolve(file ?? "") };
}

/**
 * Where the file is, for whoever typed its name: a task runs in another folder than it was called
 * in.
 */
function resolve(file: string): string {
  return isAbsolute(file) ? file : join(Deno.env.get("INIT_CWD") ?? Deno.cwd(), file);
}

async function fileSize(file: string): Promise<number> {
  try {
    const { isFile, size } = await Deno.stat(file);
    if (isFile) return size;
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new ImportError("there is no such file", { cause });
  }
  throw new ImportError("it is not a file");
}

/** Logs what ended the program in one line. @returns The exit code. */
function logFailure(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) {
    log.error("interrupted: nothing was loaded");
    return 130;
  }
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    log.error(error.message);
    return 2;
  }
  if (error instanceof CrawlBusy) {
    log.error(error.message);
    return 3;
  }
  if (error instanceof ImportError) log.error(`Nothing was loaded: ${error.message}`);
  else log.error("the import ended with an error", { error });
  return 1;
}

if (import.meta.main) {
  // At the second signal the database takes back what was not committed.
  const signal = abortOnSignals("The import");
  Deno.exit(await main(Deno.args, signal).catch((error) => logFailure(error, signal)));
}
