import { z } from "zod";
import { databaseVariables } from "@mypacer/shared/database/config.ts";
import { YOUNGEST_CATEGORIES, YOUNGEST_LISTED } from "@mypacer/shared/domain/people/listed_age.ts";
import { checkFederation, federationVariables } from "@mypacer/shared/federation/config.ts";
import { isLoopback } from "@mypacer/shared/federation/urls.ts";
import { errorVariables } from "@mypacer/shared/process/errors/tracked_log.ts";
import { LOG_LEVELS } from "@mypacer/shared/process/log.ts";

const port = "a port: 1 to 65535, or 0 for any free one";
const threads = "a whole number of threads from 1 to 64";
const seconds = "a whole number of seconds from 0 to 31536000";
const share = "a percentage from 0 to 100; 0 = no bound";
const budget = "a whole number of requests per minute from 1 to 600";
/** Requests per minute by default: half of what one request a second would allow. */
const DEFAULT_BUDGET = 30;

/** What the API reads from the environment. */
export const Config = z.object({
  ...databaseVariables,
  ...federationVariables,
  ...errorVariables,
  API_PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(8000),
  HOST: z.string().trim().default("127.0.0.1"),
  /** How long records stay fresh, s. */
  RECORDS_MAX_AGE: z.coerce.number(seconds).int(seconds).min(0, seconds).max(31_536_000, seconds)
    .default(86_400),
  /**
   * Requests per minute that visitors may cause at the federation, all together; 0 = no limit,
   * loopback only.
   */
  FEDERATION_BUDGET: z.coerce.number(budget).int(budget).min(0, budget).max(600, budget).optional(),
  /** Share of the directory that one network may read in a day, percent; 0 = no bound. */
  DIRECTORY_SHARE_PER_DAY: z.coerce.number(share).min(0, share).max(100, share).default(1.4),
  /**
   * Threads that serve the port, over one search index; as many as cores by default. With several
   * the system shares the port among them.
   */
  API_THREADS: z.coerce.number(threads).int(threads).min(1, threads).max(64, threads)
    .default(navigator.hardwareConcurrency),
  /**
   * Folder in which the search index is kept, so that a process that starts has it at once; it is
   * made anew at each start where there is none.
   */
  INDEX_FOLDER: z.string().trim().optional(),
  /** The youngest age category in lists, searches and suggestions. */
  YOUNGEST_LISTED: z.enum(YOUNGEST_CATEGORIES, `one of ${YOUNGEST_CATEGORIES.join(", ")}`)
    .default(YOUNGEST_LISTED),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info"),
  /** Key of the list of people who asked to be left out; needed once somebody is on it. */
  OPPOSITION_KEY: z.string().min(32, "a secret of at least 32 characters").optional(),
}).superRefine((config, context) => {
  checkFederation(config, context);
  const { FEDERATION_BUDGET, FEDERATION_URL } = config;
  if (FEDERATION_BUDGET !== 0 || isLoopback(new URL(FEDERATION_URL).hostname)) return;
  const message = `${budget}; 0, no limit, for loopback addresses only`;
  context.addIssue({ code: "custom", path: ["FEDERATION_BUDGET"], message });
});
export type Config = z.output<typeof Config>;

/**
 * The budget that applies: without a limit of requests per second there is none per minute by
 * default.
 */
export function federationBudget({ FEDERATION_BUDGET, FEDERATION_RATE }: Config): number {
  return FEDERATION_BUDGET ?? (FEDERATION_RATE === 0 ? 0 : DEFAULT_BUDGET);
}
