import type { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { SiteFacts } from "../frame/site_facts.ts";
import type { ApiClient } from "./api_client.ts";

/** Services that the loaders of pages use. */
export interface Site {
  api: ApiClient;
  log: Logger;
  /** Queue for pages that take long to draw. */
  heavyWork: HeavyWork;
  /** Facts that every page shows; never fails. */
  facts(): Promise<SiteFacts>;
}
