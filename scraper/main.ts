import { migrate } from "@mypacer/shared/database/migrate.ts";
import { EnvironmentError, readEnvironment } from "@mypacer/shared/process/environment.ts";
import { createTrackedLog } from "@mypacer/shared/process/errors/tracked_log.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { Config, KEEP_EMPTY, SCHEDULE_FORM } from "./config.ts";
import type { CrawlTools } from "./crawl/crawl_tools.ts";
import { CrawlBusy } from "./repositories/crawl_locks.ts";
import { openTools } from "./open_tools.ts";
import { observe, type ObservedScraper } from "./observation/serve.ts";
import type { CronCounts } from "./observation/metrics.ts";
import { denoSchedule } from "./schedule.ts";
import manifest from "./deno.json" with { type: "json" };
import { catchUp, isOverdue, refresh, RETRY_AFTER } from "./weekly.ts";

/** The port of health and metrics by default: beside the API's 8000 and the site's 8080. */
const DEFAULT_PORT = 8070;

/** Crawls, unless another process already is; that counts as done. */
async function crawlNow(tools: CrawlTools, counts: CronCounts): Promise<void> {
  try {
    const { state } = await refresh(tools, new Date());
    if (state === "finished") counts.finished++;
    if (state === "failed" && !tools.signal.aborted) throw new Error("The crawl is incomplete");
  } catch (error) {
    if (tools.signal.aborted) return;
    if (!(error instanceof CrawlBusy)) {
      counts.failed++;
      throw error;
    }
    tools.log.warn(error.message);
  }
}

/** Runs the weekly crawl until it is stopped; the result is the exit code. */
async function main(signal: AbortSignal): Promise<number> {
  let log = createLogger("scraper");
  let flush = async () => {};
  try {
    const config = readEnvironment(Config, { keepEmpty: KEEP_EMPTY });
    ({ log, flush } = createTrackedLog("scraper", {
      level: config.LOG_LEVEL,
      dsn: config.SENTRY_DSN,
      version: manifest.version,
    }));
    await using tools = openTools(config, { log, signal });
    if (config.MIGRATE_AT_START === "true") await migrate(tools.sql);
    const counts = { finished: 0, failed: 0 };
    const schedule = config.CRAWL_SCHEDULE;
    if (schedule === "") {
      log.info("no schedule: crawls are started by hand");
      await using _served = serveHealth(config, { ...tools, cron: counts });
      await untilAborted(signal);
      return 0;
    }
    const cron = startCron(schedule, signal, () => crawlNow(tools, counts));
    log.info("crawls are scheduled", { schedule, zone: "UTC" });
    const overdue = await isOverdue(tools, new Date());
    if (overdue) log.info("the directory is more than a week old, or empty: catching up");
    await using _served = serveHealth(config, { ...tools, cron: counts });
    if (overdue) {
      await catchUp(tools, () => crawlNow(tools, counts));
    }
    await cron;
    return 0;
  } catch (error) {
    if (error instanceof EnvironmentError) log.error(error.message);
    else log.error("the scraper ended with an error", { error });
    return error instanceof EnvironmentError ? 2 : 1;
  } finally {
    await flush();
  }
}

/**
 * Serves health and metrics. Where the default port is taken and no other is configured, crawls go
 * on without them.
 *
 * @throws {EnvironmentError} If the configured port is taken.
 */
function serveHealth({ HOST: hostname, SCRAPER_PORT: port }: Config, observed: ObservedScraper) {
  try {
    return Deno.serve({
      hostname,
      port: port ?? DEFAULT_PORT,
      onListen: ({ port }) => observed.log.info("serving health and metrics", { hostname, port }),
    }, observe(observed));
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    if (port !== undefined) {
      throw new EnvironmentError(`SCRAPER_PORT: "${port}" was given; accepted: a free port`, {
        cause,
      });
    }
    observed.log.warn("health and metrics are not served: the port is taken", {
      port: DEFAULT_PORT,
    });
    return { async [Symbol.asyncDispose]() {} };
  }
}

/**
 * Starts the weekly crawl.
 *
 * @throws {EnvironmentError} If the schedule is no cron schedule.
 */
function startCron(schedule: string, signal: AbortSignal, work: () => Promise<void>) {
  try {
    const options = { signal, backoffSchedule: [...RETRY_AFTER] };
    return Deno.cron("weekly crawl", denoSchedule(schedule), options, work);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new EnvironmentError(
      `CRAWL_SCHEDULE: "${schedule.slice(0, 60)}" was given; accepted: ${SCHEDULE_FORM}`,
      { cause },
    );
  }
}

/** Waits until the signal aborts. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    // Nothing else keeps the process up meanwhile.
    const timer = setInterval(() => {}, 3_600_000);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      resolve();
    }, { once: true });
  });
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(name, () => stop.abort(new Error(`Stopped by ${name}`)));
  }
  Deno.exit(await main(stop.signal));
}
