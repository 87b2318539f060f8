import type { Clock } from "../process/clock.ts";
import type { Priority } from "./pace/rules.ts";
import type { PaceStore } from "./pace/store.ts";
import type { CircuitState } from "./queue.ts";
import type { Robots } from "./robots.ts";
import type { Logger } from "../process/log.ts";

/** Headers by which a version of a page is recognized; null where the site sends none. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** How a page was transferred. */
export interface Transfer {
  /** From sending the request to the end of the body. */
  milliseconds: number;
  /** Bytes of the body. */
  bytes: number;
  /** As the site declares it; null where it does not. */
  contentType: string | null;
  contentEncoding: string | null;
  /** Whether the announced number of bytes arrived: then nothing that was sent is missing. */
  isLengthAnnounced: boolean;
}

/** A page as received. */
export interface Page {
  /** Its address, after redirects. */
  url: URL;
  /** HTTP status: 200 to 299, or 304. */
  status: number;
  /** Empty when the page is unchanged. */
  body: string;
  /** Whether it is still the known version (304). */
  isUnchanged: boolean;
  validators: Validators;
  transfer: Transfer;
  fetchedAt: Date;
}

/** How one page is requested. */
export interface GetOptions {
  /** Ends the wait: `get` throws the reason of the abort. */
  signal?: AbortSignal;
  /** `interactive` for a waiting visitor: goes first, gives up sooner. `crawl` by default. */
  priority?: Priority;
  /** Further attempts after a failure that may pass; by default 4 for a crawl, 1 for a visitor. */
  retries?: number;
  /**
   * The version that is known already: the site may answer that it is unchanged, without the page.
   */
  known?: Validators | null;
  /**
   * Says what is wrong with the body of a successful answer, e.g. that it breaks off; null when
   * nothing is. Such an answer counts as a failure of the site and is requested again.
   */
  findFault?: (body: string, transfer: Transfer) => string | null;
}

/** Counts of the client's requests, past and present. */
export interface FederationCounters {
  /** Requests sent, repeated ones and those for robots.txt included. */
  requests: number;
  /** Requests sent again after a failure. */
  retries: number;
  /** Requests that failed for any reason except a page that does not exist. */
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
   * @throws {FederationError} When it cannot be read; its `kind` says why.
   * @throws {TypeError} If the address is not one of the site.
   * @throws The reason of an abort of `signal`.
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
  /** Address or page of the people who run this; optional for a site on this machine only. */
  contact: string | null;
  /** Requests per second, all together; 0 = no limit, for a site on this machine only. */
  rate: number;
  /** Version of the software, for the User-Agent. */
  version: string;
  log: Logger;
  /** Most requests at once. */
  concurrency?: number;
  /** Where the pace is kept; in this process alone by default. */
  pace?: PaceStore;
  /**
   * Requests a minute that visitors may cause, of all processes that share the pace; 0, no limit,
   * by default.
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
  /** Source of chance: from 0 up to, not including, 1. */
  random?: () => number;
}
