import type { Season } from "@mypacer/shared/domain/people/season.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
// @ts-types="./cli_progress.d.ts"
import cliProgress from "cli-progress";

/** Shows how far a run is. */
export type Progress = {
  /** A season begins, of so many clubs. */
  begin(season: Season, clubs: number): void;
  /** A club was read. */
  step(athletes: number): void;
  end(): void;
};

/** Time between two log lines where there is no terminal, ms. */
const LOG_INTERVAL_MS = 10_000;

/** A bar on a terminal, a log line every ten seconds elsewhere. */
export function createProgress(
  log: Logger,
  { terminal = Deno.stderr.isTerminal(), now = Date.now } = {},
): Progress {
  return terminal ? createBar() : createLines(log, now);
}

function createBar(): Progress {
  const bar = new cliProgress.SingleBar({
    format:
      "{season} {bar} {value}/{total} clubs · {athletes} athletes · {rate}/s · {eta_formatted}",
    hideCursor: true,
    clearOnComplete: false,
  }, cliProgress.Presets.shades_classic);
  let athletes = 0;
  let began = Date.now();
  let open = false;
  const end = () => {
    if (open) bar.stop();
    open = false;
  };
  return {
    begin(season, clubs) {
      end();
      [athletes, began, open] = [0, Date.now(), true];
      bar.start(clubs, 0, { season, athletes, rate: 0 });
    },
    step(more) {
      athletes += more;
      const rate = Math.round(athletes / Math.max((Date.now() - began) / 1000, 0.001));
      bar.increment(1, { athletes, rate });
    },
    end,
  };
}

function createLines(log: Logger, now: () => number): Progress {
  let [season, clubs, done, athletes, loggedAt] = [0, 0, 0, 0, 0];
  return {
    begin(next, count) {
      [season, clubs, done, athletes, loggedAt] = [next, count, 0, 0, now()];
      log.info("season begins", { season, clubs });
    },
    step(more) {
      done++;
      athletes += more;
      if (now() - loggedAt < LOG_INTERVAL_MS) return;
      loggedAt = now();
      log.info("crawling", { season, clubs_done: done, clubs, athletes });
    },
    end() {},
  };
}
