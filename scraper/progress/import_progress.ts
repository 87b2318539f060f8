import type { Logger } from "@mypacer/shared/process/log.ts";
// @ts-types="./cli_progress.d.ts"
import cliProgress from "cli-progress";

/** Shows how far an import is. */
export type ImportProgress = Disposable & {
  /** Further bytes of the file were read. */
  read(bytes: number): void;
  /** All lines are read; the directory is being filled. */
  fill(lines: number): void;
};

/** Time between two log lines where there is no terminal, ms. */
const LOG_INTERVAL_MS = 5000;

/** A bar on a terminal, a log line every few seconds elsewhere. @param size Bytes of the file. */
export function createImportProgress(
  log: Logger,
  size: number,
  { terminal = Deno.stderr.isTerminal(), now = Date.now } = {},
): ImportProgress {
  const fill = (lines: number) => log.info("read; filling the directory", { lines });
  if (!terminal) {
    let [done, loggedAt] = [0, now()];
    return {
      read(bytes) {
        done += bytes;
        if (now() - loggedAt < LOG_INTERVAL_MS) return;
        loggedAt = now();
        log.info("reading", { percent: Math.floor(100 * done / size) });
      },
      fill,
      [Symbol.dispose]() {},
    };
  }
  const options = { format: "reading {bar} {percentage} % · {eta_formatted}", hideCursor: true };
  const bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  bar.start(size, 0, {});
  return {
    read: (bytes) => bar.increment(bytes, {}),
    fill(lines) {
      bar.stop();
      fill(lines);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}
