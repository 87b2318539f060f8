import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrl } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { createFederationClient } from "@mypacer/shared/federation/client.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Config } from "./config.ts";
import type { CrawlTools } from "./crawl/crawl.ts";
import { createSharedPace } from "./crawl/shared_pace.ts";
import manifest from "./deno.json" with { type: "json" };
import { createProgress } from "./progress.ts";

/** Connections of a scraper that take tasks and store what is read. */
const CONNECTIONS = 4;

/** Opens what runs work with, as the configuration says; disposing of it closes all of it. */
export function openTools(
  config: Config,
  { log, signal }: { log: Logger; signal: AbortSignal },
): CrawlTools & AsyncDisposable {
  const sql = connect({
    url: databaseUrl(config),
    applicationName: "mypacer scraper",
    max: CONNECTIONS,
  });
  const pace = createSharedPace(sql, { site: new URL(config.FEDERATION_URL).origin, log });
  const federation = createFederationClient({
    baseUrl: config.FEDERATION_URL,
    contact: config.FEDERATION_CONTACT ?? null,
    rate: config.FEDERATION_RATE,
    version: manifest.version,
    log,
    gate: pace,
  });
  return {
    sql,
    federation,
    urls: federationUrls(config.FEDERATION_URL),
    log,
    progress: createProgress(log),
    signal,
    oppositionKey: config.OPPOSITION_KEY,
    pagesFolder: config.CRAWL_PAGES_FOLDER ?? join(tmpdir(), "mypacer-pages"),
    [Symbol.asyncDispose]: async () => {
      federation.close();
      await pace.close();
      await sql.end({ timeout: 5 });
    },
  };
}
