import { z } from "zod";
import { databaseUrl, databaseVariables } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import {
  HELP_OPTION,
  printText,
  readCommandLine,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { formatDirectoryReport, readDirectoryReport } from "./report/directory_report.ts";

const HELP = `Tells what the directory holds and how the last crawls went.

Usage: deno task report [--json]

  --json   one JSON object in place of text
  --help   show this

Environment: DATABASE_URL.
Exit codes: 0 told, 1 the database cannot be read, 2 wrong use.
`;

const log = createLogger("report");

/** Runs `deno task report`; the result is the exit code. */
async function main(args: string[]): Promise<number> {
  try {
    const { values: { json, help } } = readCommandLine({
      args,
      options: { json: { type: "boolean" }, help: HELP_OPTION },
    });
    if (help) {
      printText(HELP);
      return 0;
    }
    const config = readEnvironment(z.object(databaseVariables));
    const sql = connect({ url: databaseUrl(config), applicationName: "mypacer report", max: 1 });
    try {
      await migrate(sql);
      const report = await readDirectoryReport(sql);
      printText(json ? `${JSON.stringify(report)}\n` : formatDirectoryReport(report));
    } finally {
      await sql.end({ timeout: 5 });
    }
    return 0;
  } catch (error) {
    const wrong = error instanceof UsageError || error instanceof EnvironmentError;
    if (wrong) log.error(error.message);
    else log.error("the report could not be made", { error });
    return wrong ? 2 : 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
