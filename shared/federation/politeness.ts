import type { Priority } from "./pace/rules.ts";
import { isLoopback } from "./urls.ts";

/** Most requests per second that a site which is not this machine may be asked for. */
const HIGHEST_RATE = 10;

/** Time for a whole answer by default, ms: heavy lists of the site take up to a minute. */
export const TIMEOUTS: Record<Priority, number> = { interactive: 30_000, crawl: 60_000 };

/** How the federation's site is to be read. */
export interface Politeness {
  baseUrl: string | URL;
  /** Requests per second, all together; 0 = no limit. */
  rate: number;
  /** Address or page of the people who run this; empty or null = none. */
  contact: string | null;
}

/** What is wrong with a {@link Politeness}: which part, and what is accepted instead. */
export interface PolitenessFault {
  part: "baseUrl" | "rate" | "contact";
  accepted: string;
}

/**
 * Finds a setting that would be impolite; null when all is well. For a site on this machine
 * everything is accepted.
 */
export function findPolitenessFault(
  { baseUrl, rate, contact }: Politeness,
): PolitenessFault | null {
  const url = URL.parse(String(baseUrl));
  if (
    url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== ""
  ) {
    return { part: "baseUrl", accepted: "an http(s) address without user or password" };
  }
  const own = isLoopback(url.hostname);
  if (!Number.isFinite(rate) || rate < 0 || !own && (rate === 0 || rate > HIGHEST_RATE)) {
    return {
      part: "rate",
      accepted:
        `requests per second, above 0 and at most ${HIGHEST_RATE} (0 = no limit, for loopback addresses only)`,
    };
  }
  const given = contact ?? "";
  if (given === "" ? !own : !isContact(given)) {
    return {
      part: "contact",
      accepted:
        "an e-mail address or the address of a page about this service, so that the site's " +
        "owners can reach you (needed unless the federation's address is a loopback one)",
    };
  }
  return null;
}

/** The User-Agent that says who asks: `MyPacer/0.1 (+contact)`. */
export function userAgent(version: string, contact: string | null): string {
  return `${USER_AGENT_NAME}/${version}${contact ? ` (+${contact})` : ""}`;
}

/** The name that rules for robots may use for us. */
export const USER_AGENT_NAME = "MyPacer";

/**
 * Whether it fits into the brackets of a User-Agent: no bracket, no space, nothing that ends a
 * header line.
 */
function isContact(value: string): boolean {
  return value.length <= 200 &&
    /^(?:[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?:\/\/[^\s()]+)$/.test(value) &&
    /^[\x21-\x7e]+$/.test(value);
}
