import { FIRST_SEASON, seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { connect } from "@mypacer/shared/database/connect.ts";
import type { StartConfig } from "./config.ts";
import { openDatabase } from "./database.ts";
import { needsFirstCrawl } from "./first_crawl.ts";
import { assertPortFree } from "./port.ts";
import { type Addresses, apiArgs, crawlArgs, simulatorArgs, siteArgs } from "./processes.ts";
import { buildSite } from "./site_build.ts";
import { runToEnd, type Service, ServiceError, startService } from "./service.ts";

/** Seasons that a first start reads from the simulator. */
const SIMULATED_SEASONS = 3;

/** How to start a platform. */
export interface PlatformOptions {
  config: StartConfig;
  /** Whether the parts reload when their files change. */
  watch: boolean;
  /** Tells a person what happens. */
  say(line: string): void;
  /** Aborts a start that is under way. */
  signal: AbortSignal;
}

/**
 * A watched process outlives its program, to begin it again, and never ends by being asked: what
 * that gets, ms.
 */
const WATCHED_STOP_WITHIN = 1000;

/**
 * Starts database, federation, API and site, and waits until all of them answer.
 *
 * @param parts Takes what was started; disposing of it stops everything in reverse order.
 * @returns Where the site is, and a promise that rejects with a {@linkcode ServiceError} when a
 *   part ends by itself or the disk is full.
 */
export async function startPlatform(
  parts: AsyncDisposableStack,
  { config, watch, say, signal }: PlatformOptions,
): Promise<{ siteUrl: string; failed: Promise<never> }> {
  const host = config.HOST === "0.0.0.0" ? "127.0.0.1" : config.HOST;
  const simulated = config.FEDERATION_URL === undefined;
  assertPortFree("WEB_PORT", config.HOST, config.WEB_PORT);
  assertPortFree("API_PORT", config.HOST, config.API_PORT);
  if (simulated) assertPortFree("SIMULATOR_PORT", host, config.SIMULATOR_PORT);

  const built = watch ? Promise.resolve() : buildSite(say, signal);
  // Awaited below; a build that fails meanwhile must not end the process as an unhandled rejection.
  built.catch(() => {});

  const database = await openDatabase(parts, { folder: config.DATA_FOLDER, say });
  const addresses: Addresses = {
    databaseUrl: database.url,
    federationUrl: config.FEDERATION_URL ?? `http://${host}:${config.SIMULATOR_PORT}`,
    apiUrl: `http://${host}:${config.API_PORT}`,
    siteUrl: `http://${host}:${config.WEB_PORT}`,
    watch,
  };
  const environment = {
    DATABASE_URL: addresses.databaseUrl,
    FEDERATION_URL: addresses.federationUrl,
    ...simulated ? { FEDERATION_RATE: "0" } : {},
    HOST: config.HOST,
    DIRECTORY_SHARE_PER_DAY: config.DIRECTORY_SHARE_PER_DAY,
    API_PORT: String(config.API_PORT),
    // One serves a developer, and starts sooner.
    API_THREADS: Deno.env.get("API_THREADS") ?? "1",
    WEB_PORT: String(config.WEB_PORT),
    WEB_THREADS: Deno.env.get("WEB_THREADS") ?? "1",
    API_URL: addresses.apiUrl,
    SITE_URL: config.SITE_URL ?? addresses.siteUrl,
  };
  const services: Service[] = [];
  const begin = async (name: string, args: readonly string[], more: {
    readyUrl?: string;
    environment?: Record<string, string>;
  }) => {
    signal.throwIfAborted();
    const stopping = watch ? { stopWithin: WATCHED_STOP_WITHIN } : {};
    const service = await startService({ name, args, environment, signal, ...stopping, ...more });
    services.push(service);
    parts.defer(() => service.stop());
  };

  if (simulated) {
    say("Starting the simulated federation");
    await begin(
      "simulator",
      simulatorArgs(addresses, {
        port: config.SIMULATOR_PORT,
        clubs: config.SIMULATOR_CLUBS,
        athletes: config.SIMULATOR_ATHLETES,
      }),
      { readyUrl: `${addresses.federationUrl}/robots.txt` },
    );
  }
  await firstCrawl(parts, { addresses, environment, simulated, say, signal });
  say("Starting the API");
  await begin("api", apiArgs(addresses), { readyUrl: `${addresses.apiUrl}/health/ready` });
  await built;
  say("Starting the site");
  await begin("site", siteArgs(addresses), {
    readyUrl: addresses.siteUrl,
    environment: { ...environment, PORT: String(config.WEB_PORT) },
  });

  const failed = Promise.race([
    database.failed,
    ...services.map(async (service): Promise<never> => {
      throw new ServiceError(`${service.name} ended by itself with code ${await service.exited}`);
    }),
  ]);
  failed.catch(() => {});
  return { siteUrl: addresses.siteUrl, failed };
}

/**
 * Fills an empty directory. The simulator is read whole before anything answers; the real
 * federation in the background, since it takes hours at a polite pace.
 */
async function firstCrawl(
  parts: AsyncDisposableStack,
  { addresses, environment, simulated, say, signal }: {
    addresses: Addresses;
    environment: Record<string, string>;
    simulated: boolean;
    say(line: string): void;
    signal: AbortSignal;
  },
): Promise<void> {
  const sql = connect({ url: addresses.databaseUrl, max: 1, applicationName: "mypacer-start" });
  const needed = await needsFirstCrawl(sql).finally(() => sql.end());
  if (!needed) return;
  const season = seasonOf(new Date());
  const from = Math.max(FIRST_SEASON, simulated ? season - SIMULATED_SEASONS + 1 : season);
  const crawl = { name: "first crawl", args: crawlArgs(addresses, from), environment };
  if (simulated) {
    say(`First crawl: seasons ${from} to ${season}`);
    await runToEnd({ ...crawl, signal });
    return;
  }
  say(`First crawl of ${addresses.federationUrl} in the background: athletes appear as it goes on`);
  const service = await startService(crawl);
  parts.defer(() => service.stop());
  service.exited.then((code) => say(`First crawl ended with code ${code}`));
}
