import { z } from "zod";
import { HELP_OPTION, printText, readCommandLine, UsageError } from "../process/command_line.ts";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
import { createLogger } from "../process/log.ts";
import { databaseUrl, databaseVariables } from "./config.ts";
import { connect } from "./connect.ts";
import { migrate, MigrationError, planMigrations } from "./migrate.ts";

const HELP = `Brings the database's schema up to date.

Usage: deno task db:migrate [--dry-run]

  --dry-run  only tell what would be applied

The database is DATABASE_URL, or POSTGRES_HOST with POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and
POSTGRES_PASSWORD. Exit codes: 0 up to date, or newer than this release; 1 failed,
2 wrong use.
`;

const OPTIONS = { "help": HELP_OPTION, "dry-run": { type: "boolean" } } as const;

/** Runs `deno task db:migrate`; the result is the exit code. */
async function main(args: string[]): Promise<number> {
  const log = createLogger("migrate");
  try {
    const { values } = readCommandLine({ args, options: OPTIONS });
    if (values.help) {
      printText(HELP);
      return 0;
    }
    const url = databaseUrl(readEnvironment(z.object(databaseVariables)));
    const sql = connect({ url, applicationName: "mypacer migrate", max: 1 });
    try {
      const { "dry-run": isDryRun = false } = values;
      const { applied, newer } = await (isDryRun ? planMigrations : migrate)(sql);
      if (newer.length > 0) log.warn("the schema is newer than this release", { newer });
      else {
        const done = isDryRun ? "would be migrated" : "migrated";
        log.info(applied.length > 0 ? done : "schema is up to date", { applied });
      }
      return 0;
    } finally {
      await sql.end();
    }
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof UsageError) {
      log.error(error.message);
      return 2;
    }
    if (error instanceof MigrationError) log.error(error.message);
    else log.error("migration failed", { error });
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
