import { type FederationClient, FederationError } from "@mypacer/shared/federation/client.ts";
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
const STOPPING = new Set(["forbidden", "refused-by-robots", "circuit-open"]);
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
  readonly #requestsBefore: number;
  readonly #budget: number;
  #asked = 0;
  #shapeErrorsInARow = 0;

  constructor({ federation, counters, log, signal, budget }: {
    federation: FederationClient;
    counters: CrawlCounters;
    log: Logger;
    signal: AbortSignal;
    /** Most requests of the run; null = no limit. */
    budget: number | null;
  }) {
    this.#federation = federation;
    this.#counters = counters;
    this.#log = log;
    this.#signal = signal;
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

  async #fetch(url: URL): Promise<string> {
    const spent = Math.max(this.#asked, this.#federation.counters.requests - this.#requestsBefore);
    if (spent >= this.#budget) {
      throw new CrawlStopped(`the budget of ${this.#budget} requests is spent`);
    }
    this.#asked++;
    try {
      const { body } = await this.#federation.get(url, { signal: this.#signal });
      return body;
    } catch (error) {
      if (this.#signal.aborted) throw new CrawlStopped("it was interrupted", { cause: error });
      throw error;
    }
  }

  #reportRows(url: URL, problems: RowProblem[]): void {
    this.#counters.row_problems += problems.length;
    for (const { row, message, excerpt, skipped } of problems) {
      this.#log.warn("broken row", { page: describePage(url), row, message, excerpt, skipped });
    }
  }

  #reportPage(url: URL, error: PageShapeError | FederationError): void {
    const failure = { page: describePage(url), reason: error.message };
    this.#counters.failed_pages++;
    if (this.failures.length < KEPT) this.failures.push(failure);
    this.#log.error("page failed", failure);
    if (error instanceof FederationError) {
      if (STOPPING.has(error.kind)) throw new CrawlStopped(error.message, { cause: error });
      return;
    }
    if (++this.#shapeErrorsInARow >= SHAPE_LIMIT) {
      throw new CrawlStopped(
        `${SHAPE_LIMIT} pages in a row could not be understood: the site has changed`,
        { cause: error },
      );
    }
  }
}
