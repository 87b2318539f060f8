import { readEnvironment } from "@mypacer/shared/process/environment.ts";
import { errorVariables } from "@mypacer/shared/process/errors/tracked_log.ts";
import { LOG_LEVELS } from "@mypacer/shared/process/log.ts";
import { z } from "zod";

const url = z.url({ protocol: /^https?$/, error: "an http(s) URL" });

const threads = "a whole number, 1 to 64";

/** What the site reads from the environment. */
const SiteConfig = z.object({
  ...errorVariables,
  WEB_PORT: z.coerce.number({ error: "a port number, 0 to 65535" })
    .int("a port number, 0 to 65535").min(0, "a port number, 0 to 65535")
    .max(65535, "a port number, 0 to 65535").default(8080),
  HOST: z.string().default("127.0.0.1"),
  /** Threads that serve the port, as many as cores by default; the system shares it among them. */
  WEB_THREADS: z.coerce.number(threads).int(threads).min(1, threads).max(64, threads)
    .default(navigator.hardwareConcurrency),
  /** Where the server reaches the API. */
  API_URL: url.default("http://127.0.0.1:8000"),
  /** Public address of the site. */
  SITE_URL: url.default("http://127.0.0.1:8080"),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  /** Who publishes the site, whom to write to, who hosts it: shown in the legal pages. */
  SITE_PUBLISHER: z.string().max(200, "at most 200 characters").optional(),
  SITE_CONTACT: z.string().max(200, "at most 200 characters").optional(),
  SITE_HOSTING: z.string().max(200, "at most 200 characters").optional(),
});

/** Configuration of the site. */
export type SiteConfig = z.output<typeof SiteConfig>;

let read: SiteConfig | undefined;

/**
 * The configuration, read once.
 *
 * @throws {EnvironmentError} If a variable is wrong.
 */
export function siteConfig(): SiteConfig {
  read ??= readEnvironment(SiteConfig);
  return read;
}
