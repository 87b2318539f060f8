import type {
  FederationClient,
  FederationClientOptions,
  GetOptions,
  Page,
} from "./client_types.ts";
import { systemClock, unlessAborted, wait } from "../process/clock.ts";
import { FederationError } from "./errors.ts";
import { exchange, type ExchangeOptions } from "./exchange.ts";
import { LARGEST_BODY } from "./body.ts";
import { findPolitenessFault, TIMEOUTS, userAgent } from "./politeness.ts";
import type { Outcome, Priority } from "./pace/rules.ts";
import { memoryStore } from "./pace/store.ts";
import { type HeldSeat, LONGEST_WAIT_MS, PoliteQueue } from "./queue.ts";
import type { Robots } from "./robots.ts";
import { createRobotsKeeper } from "./robots_keeper.ts";
import { backoff } from "../process/backoff.ts";
import { describePage } from "./urls.ts";

export * from "./client_types.ts";
export { FederationError, type FederationErrorKind } from "./errors.ts";
export type { Clock } from "../process/clock.ts";
export type { Priority } from "./pace/rules.ts";
export type { Robots } from "./robots.ts";

/** Longest wait between two attempts of our own choice, ms: a site that is well again is read. */
const LONGEST_BACKOFF = 60_000;
const RETRIES: Record<Priority, number> = { interactive: 1, crawl: 4 };
/** Most redirects followed for one page. */
const MAX_REDIRECTS = 5;

/**
 * Makes a client of the federation's site: one queue for all its requests.
 *
 * @throws {RangeError} If address, rate or contact would be impolite.
 */
export function createFederationClient(options: FederationClientOptions): FederationClient {
  const { contact, rate, version, log, concurrency = 2, clock = systemClock } = options;
  const { random = Math.random, backoff: first = 1000, cooldown = 30_000 } = options;
  const { timeouts = TIMEOUTS, visitorsPerMinute = 0, pace: store = memoryStore(clock) } = options;
  const fault = findPolitenessFault(options);
  if (fault !== null) {
    throw new RangeError(`Cannot read the federation: ${fault.part} must be ${fault.accepted}`);
  }
  const site = new URL(options.baseUrl);
  const closed = new AbortController();
  const ownInterval = rate === 0 ? 0 : 1000 / rate;
  const queue = new PoliteQueue({
    clock,
    store,
    seats: concurrency,
    interval: ownInterval,
    visitorsPerMinute,
    cooldown,
    random,
  });
  const counts = { requests: 0, retries: 0, failures: 0, bytes: 0 };
  const exchangeOptions: Omit<ExchangeOptions, "signal" | "known" | "timeout"> = {
    fetch: options.fetch ?? fetch,
    clock,
    largestBody: options.largestBody ?? LARGEST_BODY,
    headers: {
      "user-agent": userAgent(version, contact),
      accept: "text/html, application/json;q=0.9, */*;q=0.1",
      "accept-language": "fr",
    },
  };

  /** One request through the queue. */
  async function attempt(
    url: URL,
    { priority, signal, known, findFault }: Required<GetOptions>,
  ) {
    const seat = await queue.enter(priority, signal);
    try {
      counts.requests++;
      const answer = await exchange(url, {
        ...exchangeOptions,
        timeout: timeouts[priority],
        signal: AbortSignal.any([signal, seat.signal]),
        known,
      });
      if (answer.redirect === null && answer.status !== 304) {
        const { body, status, transfer } = answer;
        const fault = findFault(body, transfer);
        if (fault !== null) {
          throw new FederationError(
            "unavailable",
            `${describePage(url)} came damaged: ${fault}`,
            { status },
          );
        }
      }
      if (answer.redirect === null) counts.bytes += answer.transfer.bytes;
      await giveBack(seat, null, true);
      return answer;
    } catch (caught) {
      const error = seat.signal.aborted && !signal.aborted
        ? new FederationError("unavailable", `${describePage(url)} was given up: the seat was lost`)
        : caught;
      const failure = error instanceof FederationError ? error : null;
      if (failure !== null && failure.kind !== "not-found") counts.failures++;
      // All processes must know before anything else is sent.
      await giveBack(seat, failure, failure !== null && !seat.signal.aborted);
      throw error;
    }
  }

  /** Releases the seat, with the outcome of the request. */
  async function giveBack(seat: HeldSeat, failure: FederationError | null, hasEnded: boolean) {
    try {
      const outcome = hasEnded ? outcomeOf(failure) : "given-up";
      await seat.release(outcome, failure?.retryAfter ?? null);
    } catch (error) {
      // The page is here anyway; a seat that nobody renews is free again in seconds.
      log.warn("The federation's seat could not be given back", { error });
    }
  }

  /** One page, along its redirects. */
  async function follow(url: URL, how: Required<GetOptions>, rules: Robots | null): Promise<Page> {
    let at = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (rules !== null && !rules.allows(at.pathname + at.search)) {
        throw new FederationError(
          "refused-by-robots",
          `${describePage(at)} may not be read: the site's robots.txt says so`,
        );
      }
      const answer = await attempt(at, how);
      if (answer.redirect === null) {
        const { status, body, validators, transfer } = answer;
        const isUnchanged = status === 304;
        const fetchedAt = new Date(clock.now());
        return { url: at, status, body, isUnchanged, validators, transfer, fetchedAt };
      }
      const target = URL.parse(answer.redirect, at);
      if (target === null || !isSameSite(site, target)) {
        throw new FederationError(
          "foreign-redirect",
          `${describePage(at)} redirects to another site: not followed`,
          { status: answer.status },
        );
      }
      at = target;
    }
    throw new FederationError(
      "foreign-redirect",
      `${describePage(url)} redirects more than ${MAX_REDIRECTS} times`,
    );
  }

  /** One page, requested again while its failure may pass. */
  async function persist(url: URL, how: Required<GetOptions>, rules: Robots | null): Promise<Page> {
    for (let failed = 0;; failed++) {
      try {
        return await follow(url, how, rules);
      } catch (error) {
        if (!(error instanceof FederationError) || !isPassing(error) || failed >= how.retries) {
          throw error;
        }
        const delay = error.retryAfter !== null
          ? error.retryAfter * 1000
          : backoff(failed, { first, longest: LONGEST_BACKOFF, random });
        if (delay > LONGEST_WAIT_MS[how.priority]) throw error;
        log.warn("Asking the federation again", {
          reason: error.message,
          attempt: failed + 2,
          wait_ms: Math.round(delay),
        });
        counts.retries++;
        await wait(clock, delay, how.signal);
      }
    }
  }

  function complete(
    { signal, priority = "crawl", retries, known = null, findFault = () => null }: GetOptions,
  ): Required<GetOptions> {
    return {
      signal: signal === undefined ? closed.signal : AbortSignal.any([signal, closed.signal]),
      priority,
      retries: retries ?? RETRIES[priority],
      known,
      findFault,
    };
  }

  const robots = createRobotsKeeper({
    clock,
    log,
    // Not bound to one caller's signal or timeout: all callers wait for the same rules.
    read: (url) => persist(url, complete({ priority: "interactive", retries: 2 }), null),
    site,
    onRules: ({ crawlDelay }) => {
      queue.interval = Math.max(ownInterval, (crawlDelay ?? 0) * 1000);
    },
  });

  return {
    async get(url, options = {}) {
      if (!isSameSite(site, url)) {
        throw new TypeError(`Cannot read an address of ${url.host}: the site is ${site.host}`);
      }
      const how = complete(options);
      how.signal.throwIfAborted();
      const rules = await unlessAborted(robots(), how.signal);
      return await persist(url, how, rules);
    },
    robots,
    close: () => closed.abort(new DOMException("The federation client was closed", "AbortError")),
    get counters() {
      const { active, queued, circuit } = queue;
      return { ...counts, active, queued, circuit };
    },
  };
}

/** What a request that ended says about the site; null = it did not fail. */
function outcomeOf(failure: FederationError | null): Outcome {
  if (failure === null) return "answered";
  if (failure.kind === "forbidden") return "refused";
  return isPassing(failure) ? "failed" : "answered";
}

/** Whether a repeated request may succeed. */
function isPassing({ kind, status }: FederationError): boolean {
  return kind === "timeout" || kind === "too-many-requests" ||
    kind === "unavailable" && (status === null || status < 400 || status >= 500 || status === 408);
}

/**
 * Whether an address belongs to the site: its own origin, the same host by https in place of http,
 * or either with `www.` in front or without.
 */
function isSameSite(site: URL, url: URL): boolean {
  const isSecured = site.protocol === "http:" && url.protocol === "https:" &&
    site.port === "" && url.port === "";
  const isSameService = url.protocol === site.protocol && url.port === site.port;
  return url.username === "" && url.password === "" && (isSecured || isSameService) &&
    apexOf(url.hostname) === apexOf(site.hostname);
}

function apexOf(hostname: string): string {
  return hostname.replace(/^www\./, "");
}
