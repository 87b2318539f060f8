import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrl } from "@mypacer/shared/database/config.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import { openFederation } from "@mypacer/shared/federation/installation.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { Config } from "./config.ts";
import type { CrawlTools } from "./crawl/crawl_tools.ts";
import { retryWhileDatabaseIsDown } from "./repositories/database_retry.ts";
import manifest from "./deno.json" with { type: "json" };
import { createProgress } from "./progress/crawl_progress.ts";

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
  const closed = new AbortController();
  const persistence = { log, signal: AbortSignal.any([signal, closed.signal]) };
  const federation = openFederation(config, {
    sql,
    version: manifest.version,
    log,
    persist: (work) => retryWhileDatabaseIsDown(work, persistence),
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
      closed.abort(new Error("The scraper ends"));
      await sql.end({ timeout: 5 });
    },
  };
}
