import type { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { SiteFacts } from "../frame/site_facts.ts";
import type { ApiClient } from "./api_client.ts";

/** What the loaders of pages work with. */
export interface Site {
  api: ApiClient;
  log: Logger;
  /** What takes long to draw waits here for its turn. */
  heavyWork: HeavyWork;
  /** What every page says of the site; never fails. */
  facts(): Promise<SiteFacts>;
}
