/** What a crawl works with, and what came of it. */
import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client.ts";
import type { Clock } from "@mypacer/shared/process/clock.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Progress } from "../progress.ts";
import type { CrawlCounters } from "../plan/counters.ts";
import type { PageFailure } from "./page_reader.ts";
import type { CrawlPlan } from "../plan/plan.ts";

/** What a run works with. */
export type CrawlTools = {
  sql: Sql;
  federation: FederationClient;
  urls: FederationUrls;
  log: Logger;
  progress: Progress;
  /** Ends the run: what is under way is dropped, what is stored stays. */
  signal: AbortSignal;
  /** Key of the list of opposed people. */
  oppositionKey?: string | undefined;
  /** Where pages are kept that were not understood; none are without. */
  pagesFolder?: string | undefined;
  clock?: Clock;
};

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
