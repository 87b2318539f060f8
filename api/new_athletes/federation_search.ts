import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import { fitsTypedName } from "@mypacer/shared/domain/people/typed_name.ts";
import { findJsonFault } from "@mypacer/shared/federation/parsers/open_page.ts";
import { parseSearch, type SearchEntry } from "@mypacer/shared/federation/parsers/search.ts";
import { searchTexts } from "@mypacer/shared/federation/search_texts.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { federationUnavailable, throwProblem } from "../federation/failure.ts";
import type { TakeRequest, VisitorAllowance } from "./visitor_allowance.ts";

/** The federation's own search. */
export interface FederationSearch {
  /**
   * Finds, in its order, who has every typed word in their name, with at most four requests.
   *
   * @param text As a visitor typed it: names only, no number.
   * @throws {ProblemError} 429 when it was asked too often, 503 when it does not answer.
   */
  find(text: string): Promise<readonly SearchEntry[]>;
  /** Whether somebody with this id was found lately: then the federation has them. */
  hasFound(ffaId: string): boolean;
}

/** How the federation is asked for visitors. */
export interface FederationAccess {
  federation: FederationClient;
  federationUrl: string;
  /** One for all that visitors ask of the federation beside records. */
  allowance: VisitorAllowance;
  /** Longest time a visitor waits, ms; what was begun goes on and is there for who asks again. */
  visitorTimeoutMs: number;
  clock: () => Date;
  log: Logger;
}

/**
 * How long an answer is remembered, ms: for reloads, the same name typed by two visitors, and a
 * question that was refused midway. Whoever gets a license meanwhile waits as long.
 */
const ANSWER_TTL_MS = 300_000;
/** Most answers remembered. In their time the usual allowance makes 160. */
const MAX_ANSWERS = 800;
/** How long somebody found there counts as known to the federation, ms; they are added at once. */
const FOUND_TTL_MS = 3_600_000;
/** Most people remembered for that. In that time the usual allowance makes 1,800 answers. */
const MAX_FOUND = 20_000;

/**
 * Waits for a flight as long as a visitor does.
 *
 * @throws {ProblemError} 503 when that is over.
 */
export function waitAsVisitor<T>(
  flight: Promise<T>,
  { visitorTimeoutMs }: Pick<FederationAccess, "visitorTimeoutMs">,
): Promise<T> {
  return withTimeout(flight, {
    timeoutMs: visitorTimeoutMs,
    onTimeout: () => {
      throw federationUnavailable(
        new DOMException("The visitor waited long enough", "TimeoutError"),
      );
    },
  });
}

/**
 * Makes the search: one under way for a text, the answer to each of its requests remembered for a
 * short while.
 */
export function createFederationSearch(
  access: FederationAccess,
): FederationSearch {
  const { federation, federationUrl, allowance, clock, log } = access;
  const urls = federationUrls(federationUrl);
  const answers = new LRUCache<string, readonly SearchEntry[]>({
    max: MAX_ANSWERS,
    ttl: ANSWER_TTL_MS,
    ...timedBy(clock),
  });
  const foundIds = new LRUCache<string, true>({
    max: MAX_FOUND,
    ttl: FOUND_TTL_MS,
    ...timedBy(clock),
  });
  const flights = new Map<string, Promise<readonly SearchEntry[]>>();

  async function ask(text: string): Promise<readonly SearchEntry[]> {
    const page = await federation.get(urls.search(text), {
      priority: "interactive",
      findFault: findJsonFault,
    });
    const { athletes, problems } = parseSearch(page.body);
    for (const { row, message, excerpt } of problems) {
      log.warn("an athlete found by the federation could not be read", {
        row,
        problem: message,
        excerpt,
      });
    }
    for (const { ffaId } of athletes) foundIds.set(ffaId, true);
    return athletes;
  }

  async function askEachText(typed: string, take: TakeRequest): Promise<readonly SearchEntry[]> {
    const texts = searchTexts(typed);
    for (const [index, text] of texts.entries()) {
      const key = text.toLowerCase();
      let answer = answers.get(key);
      if (answer === undefined) {
        const rest = texts.slice(index);
        take(rest.filter((text) => !answers.has(text.toLowerCase())).length);
        answer = await ask(text);
        answers.set(key, answer);
      }
      const fitting = answer.filter(({ name }) => fitsTypedName(name, typed));
      if (fitting.length > 0) return fitting;
    }
    return [];
  }

  return {
    hasFound: (ffaId) => foundIds.has(ffaId),
    find(typed) {
      const key = typed.toLowerCase();
      let flight = flights.get(key);
      if (flight === undefined) {
        flight = allowance.use(`search ${key}`, (take) => askEachText(typed, take))
          // Without the text: it names somebody.
          .catch((cause) => throwProblem(cause, { log, what: "the federation's search" }))
          .finally(() => flights.delete(key));
        flights.set(key, flight);
      }
      return waitAsVisitor(flight, access);
    },
  };
}
