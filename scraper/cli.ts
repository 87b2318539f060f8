import { migrate } from "@mypacer/shared/database/migrate.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { abortOnSignals, printText, UsageError } from "@mypacer/shared/process/command_line.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { createLogger, type Logger } from "@mypacer/shared/process/log.ts";
import { type Arguments, HELP, readArguments } from "./command_line/crawl_arguments.ts";
import { Config, KEEP_EMPTY } from "./config.ts";
import { estimateCost, formatCost } from "./crawl/cost.ts";
import { crawl } from "./crawl/crawl.ts";
import { CrawlBusy } from "./repositories/crawl_locks.ts";
import { type CrawlPlan, makePlan } from "./plan/plan.ts";
import { openTools } from "./open_tools.ts";
import { checkBeforeCrawl, PagesNotUnderstood } from "./federation_check/before_crawl.ts";
import { formatReport } from "./report/crawl_summary.ts";

/** Runs `deno task scrape`; the result is the exit code. */
export async function scrape(args: string[], signal: AbortSignal): Promise<number> {
  let log = createLogger("scraper");
  try {
    const request = readArguments(args);
    if (request.help) {
      printText(HELP);
      return 0;
    }
    const plan = planOf(request);
    const config = readEnvironment(Config, { keepEmpty: KEEP_EMPTY });
    log = createLogger("scraper", { level: config.LOG_LEVEL });
    await using tools = openTools(config, { log, signal });
    if (request.dryRun) {
      const cost = await estimateCost(tools.sql, plan, request);
      printText(
        formatCost(plan, cost, {
          rate: config.FEDERATION_RATE,
          url: config.FEDERATION_URL,
          budget: request.budget,
        }),
      );
      return 0;
    }
    if (config.MIGRATE_AT_START === "true") await migrate(tools.sql);
    if (request.check) await checkBeforeCrawl(tools, new Date());
    const report = await crawl(tools, {
      plan,
      budget: request.budget,
      resume: request.resume,
    });
    printText(Deno.stdout.isTerminal() ? formatReport(report) : `${JSON.stringify(report)}\n`);
    return signal.aborted ? 130 : report.state === "finished" ? 0 : 1;
  } catch (error) {
    return signal.aborted ? 130 : logFailure(error, log);
  }
}

/** @throws {UsageError} If what the options say cannot be crawled. */
function planOf(request: Arguments): CrawlPlan {
  try {
    return makePlan(request, seasonOf(new Date()));
  } catch (cause) {
    if (cause instanceof RangeError) throw new UsageError(cause.message, { cause });
    throw cause;
  }
}

/** Logs what ended the program. @returns The exit code. */
function logFailure(error: unknown, log: Logger): number {
  if (error instanceof CrawlBusy) {
    log.error(error.message);
    return 3;
  }
  // The check has logged what is wrong.
  if (error instanceof PagesNotUnderstood) return 4;
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    log.error(error.message);
    return 2;
  }
  log.error("the crawl ended with an error", { error });
  return 1;
}

if (import.meta.main) Deno.exit(await scrape(Deno.args, abortOnSignals("The crawl")));
