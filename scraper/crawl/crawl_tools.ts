import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client.ts";
import type { Clock } from "@mypacer/shared/process/clock.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Progress } from "../progress/crawl_progress.ts";

/** What a run works with. */
export type CrawlTools = {
  sql: Sql;
  federation: FederationClient;
  urls: FederationUrls;
  log: Logger;
  progress: Progress;
  /** Ends the run when it aborts: what is under way is dropped, what is stored stays. */
  signal: AbortSignal;
  /** Key of the list of people who objected. */
  oppositionKey?: string | undefined;
  /** Folder for pages that were not understood; without one none are saved. */
  pagesFolder?: string | undefined;
  clock?: Clock;
};
