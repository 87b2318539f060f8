import { z } from "zod";
import { findPolitenessFault, TIMEOUTS } from "./politeness.ts";
import { FEDERATION_ORIGIN } from "./urls.ts";

const seconds = "a whole number of seconds from 1 to 600";
const timeout = z.coerce.number(seconds).int(seconds).min(1, seconds).max(600, seconds);

/**
 * Variables that say which site is read, and how politely.
 *
 * For `z.object({ ...federationVariables, … }).superRefine(checkFederation)`: the accepted values
 * of one depend on the others.
 */
export const federationVariables = {
  /** The federation's site, or a simulator of it. */
  FEDERATION_URL: z.url({
    protocol: /^https?$/,
    error: "an http(s) address, e.g. https://www.athle.fr",
  }).default(FEDERATION_ORIGIN),
  /** Requests per second, all workers together; 0 = no limit, for loopback addresses only. */
  FEDERATION_RATE: z.coerce.number("a number of requests per second, e.g. 1").default(1),
  /** Address or page of the people who run this; goes into the User-Agent. */
  FEDERATION_CONTACT: z.string().trim().optional(),
  /** Longest time for a whole answer while a visitor waits, s. */
  FEDERATION_VISITOR_TIMEOUT: timeout.default(TIMEOUTS.interactive / 1000),
  /** Longest time for a whole answer of a crawl, s. */
  FEDERATION_CRAWL_TIMEOUT: timeout.default(TIMEOUTS.crawl / 1000),
};

/** The values of `federationVariables`. */
export interface FederationConfig {
  FEDERATION_URL: string;
  FEDERATION_RATE: number;
  FEDERATION_CONTACT?: string | undefined;
  FEDERATION_VISITOR_TIMEOUT: number;
  FEDERATION_CRAWL_TIMEOUT: number;
}

const VARIABLES = {
  baseUrl: "FEDERATION_URL",
  rate: "FEDERATION_RATE",
  contact: "FEDERATION_CONTACT",
} as const;

/** Checks the variables against one another: a refinement for the schema that holds them. */
export function checkFederation(config: FederationConfig, context: z.RefinementCtx): void {
  const fault = findPolitenessFault({
    baseUrl: config.FEDERATION_URL,
    rate: config.FEDERATION_RATE,
    contact: config.FEDERATION_CONTACT ?? null,
  });
  if (fault === null) return;
  context.addIssue({ code: "custom", path: [VARIABLES[fault.part]], message: fault.accepted });
}
