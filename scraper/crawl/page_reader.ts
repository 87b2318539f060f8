import {
  type FederationClient,
  FederationError,
  type Page,
} from "@mypacer/shared/federation/client.ts";
import { type Clock, wait } from "@mypacer/shared/process/clock.ts";
import {
  findPageFault,
  type ReceivedAnswer,
} from "@mypacer/shared/federation/parsers/open_page.ts";
import { PageShapeError, type RowProblem } from "@mypacer/shared/federation/shape.ts";
import { describePage } from "@mypacer/shared/federation/urls.ts";
import { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { KnownPage, PageSource } from "../repositories/known_pages.ts";
import { hashBody } from "./content_hash.ts";
import type { CrawlCounters } from "../plan/counters.ts";

/** A page that could not be had or understood; what it holds is missing from the directory. */
export type PageFailure = { page: string; reason: string };

/** What reading a page came to. */
export type PageOutcome<T> =
  | { parsed: T; source: PageSource }
  | { isUnchanged: true }
  | { error: PageShapeError | FederationError };

/** Why a run ends before its plan is done: the site's will, the budget, or ours. */
export class CrawlStopped extends Error {
  override name = "CrawlStopped";
}

/** A page that was not understood. */
export type KeptPage = { page: string; error: Error; body: string };

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
/**
 * Times a page is asked for again that came but cannot be understood: it may have been cut short.
 */
const SHAPE_RETRIES = 1;
/** Looked at as well: so many of the latest pages that cannot be understood, of so many. */
const SHAPE_SHARE = 20;
const SHAPE_WINDOW = 60;

/** Reads pages one by one for a run, counts them, and knows when the run must stop. */
export class PageReader {
  readonly #federation: FederationClient;
  readonly #counters: CrawlCounters;
  readonly #log: Logger;
  readonly #signal: AbortSignal;
  /** Ends what is under way once one page has shown that there is no use in asking. */
  readonly #stop = new AbortController();
  readonly #requestsBefore: number;
  readonly #budget: number;
  readonly #clock: Clock;
  readonly #keepPage: (kept: KeptPage) => Promise<void>;
  /** Pages asked for, and robots.txt. */
  #asked = 1;
  #requestsCounted = 0;
  /** Of the latest pages, which were not understood. */
  #misread: boolean[] = [];
  #missingInARow = 0;
  readonly #unknownSeries = new UnknownSeries();

  constructor({ federation, counters, log, signal, budget, clock, keepPage }: {
    federation: FederationClient;
    counters: CrawlCounters;
    log: Logger;
    signal: AbortSignal;
    clock: Clock;
    /** Most requests of the run; null = no limit. */
    budget: number | null;
    /** Keeps a page that was not understood, for people to look at. */
    keepPage: (kept: KeptPage) => Promise<void>;
  }) {
    this.#federation = federation;
    this.#counters = counters;
    this.#log = log;
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
    this.#clock = clock;
    this.#keepPage = keepPage;
    this.#budget = budget ?? Infinity;
    this.#requestsBefore = federation.counters.requests;
    this.#unknownSeries.onBegin(() => {
      const why =
        "so many athletes of rosters have no page, or one that names nobody, that the site has changed";
      log.error(why);
      this.#stop.abort(new CrawlStopped(why));
    });
  }

  /**
   * Notes whether the own page of an athlete whom a roster holds names them: after a series that do
   * not, nothing is read any more.
   */
  noteAthlete(ffaId: string, { isNamed }: { isNamed: boolean }): void {
    if (isNamed) this.#unknownSeries.noteNamed(ffaId);
    else this.#unknownSeries.noteUnknown(ffaId);
  }

  /** Aborted once no further page may be asked for. */
  get signal(): AbortSignal {
    return this.#signal;
  }

  /**
   * Reads a page.
   *
   * @param known The page as it was read last; null = never, or not to be passed over.
   * @returns What `parse` makes of it, with its broken rows reported; that it is as it was; the
   *   error when the page failed.
   * @throws {CrawlStopped} If nothing may be asked for any more, this page included.
   */
  async read<T extends { problems: RowProblem[] }>(
    url: URL,
    parse: (html: string, arrival: ReceivedAnswer) => T,
    known: KnownPage | null,
  ): Promise<PageOutcome<T>> {
    for (let attempt = 0;; attempt++) {
      let body: string | null = null;
      try {
        const page = await this.#fetch(url, known);
        const bodyHash = page.isUnchanged ? null : hashBody(page.body);
        if (bodyHash === null || bodyHash === known?.bodyHash) {
          this.#noteRead();
          this.#counters.unchanged_pages++;
          return { isUnchanged: true };
        }
        body = page.body;
        const parsed = parse(body, page.transfer);
        this.#noteRead();
        this.#reportRows(url, parsed.problems);
        // What is broken is told again.
        const source = parsed.problems.some(({ isHarmless }) => !isHarmless)
          ? { etag: null, lastModified: null, bodyHash: null }
          : { ...page.validators, bodyHash };
        return { parsed, source };
      } catch (error) {
        if (!(error instanceof PageShapeError) && !(error instanceof FederationError)) throw error;
        if (error instanceof PageShapeError && attempt < SHAPE_RETRIES) continue;
        if (body !== null) await this.#keepPage({ page: describePage(url), error, body });
        this.#log.error("page failed", { page: describePage(url), reason: error.message });
        this.#stopAfter(error);
        return { error };
      } finally {
        this.#countRequests();
      }
    }
  }

  async #fetch(url: URL, known: KnownPage | null): Promise<Page> {
    try {
      for (let waits = 0;; waits++) {
        this.#spend();
        const page = await this.#ask(url, known, waits < WAITS);
        if (page !== null) return page;
      }
    } catch (error) {
      if (this.#stop.signal.aborted) throw this.#stop.signal.reason;
      if (this.#signal.aborted) throw new CrawlStopped("it was interrupted", { cause: error });
      throw error;
    }
  }

  #countRequests(): void {
    const sent = this.#federation.counters.requests - this.#requestsBefore;
    this.#counters.requests += sent - this.#requestsCounted;
    this.#requestsCounted = sent;
  }

  /** One request of the budget; those under way count before they are sent. */
  #spend(): void {
    const spent = Math.max(this.#asked, this.#federation.counters.requests - this.#requestsBefore);
    if (spent >= this.#budget) {
      throw new CrawlStopped(`the budget of ${this.#budget} requests is spent`);
    }
    this.#asked++;
  }

  /** A page; null when nothing was sent because the site is left alone, once that is over. */
  async #ask(url: URL, known: KnownPage | null, mayWait: boolean): Promise<Page | null> {
    try {
      return await this.#federation.get(url, {
        signal: this.#signal,
        retries: RETRIES,
        findFault: findPageFault,
        known: known?.bodyHash ? known : null,
      });
    } catch (error) {
      if (!(error instanceof FederationError) || error.kind !== "circuit-open") throw error;
      this.#asked--;
      if (!mayWait) throw error;
      await wait(this.#clock, (error.retryAfter ?? 1) * 1000, this.#signal);
      return null;
    }
  }

  #reportRows(url: URL, problems: RowProblem[]): void {
    const odd = problems.filter(({ isHarmless }) => isHarmless);
    if (odd.length > 0) {
      const messages = [...new Set(odd.map(({ message }) => message))];
      this.#log.info("odd values, read as published", {
        page: describePage(url),
        rows: odd.length,
        messages,
      });
    }
    const broken = problems.filter(({ isHarmless }) => !isHarmless);
    this.#counters.row_problems += broken.length;
    for (const { row, message, excerpt, skipped } of broken) {
      this.#log.warn("broken row", { page: describePage(url), row, message, excerpt, skipped });
    }
  }

  /** Ends the run where this failure says so. What failed counts anyway. */
  #stopAfter(error: PageShapeError | FederationError): void {
    const why = this.#whyStop(error);
    if (why !== null) this.#stop.abort(new CrawlStopped(why, { cause: error }));
  }

  #noteRead(): void {
    this.#noteShape(false);
    this.#missingInARow = 0;
    this.#counters.pages++;
  }

  #noteShape(misread: boolean): void {
    this.#misread = [...this.#misread, misread].slice(-SHAPE_WINDOW);
  }

  #whyStop(error: PageShapeError | FederationError): string | null {
    if (error instanceof PageShapeError) {
      this.#noteShape(true);
      const inARow = this.#misread.length - 1 - this.#misread.lastIndexOf(false);
      if (inARow >= SHAPE_LIMIT) {
        return `${SHAPE_LIMIT} pages in a row could not be understood: the site has changed`;
      }
      return this.#misread.filter((misread) => misread).length < SHAPE_SHARE
        ? null
        : `${SHAPE_SHARE} of the latest ${this.#misread.length} pages could not be understood: ` +
          "the site has changed";
    }
    if (STOPPING.has(error.kind)) return error.message;
    // A page that does not exist was answered by a site that is up.
    if (error.kind === "not-found") this.#missingInARow = 0;
    else if (++this.#missingInARow >= OUTAGE_LIMIT) {
      return `${OUTAGE_LIMIT} pages in a row could not be had: the site is down` +
        `, or refuses us; the last one: ${error.message}`;
    }
    return null;
  }
}
