import { z } from "zod";
import { createLogger, type Logger, type LogLevel } from "../log.ts";
import { createErrorReporter, DSN_FORM, isDsn } from "./reporter.ts";

/** Variable that turns the reporting of errors on; for a member's configuration. */
export const errorVariables = {
  /** Where errors are reported, without names; nowhere by default. */
  SENTRY_DSN: z.string().refine(isDsn, DSN_FORM).optional(),
};

/** A log whose errors are reported as well. */
export interface TrackedLog {
  log: Logger;
  /** Waits until reports are sent, for two seconds at most: before a process ends. */
  flush(): Promise<void>;
}

const FLUSH_WITHIN = 2000;

/**
 * Makes the log of a process. With a collector, error lines are reported to it, and so are
 * unhandled errors that end the process.
 *
 * @param options.inWorker For a thread of the process, whose unhandled errors reach the main one.
 */
export function createTrackedLog(
  part: string,
  { level, dsn, version, inWorker = false }: {
    level: LogLevel;
    dsn: string | undefined;
    version: string;
    inWorker?: boolean;
  },
): TrackedLog {
  const plain = createLogger(part, { level });
  if (dsn === undefined) return { log: plain, flush: async () => {} };
  const reporter = createErrorReporter({
    dsn,
    part,
    release: `mypacer@${version}`,
    trouble: (reason) => plain.warn("errors are not reported for a while", { reason }),
  });
  const log: Logger = {
    ...plain,
    error(message, fields = {}) {
      plain.error(message, fields);
      reporter.report(message, fields);
    },
  };
  const flush = () => reporter.flush(FLUSH_WITHIN);
  if (inWorker) return { log, flush };
  const crash = async (event: Event, error: unknown) => {
    event.preventDefault();
    log.error("the process ends with an error that nobody handled", { error });
    await flush();
    Deno.exit(1);
  };
  addEventListener("error", (event) => void crash(event, event.error));
  addEventListener("unhandledrejection", (event) => void crash(event, event.reason));
  return { log, flush };
}
