import { z } from "zod";
import { databaseVariables } from "@mypacer/shared/database/config.ts";
import { checkFederation, federationVariables } from "@mypacer/shared/federation/config.ts";
import { LOG_LEVELS } from "@mypacer/shared/process/log.ts";

/** Variables that may be empty: an empty schedule is an answer, "never". */
export const KEEP_EMPTY = ["CRAWL_SCHEDULE"];

/** What a schedule looks like, for messages. */
export const SCHEDULE_FORM = "five cron fields, UTC, or nothing for never";

/** The scraper's variables of the environment. */
export const Config = z.object({
  ...databaseVariables,
  ...federationVariables,
  /** When the weekly crawl starts, in UTC; empty = never. */
  CRAWL_SCHEDULE: z.string().trim()
    .regex(/^(?:\S+ \S+ \S+ \S+ \S+)?$/, SCHEDULE_FORM)
    .default("0 3 * * 0"),
  /** Secret under which the list of opposed people is kept. */
  OPPOSITION_KEY: z.string().optional(),
  /** Where pages are kept that were not understood, for people to look at; a temporary folder unless given. */
  CRAWL_PAGES_FOLDER: z.string().trim().min(1, "a folder").optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info"),
}).superRefine(checkFederation);

export type Config = z.output<typeof Config>;
