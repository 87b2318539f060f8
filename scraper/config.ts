import { z } from "zod";
import { databaseVariables } from "@mypacer/shared/database/config.ts";
import { checkFederation, federationVariables } from "@mypacer/shared/federation/config.ts";
import { errorVariables } from "@mypacer/shared/process/errors/tracked_log.ts";
import { LOG_LEVELS } from "@mypacer/shared/process/log.ts";

/** Variables that may be empty: an empty schedule is an answer, "never". */
export const KEEP_EMPTY = ["CRAWL_SCHEDULE"];

/** What a schedule looks like, for error messages. */
export const SCHEDULE_FORM = "five cron fields, UTC, or nothing for never";

/** The scraper's variables of the environment. */
export const Config = z.object({
  ...databaseVariables,
  ...federationVariables,
  ...errorVariables,
  /** When the weekly crawl starts, in UTC; empty = never. */
  CRAWL_SCHEDULE: z.string().trim()
    .regex(/^(?:\S+ \S+ \S+ \S+ \S+)?$/, SCHEDULE_FORM)
    .default("0 3 * * 0"),
  /** Secret under which the list of opposed people is kept. */
  OPPOSITION_KEY: z.string().optional(),
  /** Address that health and metrics are served on. */
  HOST: z.string().trim().default("127.0.0.1"),
  /** 0 = any free port; by default 8070 where it is free. */
  SCRAPER_PORT: z.coerce.number("a port from 0 to 65535").int("a port from 0 to 65535")
    .min(0, "a port from 0 to 65535").max(65_535, "a port from 0 to 65535").optional(),
  /**
   * Where pages are kept that were not understood, for people to look at; a temporary folder by
   * default.
   */
  CRAWL_PAGES_FOLDER: z.string().trim().min(1, "a folder").optional(),
  /**
   * Where a service of its own migrates first, the scraper leaves the schema alone: an older one
   * may run after it.
   */
  MIGRATE_AT_START: z.enum(["true", "false"], "true or false").default("true"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info"),
}).superRefine(checkFederation);

export type Config = z.output<typeof Config>;
