import { type FederationClient, FederationError } from "@mypacer/shared/federation/client.ts";
import { type Clock, wait } from "@mypacer/shared/federation/clock.ts";
import { PageShapeError, type RowProblem } from "@mypacer/shared/federation/shape.ts";
import { describePage } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { CrawlCounters } from "./counters.ts";

/** A page that could not be had or understood; what it holds is missing from the directory. */
export type PageFailure = { page: string; reason: string };

/** Why a run ends before its plan is done: the site's will, the budget, or ours. */
export class CrawlStopped extends Error {
  override name = "CrawlStopped";
}

/** Kinds of failure after which no further page is asked for. */
const STOPPING = new Set(["forbidden", "refused-by-robots"]);
/** Times a page is asked for again that failed in passing. */
const RETRIES = 2;
/** Times a page waits for a site that is left alone, which may be because of other pages. */
const WAITS = 5;
/** Pages in a row that could not be had, after which the site is taken to be down. */
const OUTAGE_LIMIT = 10;
/** Pages in a row that cannot be understood, after which the site is taken to have changed. */
const SHAPE_LIMIT = 20;
/** Times a page is asked for again that came but cannot be understood: it may have been cut short. */
const SHAPE_RETRIES = 1;
/** Failures and row problems that are kept for the summary; all are counted and logged. */
const KEPT = 50;

/** Reads pages one by one for a run, counts them, and knows when the run must stop. */
export class PageReader {
  readonly failures: PageFailure[] = [];
  readonly #federation: FederationClient;
  readonly #counters: CrawlCounters;
  readonly #log: Logger;
  readonly #signal: AbortSignal;
  /** Ends what is under way once one page has shown that there is no use in asking. */
  readonly #stop = new AbortController();
  readonly #requestsBefore: number;
  readonly #budget: number;
  readonly #clock: Clock;
  #asked = 0;
  #shapeErrorsInARow = 0;
  #missingInARow = 0;

  constructor({ federation, counters, log, signal, budget, clock }: {
    federation: FederationClient;
    counters: CrawlCounters;
    log: Logger;
    signal: AbortSignal;
    clock: Clock;
    /** Most requests of the run; null = no limit. */
    budget: number | null;
  }) {
    this.#federation = federation;
    this.#counters = counters;
    this.#log = log;
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
    this.#clock = clock;
    this.#budget = budget ?? Infinity;
    this.#requestsBefore = federation.counters.requests;
  }

  /**
   * Reads a page.
   *
   * @returns What `parse` makes of it, with its broken rows reported; null when the page failed.
   * @throws {CrawlStopped} If no further page may be asked for.
   */
  async read<T extends { problems: RowProblem[] }>(
    url: URL,
    parse: (html: string) => T,
  ): Promise<T | null> {
    for (let attempt = 0;; attempt++) {
      try {
        const parsed = parse(await this.#fetch(url));
        this.#shapeErrorsInARow = 0;
        this.#missingInARow = 0;
        this.#counters.pages++;
        this.#reportRows(url, parsed.problems);
        return parsed;
      } catch (error) {
        if (!(error instanceof PageShapeError) && !(error instanceof FederationError)) throw error;
        if (error instanceof PageShapeError && attempt < SHAPE_RETRIES) continue;
        this.#reportPage(url, error);
        return null;
      } finally {
        this.#counters.requests = this.#federation.counters.requests - this.#requestsBefore;
      }
    }
  }

  /** Counts and names what is missing for another reason than its page. */
  reportMissing(failure: PageFailure): void {
    this.#counters.failed_pages++;
    if (this.failures.length < KEPT) this.failures.push(failure);
    this.#log.error("page failed", failure);
  }

  async #fetch(url: URL): Promise<string> {
    try {
      for (let waits = 0;; waits++) {
        this.#spend();
        const body = await this.#ask(url, waits < WAITS);
        if (body !== null) return body;
      }
    } catch (error) {
      if (this.#stop.signal.aborted) throw this.#stop.signal.reason;
      if (this.#signal.aborted) throw new CrawlStopped("it was interrupted", { cause: error });
      throw error;
    }
  }

  /** One request of the budget; those under way count before they are sent. */
  #spend(): void {
    const spent = Math.max(this.#asked, this.#federation.counters.requests - this.#requestsBefore);
    if (spent >= this.#budget) {
      throw new CrawlStopped(`the budget of ${this.#budget} requests is spent`);
    }
    this.#asked++;
  }

  /** Text of a page; null when nothing was sent because the site is left alone, once that is over. */
  async #ask(url: URL, mayWait: boolean): Promise<string | null> {
    try {
      const { body } = await this.#federation.get(url, { signal: this.#signal, retries: RETRIES });
      return body;
    } catch (error) {
      if (!(error instanceof FederationError) || error.kind !== "circuit-open") throw error;
      this.#asked--;
      if (!mayWait) throw error;
      await wait(this.#clock, (error.retryAfter ?? 1) * 1000, this.#signal);
      return null;
    }
  }

  #reportRows(url: URL, problems: RowProblem[]): void {
    this.#counters.row_problems += problems.length;
    for (const { row, message, excerpt, skipped } of problems) {
      this.#log.warn("broken row", { page: describePage(url), row, message, excerpt, skipped });
    }
  }

  #reportPage(url: URL, error: PageShapeError | FederationError): void {
    this.reportMissing({ page: describePage(url), reason: error.message });
    const why = this.#whyStop(error);
    if (why === null) return;
    const stopped = new CrawlStopped(why, { cause: error });
    this.#stop.abort(stopped);
    throw stopped;
  }

  #whyStop(error: PageShapeError | FederationError): string | null {
    if (error instanceof PageShapeError) {
      return ++this.#shapeErrorsInARow < SHAPE_LIMIT
        ? null
        : `${SHAPE_LIMIT} pages in a row could not be understood: the site has changed`;
    }
    if (STOPPING.has(error.kind)) return error.message;
    // A page that does not exist was answered by a site that is up.
    if (error.kind === "not-found") this.#missingInARow = 0;
    else if (++this.#missingInARow >= OUTAGE_LIMIT) {
      return `${OUTAGE_LIMIT} pages in a row could not be had: the site is down`;
    }
    return null;
  }
}
