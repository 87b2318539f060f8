import { createTrackedLog } from "@mypacer/shared/process/errors/tracked_log.ts";
import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import { createApiClient } from "../kit/load/api_client.ts";
import type { SiteFacts } from "../kit/frame/site_facts.ts";
import manifest from "../deno.json" with { type: "json" };
import type { Site } from "../kit/load/site.ts";
import { siteConfig } from "./config.ts";
import { readVisitor } from "./visitor.ts";

/** How long the directory's size and freshness are kept, ms. */
const FACTS_KEPT = 60_000;

let site: Site | undefined;

/** The site of this process, made at its first use. */
export function currentSite(): Site {
  site ??= createSite();
  return site;
}

/**
 * The site for the sender of a request: the API gets the visitor's address, because it limits what
 * each visitor may read.
 */
export function siteFor(request: Request): Site {
  const shared = currentSite();
  const visitor = readVisitor(request);
  return visitor === undefined
    ? shared
    : { ...shared, api: createApiClient(siteConfig().API_URL, visitor) };
}

function createSite(): Site {
  const config = siteConfig();
  const { log } = createTrackedLog("web", {
    level: config.LOG_LEVEL,
    dsn: config.SENTRY_DSN,
    version: manifest.version,
  });
  const api = createApiClient(config.API_URL);
  let index: SiteFacts["index"] = null;
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const readIndex = async () => {
    try {
      const status = await api.status();
      index = {
        athletes: status.athletes,
        clubs: status.clubs,
        updatedAt: status.updated_at,
        simulated: status.federation.simulated,
        federationUrl: status.federation.url,
      };
    } catch (error) {
      // The page is complete without it; the last known figures remain.
      log.warn("cannot read the status of the index", { error });
    } finally {
      readAt = Date.now();
      reading = undefined;
    }
  };

  return {
    api,
    log,
    heavyWork: new HeavyWork(),
    async facts() {
      if (Date.now() - readAt > FACTS_KEPT) {
        reading ??= readIndex();
        // Only the very first page waits: the others show the last known figures.
        if (index === null) await reading;
      }
      return {
        siteUrl: config.SITE_URL,
        index,
        operator: {
          publisher: config.SITE_PUBLISHER ?? null,
          contact: config.SITE_CONTACT ?? null,
          host: config.SITE_HOSTING ?? null,
        },
      };
    },
  };
}
