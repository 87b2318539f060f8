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
import { type KnownPage, NO_SOURCE, type PageSource } from "../repositories/known_pages.ts";
import { hashBody } from "./content_hash.ts";
import type { CrawlCounters } from "../plan/counters.ts";

/** A page that could not be had or understood; what it holds is missing from the directory. */
export type PageFailure = { page: string; reason: string };

/** What reading a page came to, told apart by `kind`. */
export type PageOutcome<T> =
  | { kind: "read"; parsed: T; source: PageSource }
  | { kind: "unchanged" }
  | { kind: "failed"; error: PageShapeError | FederationError };

/** A run ends before its plan is done: because of the site, its budget, or an interruption. */
export class CrawlStopped extends Error {
  override name = "CrawlStopped";
}

/** A page that was not understood, as it came. */
export type MisreadPage = { page: string; error: Error; body: string };

/** Kinds of failure after which no further page is asked for: the site does not want us. */
const STOPPING_FAILURES = new Set(["forbidden", "refused-by-robots"]);
/** Times the client asks again for a page that failed in passing, before the task counts it. */
const RETRIES = 2;
/** Times a page waits while the circuit is open, which other pages may have caused. */
const CIRCUIT_WAITS = 5;
/**
 * Pages in a row that could not be had, after which the site is taken to be down: more than what
 * one bad club, of some pages, explains.
 */
const OUTAGE_LIMIT = 10;
/**
 * Pages in a row that cannot be understood, after which the site is taken to have changed. As many
 * of the latest 60 do as well: one kind of page may have changed, and others stand between.
 */
const SHAPE_LIMIT = 20;
const SHAPE_WINDOW = 60;
/**
 * Times a page is asked for again that came but cannot be understood: it may have been cut short.
 */
const SHAPE_RETRIES = 1;

/** Reads pages one by one for a run, counts them, and knows when the run must stop. */
export class PageReader {
  readonly #federation: FederationClient;
  readonly #counters: CrawlCounters;
  readonly #log: Logger;
  readonly #signal: AbortSignal;
  /** Ends the requests under way once one page has shown that asking is of no use. */
  readonly #stop = new AbortController();
  readonly #requestsBefore: number;
  readonly #budget: number;
  readonly #clock: Clock;
  readonly #saveMisread: (page: MisreadPage) => Promise<void>;
  /** Pages asked for, robots.txt as the first. */
  #pagesAsked = 1;
  #requestsCounted = 0;
  /** Of each of the latest pages, whether it was not understood. */
  #misread: boolean[] = [];
  /** Pages in a row that could not be had. */
  #failuresInARow = 0;
  readonly #unknownSeries = new UnknownSeries();

  constructor({ federation, counters, log, signal, budget, clock, saveMisread }: {
    federation: FederationClient;
    counters: CrawlCounters;
    log: Logger;
    signal: AbortSignal;
    clock: Clock;
    /** Most requests of the run; null = no limit. */
    budget: number | null;
    /** Saves a page that was not understood, for people to look at. */
    saveMisread: (page: MisreadPage) => Promise<void>;
  }) {
    this.#federation = federation;
    this.#counters = counters;
    this.#log = log;
    this.#signal = AbortSignal.any([signal, this.#stop.signal]);
    this.#clock = clock;
    this.#saveMisread = saveMisread;
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
   * Notes whether an athlete's own page names the athlete, whom a roster holds: after a series of
   * pages that do not, nothing is read any more.
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
   * @param known What is remembered of the page; null = it is parsed, changed or not.
   * @returns What `parse` makes of it, with its broken rows reported; or that it has not changed;
   *   or why it failed.
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
          this.#noteUnderstood();
          this.#counters.unchanged_pages++;
          return { kind: "unchanged" };
        }
        body = page.body;
        const parsed = parse(body, page.transfer);
        this.#noteUnderstood();
        this.#reportRows(url, parsed.problems);
        // Broken rows are reported by every run, not only by the first that meets them.
        const source = parsed.problems.some(({ isHarmless }) => !isHarmless)
          ? NO_SOURCE
          : { ...page.validators, bodyHash };
        return { kind: "read", parsed, source };
      } catch (error) {
        if (!(error instanceof PageShapeError) && !(error instanceof FederationError)) throw error;
        if (error instanceof PageShapeError && attempt < SHAPE_RETRIES) continue;
        if (body !== null) await this.#saveMisread({ page: describePage(url), error, body });
        this.#log.error("page failed", { page: describePage(url), reason: error.message });
        this.#stopAfter(error);
        return { kind: "failed", error };
      } finally {
        this.#countRequests();
      }
    }
  }

  async #fetch(url: URL, known: KnownPage | null): Promise<Page> {
    try {
      for (let waits = 0;; waits++) {
        this.#takeFromBudget();
        const page = await this.#ask(url, known, waits < CIRCUIT_WAITS);
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

  /** Takes a request from the budget; those under way count before they are sent. */
  #takeFromBudget(): void {
    const spent = Math.max(
      this.#pagesAsked,
      this.#federation.counters.requests - this.#requestsBefore,
    );
    if (spent >= this.#budget) {
      throw new CrawlStopped(`the budget of ${this.#budget} requests is spent`);
    }
    this.#pagesAsked++;
  }

  /** A page; null when nothing was sent because the circuit was open, and it may be tried again. */
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
      this.#pagesAsked--;
      if (!mayWait) throw error;
      await wait(this.#clock, (error.retryAfter ?? 1) * 1000, this.#signal);
      return null;
    }
  }

  /** Logs what is odd or broken on a page, and counts what is broken. */
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

  /** Ends the run where this failure says so; the page counts as failed all the same. */
  #stopAfter(error: PageShapeError | FederationError): void {
    const why = this.#whyStop(error);
    if (why !== null) this.#stop.abort(new CrawlStopped(why, { cause: error }));
  }

  #noteUnderstood(): void {
    this.#noteShape(false);
    this.#failuresInARow = 0;
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
      return this.#misread.filter((misread) => misread).length < SHAPE_LIMIT
        ? null
        : `${SHAPE_LIMIT} of the latest ${this.#misread.length} pages could not be understood: ` +
          "the site has changed";
    }
    if (STOPPING_FAILURES.has(error.kind)) return error.message;
    // A page that does not exist was answered by a site that is up.
    if (error.kind === "not-found") this.#failuresInARow = 0;
    else if (++this.#failuresInARow >= OUTAGE_LIMIT) {
      return `${OUTAGE_LIMIT} pages in a row could not be had: the site is down` +
        `, or refuses us; the last one: ${error.message}`;
    }
    return null;
  }
}
