import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import { parseSearch, type SearchEntry } from "@mypacer/shared/federation/parsers/search.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { federationUnavailable, isFederationFailure, tooManyRequests } from "./failure.ts";
import type { TokenBucket } from "./token_bucket.ts";

/** What the federation's own search found, in its order. */
export interface FederationSearch {
  /**
   * @param text As a visitor typed it: names only, no number.
   * @throws {ProblemError} 429 when it was asked too often, 503 when it does not answer.
   */
  find(text: string): Promise<readonly SearchEntry[]>;
}

/** How the federation is asked for visitors. */
export interface FederationAccess {
  federation: FederationClient;
  federationUrl: string;
  /** One for all that visitors ask of the federation beside records. */
  bucket: TokenBucket;
  clock: () => Date;
  log: Logger;
}

/** Longest time a visitor waits for the federation's search, ms. */
export const PATIENCE = 10_000;
/** How long an answer is kept, ms: for pages, reloads and the same name typed by two visitors. */
const KEPT_FOR = 300_000;
/** Most answers kept. */
const MAX_KEPT = 200;

/** Makes the search: one request under way for a text, answers kept for a short while. */
export function createFederationSearch(
  { federation, federationUrl, bucket, clock, log }: FederationAccess,
): FederationSearch {
  const urls = federationUrls(federationUrl);
  const kept = new Map<string, { until: number; found: Promise<readonly SearchEntry[]> }>();

  async function ask(text: string): Promise<readonly SearchEntry[]> {
    const wait = bucket.take();
    if (wait > 0) throw tooManyRequests(wait);
    try {
      const page = await federation.get(urls.search(text), {
        priority: "interactive",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const { athletes, problems } = parseSearch(page.body);
      for (const { row, message, excerpt } of problems) {
        log.warn("an athlete found by the federation could not be read", {
          row,
          problem: message,
          excerpt,
        });
      }
      return athletes;
    } catch (cause) {
      if (!isFederationFailure(cause)) throw cause;
      // Without the text: it names somebody.
      log.warn("the federation's search could not be read", { error: cause });
      throw federationUnavailable(cause);
    }
  }

  async function askEachWay(text: string): Promise<readonly SearchEntry[]> {
    const found = await ask(text);
    const words = text.split(" ");
    const last = words.pop();
    if (found.length > 0 || words.length === 0) return found;
    // It knows names by their beginning, surname first; people write theirs the other way round.
    return await ask([last, ...words].join(" "));
  }

  return {
    find(text) {
      const now = clock().getTime();
      const key = text.toLowerCase();
      const known = kept.get(key);
      if (known !== undefined && known.until > now) return known.found;
      const found = askEachWay(text);
      // What failed is asked again by the next visitor.
      found.catch(() => kept.get(key)?.found === found && kept.delete(key));
      kept.delete(key);
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? "");
      kept.set(key, { until: now + KEPT_FOR, found });
      return found;
    },
  };
}
