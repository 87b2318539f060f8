import { createTrackedLog } from "@mypacer/shared/process/errors/tracked_log.ts";
import { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import { createApiClient } from "../kit/load/api_client.ts";
import { dayOf } from "../kit/language/format.ts";
import manifest from "../deno.json" with { type: "json" };
import type { SiteFacts } from "../kit/frame/site_facts.ts";
import type { Site } from "../kit/load/site.ts";
import { siteConfig } from "./config.ts";
import { DirectoryFacts } from "./directory_facts.ts";
import { isServingThread } from "./thread_messages.ts";
import { readVisitor } from "./visitor.ts";

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

let basis: { day: string; index: SiteFacts["index"]; text: string } | undefined;

/**
 * All that a page that names nobody rests on beside its address and the build: the directory's
 * figures in its foot, and the day in its printed foot. It is looked at with every request, and
 * written anew only when something of it was.
 */
export async function pageBasis(): Promise<string> {
  const { index } = await currentSite().facts();
  const day = dayOf(new Date());
  if (basis?.index !== index || basis.day !== day) {
    basis = { day, index, text: JSON.stringify([day, index]) };
  }
  return basis.text;
}

function createSite(): Site {
  const config = siteConfig();
  const { log } = createTrackedLog("web", {
    level: config.LOG_LEVEL,
    dsn: config.SENTRY_DSN,
    version: manifest.version,
    inWorker: isServingThread(),
  });
  const api = createApiClient(config.API_URL);
  const directory = new DirectoryFacts({ status: () => api.status(), log });
  return {
    api,
    log,
    heavyWork: new HeavyWork(),
    async facts() {
      return {
        siteUrl: config.SITE_URL,
        index: await directory.current(),
        operator: {
          publisher: config.SITE_PUBLISHER ?? null,
          contact: config.SITE_CONTACT ?? null,
          host: config.SITE_HOSTING ?? null,
        },
      };
    },
  };
}
