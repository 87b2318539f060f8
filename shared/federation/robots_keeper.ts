import type { Clock } from "../process/clock.ts";
import { FederationError } from "./errors.ts";
import { USER_AGENT_NAME } from "./politeness.ts";
import { NO_RULES, parseRobots, type Robots } from "./robots.ts";
import { federationUrls } from "./urls.ts";
import type { Logger } from "../process/log.ts";

/** How long rules are kept: as RFC 9309 asks, one day (ms). */
const KEPT = 86_400_000;
/** How soon a failed renewal is tried again, ms. */
const RENEWED = 3_600_000;

/** Where the rules come from and whom they concern. */
export interface RobotsKeeperOptions {
  clock: Clock;
  log: Logger;
  site: URL;
  /** Reads the robots.txt. */
  read(url: URL): Promise<{ body: string }>;
  /** Called with rules just read. */
  onRules(rules: Robots): void;
}

/**
 * Keeps a site's rules for robots: read once for simultaneous callers, again after a day.
 *
 * A site without robots.txt allows everything. When the rules cannot be read, older ones stay
 * valid; without older ones nothing may be read, and the function throws the error of reading them.
 */
export function createRobotsKeeper(options: RobotsKeeperOptions): () => Promise<Robots> {
  const { clock, log, site, read, onRules } = options;
  let kept: { rules: Robots; until: number } | null = null;
  let reading: Promise<Robots> | null = null;

  async function renew(): Promise<Robots> {
    try {
      const rules = await fetchRules();
      kept = { rules, until: clock.now() + KEPT };
      onRules(rules);
    } catch (error) {
      if (kept === null || !(error instanceof FederationError)) throw error;
      log.warn("Keeping the federation's former robots.txt: it cannot be read", { error });
      kept = { rules: kept.rules, until: clock.now() + RENEWED };
    }
    return kept.rules;
  }

  async function fetchRules(): Promise<Robots> {
    try {
      const { body } = await read(federationUrls(site).robots());
      // A page that a firewall or a site under maintenance sends instead has no rules.
      if (/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body)\b/i.test(body)) {
        throw new FederationError("unavailable", "/robots.txt came as a page: it holds no rules");
      }
      return parseRobots(body, USER_AGENT_NAME);
    } catch (error) {
      if (error instanceof FederationError && isWithoutRules(error)) return NO_RULES;
      throw error;
    }
  }

  return () => {
    if (kept !== null && clock.now() < kept.until) return Promise.resolve(kept.rules);
    reading ??= renew().finally(() => reading = null);
    return reading;
  };
}

/**
 * RFC 9309, 2.3.1.3: a robots.txt answered with 4xx is one that does not exist; 429 asks for
 * patience instead.
 */
function isWithoutRules({ kind, status }: FederationError): boolean {
  return kind !== "too-many-requests" && status !== null && status >= 400 && status < 500;
}
