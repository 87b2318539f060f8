import { migrate } from "@mypacer/shared/database/migrate.ts";
import {
  abortOnSignals,
  print,
  printText,
  say,
  UsageError,
} from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { createLogger, type Logger } from "@mypacer/shared/process/log.ts";
import { Config, KEEP_EMPTY } from "./config.ts";
import { openTools } from "./open_tools.ts";
import { HELP, readCheckArguments } from "./command_line/check_arguments.ts";
import { saveCheck } from "./federation_check/before_crawl.ts";
import { checkFederation, type CheckReport, withChanges } from "./federation_check/check.ts";
import { formatCheckReport, toJson } from "./federation_check/report_text.ts";
import { compareWithSaved, replacePages, savePages } from "./federation_check/saved_pages.ts";
import { EXIT_CODES } from "./federation_check/verdict.ts";
import type { Visit } from "./federation_check/visitor.ts";

/** Most requests a second of a check, however many a crawl may send. */
const RATE = 1;
/**
 * Exit codes beside those of the outcome. Source: sysexits.h, so that none is taken for an outcome.
 */
const WRONG_USE = 64;
const FAILED = 70;
const INTERRUPTED = 130;

/** Runs `deno task federation:check`; the result is the exit code. */
async function main(args: string[], signal: AbortSignal): Promise<number> {
  let log = createLogger("federation check");
  try {
    const { save, against, json, help } = readCheckArguments(args);
    if (help) {
      printText(HELP);
      return 0;
    }
    const config = readEnvironment(Config, { keepEmpty: KEEP_EMPTY });
    log = createLogger("federation check", { level: config.LOG_LEVEL });
    const rate = Math.min(RATE, config.FEDERATION_RATE);
    await using tools = openTools({ ...config, FEDERATION_RATE: rate }, { log, signal });
    // The database holds the pace: without it nothing is asked, so a person should know at once.
    await tools.sql`select 1`;
    if (config.MIGRATE_AT_START === "true") await migrate(tools.sql);
    const checked = await checkFederation("full", {
      federation: tools.federation,
      baseUrl: config.FEDERATION_URL,
      signal,
      now: new Date(),
      onVisit: (visit) => say(progressLine(visit)),
    });
    await saveCheck(tools.sql, checked);
    const report = await keep(checked, { save, against, log });
    printText(formatCheckReport(report));
    if (json) print(JSON.stringify(toJson(report)));
    return EXIT_CODES[report.outcome];
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    const isWrongUse = error instanceof UsageError || error instanceof EnvironmentError;
    if (isWrongUse) log.error(error.message);
    else log.error("the check could not be made", { error });
    return isWrongUse ? WRONG_USE : FAILED;
  }
}

/**
 * Keeps and compares the pages where that is asked for; the report with what the comparison found.
 */
async function keep(
  report: CheckReport,
  { save, against, log }: { save: string | null; against: string | null; log: Logger },
): Promise<CheckReport> {
  if (save === null && against === null) return report;
  const { pages, withheld } = replacePages(report);
  if (withheld.length > 0) {
    log.error("pages are not kept: something of a person would be left in them", {
      pages: withheld,
    });
  }
  const changes = against === null ? report.changes : await compareWithSaved(against, pages);
  if (save !== null) await savePages(save, pages, report);
  return withChanges(report, changes);
}

function progressLine({ step, status, milliseconds, verdict }: Visit): string {
  const answer = status === null ? "" : `: ${status}`;
  const time = milliseconds === null ? "" : `, ${milliseconds} ms`;
  return `${step.title}${answer}${time}${verdict === "well" ? "" : `, ${verdict}`}`;
}

if (import.meta.main) Deno.exit(await main(Deno.args, abortOnSignals("The check")));
