import { z } from "zod";

/** One run of the scraper. */
export const CrawlRun = z.object({
  kind: z.enum(["full", "season", "club"]),
  seasons: z.array(z.int()),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  state: z.enum(["running", "finished", "failed"]),
  /** Requests, pages, clubs, athletes, rows, errors: counts by name. */
  counters: z.record(z.string(), z.number()),
});
export type CrawlRun = z.output<typeof CrawlRun>;

/**
 * The outcome of a check of the federation's pages: all is well; something is new, and understood;
 * a page is not understood; a page could not be read; robots.txt forbids it.
 */
export const CheckOutcome = z.enum(["well", "new", "changed", "down", "refused"]);
export type CheckOutcome = z.output<typeof CheckOutcome>;

/** `GET /status`: what the directory holds and how fresh it is. */
export const Status = z.object({
  version: z.string(),
  clubs: z.int().min(0),
  athletes: z.int().min(0),
  /** When the last finished run ended; null before the first. */
  updated_at: z.iso.datetime().nullable(),
  last_run: CrawlRun.nullable(),
  running: CrawlRun.nullable(),
  /**
   * When the federation's pages were last checked, with the outcome; null before the first time.
   */
  last_check: z.object({ checked_at: z.iso.datetime(), outcome: CheckOutcome }).nullable()
    .default(null),
  /** When they were last allowed, had and understood; null before the first time. */
  pages_understood_at: z.iso.datetime().nullable().default(null),
  /** What answers searches now. */
  search_engine: z.enum(["sql", "memory"]),
  /** Where records come from; `simulated` when that is the simulator on this machine. */
  federation: z.object({ url: z.url(), simulated: z.boolean() }),
});
export type Status = z.output<typeof Status>;
