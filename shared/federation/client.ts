import { Circuit } from "./circuit.ts";
import type {
  FederationClient,
  FederationClientOptions,
  GetOptions,
  Page,
} from "./client_types.ts";
import { systemClock, wait } from "./clock.ts";
import { FederationError } from "./errors.ts";
import { exchange, type ExchangeOptions } from "./exchange.ts";
import { LARGEST_BODY } from "./body.ts";
import { findPolitenessFault, userAgent } from "./politeness.ts";
import { PATIENCE, PoliteQueue, type Priority } from "./queue.ts";
import { backoff } from "./retry.ts";
import type { Robots } from "./robots.ts";
import { createRobotsKeeper } from "./robots_keeper.ts";
import { describePage } from "./urls.ts";

export * from "./client_types.ts";
export { FederationError, type FederationErrorKind } from "./errors.ts";
export type { Clock } from "./clock.ts";
export type { Priority } from "./queue.ts";
export type { Robots } from "./robots.ts";

const RETRIES: Record<Priority, number> = { interactive: 1, crawl: 4 };
/** Most redirects followed for one page. */
const MAX_REDIRECTS = 5;

/**
 * Makes a client of the federation's site: one queue for all its requests.
 *
 * @throws {RangeError} If address, rate or contact would make it an impolite guest.
 */
export function createFederationClient(options: FederationClientOptions): FederationClient {
  const { contact, rate, version, log, concurrency = 2, clock = systemClock } = options;
  const { random = Math.random, backoff: base = 1000, cooldown = 30_000 } = options;
  const fault = findPolitenessFault(options);
  if (fault !== null) {
    throw new RangeError(`Cannot read the federation: ${fault.part} must be ${fault.accepted}`);
  }
  const site = new URL(options.baseUrl);
  const closed = new AbortController();
  const circuit = new Circuit(clock, { cooldown });
  const ownInterval = rate === 0 ? 0 : 1000 / rate;
  const queue = new PoliteQueue({ clock, circuit, concurrency, interval: ownInterval });
  const counts = { requests: 0, retries: 0, failures: 0, bytes: 0 };
  const exchangeOptions: Omit<ExchangeOptions, "signal" | "known"> = {
    fetch: options.fetch ?? fetch,
    clock,
    timeout: options.timeout ?? 20_000,
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
    { priority, signal, minLength, known, findFault }: Required<GetOptions>,
  ) {
    const slot = await queue.enter(priority, signal);
    let leave = () => {};
    try {
      leave = await options.gate?.enter(queue.interval, signal) ?? leave;
      counts.requests++;
      const answer = await exchange(url, { ...exchangeOptions, signal, known });
      if (answer.redirect === null && answer.status !== 304) {
        const { body, status } = answer;
        const fault = body.length < minLength
          ? `it has ${body.length} characters only`
          : findFault(body);
        if (fault !== null) {
          throw new FederationError(
            "unavailable",
            `${describePage(url)} came damaged: ${fault}`,
            { status },
          );
        }
      }
      circuit.succeed(slot.trial);
      if (answer.redirect === null) counts.bytes += answer.bytes;
      return answer;
    } catch (error) {
      record(error, slot.trial);
      throw error;
    } finally {
      leave();
      slot.leave();
    }
  }

  /** Lets the circuit know what a failure says about the site. */
  function record(error: unknown, trial: boolean): void {
    if (!(error instanceof FederationError)) return circuit.giveUp(trial);
    if (error.kind !== "not-found") counts.failures++;
    if (error.kind === "forbidden") circuit.trip();
    else if (isPassing(error)) circuit.fail(trial);
    else circuit.succeed(trial);
    if (error.retryAfter === null) return;
    circuit.pause(error.retryAfter * 1000);
    options.gate?.pause(error.retryAfter * 1000);
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
        const { status, body, validators } = answer;
        const isUnchanged = status === 304;
        return { url: at, status, body, isUnchanged, validators, fetchedAt: new Date(clock.now()) };
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

  /** One page, asked for again while it fails in passing. */
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
          : backoff(failed, { base, random });
        if (delay > PATIENCE[how.priority]) throw error;
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
    { signal, priority = "crawl", retries, minLength = 0, known = null, findFault = () => null }:
      GetOptions,
  ): Required<GetOptions> {
    return {
      signal: signal === undefined ? closed.signal : AbortSignal.any([signal, closed.signal]),
      priority,
      retries: retries ?? RETRIES[priority],
      minLength,
      known,
      findFault,
    };
  }

  const robots = createRobotsKeeper({
    clock,
    log,
    // Not bound to one caller's signal or patience: all of them wait for the same rules.
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
      const { active, queued } = queue;
      return { ...counts, active, queued, circuit: circuit.state };
    },
  };
}

/** Whether the failure may be gone the next time. */
function isPassing({ kind, status }: FederationError): boolean {
  return kind === "timeout" || kind === "too-many-requests" ||
    kind === "unavailable" && (status === null || status < 400 || status >= 500 || status === 408);
}

/** Whether an address belongs to the site: its own origin, or the same host by https in place of http. */
function isSameSite(site: URL, url: URL): boolean {
  const secured = site.protocol === "http:" && url.protocol === "https:" &&
    site.port === "" && url.port === "";
  return url.username === "" && url.password === "" &&
    (url.origin === site.origin || secured && url.hostname === site.hostname);
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
