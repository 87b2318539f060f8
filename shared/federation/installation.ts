import type { Sql } from "../database/connect.ts";
import type { Logger } from "../process/log.ts";
import { createFederationClient, type FederationClient } from "./client.ts";
import type { FederationConfig } from "./config.ts";
import { databaseStore } from "./pace/database_store.ts";

/**
 * Opens the client of the federation's site as a process of an installation uses it: with the pace,
 * seats and pauses that all its processes share in the database. Without the database nothing is
 * asked.
 *
 * Without a limit of requests, which is allowed for a site on this machine only, nothing is shared.
 *
 * @param options.persist Does work on the database, again while that is away; at once by default.
 * @throws {RangeError} If the configuration would be impolite.
 */
export function openFederation(
  config: FederationConfig,
  { sql, version, log, visitorsPerMinute = 0, persist }: {
    sql: Sql;
    version: string;
    log: Logger;
    /** Requests a minute that visitors may cause, whole installation; 0 = no limit. */
    visitorsPerMinute?: number;
    persist?: <T>(work: () => Promise<T>) => Promise<T>;
  },
): FederationClient {
  const { FEDERATION_URL, FEDERATION_RATE, FEDERATION_CONTACT } = config;
  const site = new URL(FEDERATION_URL).origin;
  const pace = databaseStore(sql, { site, ...persist === undefined ? {} : { persist } });
  return createFederationClient({
    baseUrl: FEDERATION_URL,
    contact: FEDERATION_CONTACT ?? null,
    rate: FEDERATION_RATE,
    timeouts: {
      interactive: config.FEDERATION_VISITOR_TIMEOUT * 1000,
      crawl: config.FEDERATION_CRAWL_TIMEOUT * 1000,
    },
    version,
    log,
    visitorsPerMinute,
    ...FEDERATION_RATE === 0 ? {} : { pace },
  });
}
