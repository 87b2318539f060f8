import type { CrawlCounters } from "../plan/counters.ts";
import type { CrawlPlan } from "../plan/plan.ts";
import type { PageFailure } from "./page_reader.ts";

/** What came of a run. */
export type CrawlReport = {
  plan: CrawlPlan;
  /**
   * `finished` = all that was planned was read, `failed` = something is missing, `running` = others
   * go on with it.
   */
  state: "running" | "finished" | "failed";
  /** Why the run ended before its plan was done; null when it did not. */
  stopped: string | null;
  /** Of the run as a whole, whoever did it. */
  counters: CrawlCounters;
  /** The first pages that failed. */
  failures: PageFailure[];
  seconds: number;
};
