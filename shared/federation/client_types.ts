import type { Clock } from "../process/clock.ts";
import type { Priority } from "./pace/rules.ts";
import type { PaceStore } from "./pace/store.ts";
import type { CircuitState } from "./queue.ts";
import type { Robots } from "./robots.ts";
import type { Logger } from "../process/log.ts";

/** What the site says to recognize a version of a page by; null where it says nothing. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** How a page came. */
export interface Transfer {
  /** From sending the request to the end of the body. */
  milliseconds: number;
  /** Bytes of the body. */
  bytes: number;
  /** As the site says them; null where it does not. */
  contentType: string | null;
  contentEncoding: string | null;
  /** Whether as many bytes came as were announced: then nothing that was sent is missing. */
  isLengthAnnounced: boolean;
}

/** A page as it came. */
export interface Page {
  /** Where it came from, after redirects. */
  url: URL;
  /** HTTP status: 200 to 299, or 304. */
  status: number;
  /** Empty when the page is unchanged. */
  body: string;
  /** Whether it is still the version that was asked about (304). */
  isUnchanged: boolean;
  validators: Validators;
  transfer: Transfer;
  fetchedAt: Date;
}

/** How one page is asked for. */
export interface GetOptions {
  /** Ends the wait: `get` throws what it was aborted with. */
  signal?: AbortSignal;
  /** `interactive` for a visitor who waits: goes first, gives up sooner. `crawl` unless given. */
  priority?: Priority;
  /**
   * Further attempts after one that failed in passing; 4 for a crawl, 1 for a visitor by default.
   */
  retries?: number;
  /**
   * The version that is known already: the site may answer that it is unchanged, without the page.
   */
  known?: Validators | null;
  /**
   * Says what is wrong with a body that came as a success, e.g. that it breaks off; null when
   * nothing is. Such an answer counts as a failure of the site and is asked for again.
   */
  findFault?: (body: string, transfer: Transfer) => string | null;
}

/** What the client did so far, and what it is doing. */
export interface FederationCounters {
  /** Requests sent, repeated ones and those for robots.txt included. */
  requests: number;
  /** Requests sent again after a failure. */
  retries: number;
  /** Requests that failed, for whatever reason but a page that does not exist. */
  failures: number;
  /** Bytes of bodies read. */
  bytes: number;
  /** Requests whose answers are being read. */
  active: number;
  /** Requests not yet sent. */
  queued: number;
  circuit: CircuitState;
}

/** Reads the federation's site, politely. */
export interface FederationClient {
  /**
   * Reads one page.
   *
   * @throws {FederationError} When it cannot be had; its `kind` says why.
   * @throws {TypeError} If the address is not one of the site.
   * @throws What `signal` was aborted with.
   */
  get(url: URL, options?: GetOptions): Promise<Page>;
  /**
   * The site's rules for robots, read when first needed and once a day.
   *
   * @throws {FederationError} As `get`.
   */
  robots(): Promise<Robots>;
  /** Ends everything under way (it throws an `AbortError`) and refuses what follows. */
  close(): void;
  readonly counters: FederationCounters;
}

/** How the site is read. */
export interface FederationClientOptions {
  /** The site: no other host is ever asked. */
  baseUrl: string | URL;
  /** Address or page of the people who run this; only on this machine itself there may be none. */
  contact: string | null;
  /** Requests per second, all together; 0 = no limit, on this machine itself only. */
  rate: number;
  /** Version of the software, for the User-Agent. */
  version: string;
  log: Logger;
  /** Most requests at once. */
  concurrency?: number;
  /** Where the pace is kept; in this process alone by default. */
  pace?: PaceStore;
  /**
   * Requests a minute that visitors may cause, all who share the pace together; 0, no limit by
   * default.
   */
  visitorsPerMinute?: number;
  /** Time for a whole answer by priority, ms. */
  timeouts?: Record<Priority, number>;
  /** Longest wait before the first repetition, ms; doubles each time. */
  backoff?: number;
  /** How long a failing site is left alone the first time, ms; doubles each time. */
  cooldown?: number;
  /** Largest body read, bytes. */
  largestBody?: number;
  fetch?: typeof fetch;
  clock?: Clock;
  /** Chance: from 0 up to, not including, 1. */
  random?: () => number;
}
