import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import { describeFailure, type Failure, isFederationFailure } from "./failure.ts";
import type { PageContent, PageKind, PageSubject } from "./page_kind.ts";

/** What reading a page of the federation came to. */
export type FetchOutcome<Content> =
  | { kind: "read"; page: PageContent<Content> }
  /** The federation knows no such athlete. */
  | { kind: "unknown" }
  /** The federation had the page and has it no more. */
  | { kind: "removed" }
  /** It could not be read now. */
  | { kind: "failed" } & Failure;

/** Reads pages of the federation and stores them. */
export interface PageFetcher<Subject, Content> {
  /**
   * Reads one page; those who ask while it is under way share it. Never rejects for the
   * federation's sake.
   *
   * @param lastStatus What the last reading came to (200, 404, 410); null before the first. Where a
   *   page was read, its absence is a removal.
   */
  fetch(
    subject: Subject,
    options: { lastStatus: number | null },
  ): Promise<FetchOutcome<Content>>;
  /** Readings under way. */
  readonly active: number;
}

/** What fetcher and gateway work with. */
export interface FetcherOptions {
  clock: () => Date;
  log: Logger;
  /** Judges whether athletes without a page are unknown. */
  unknownSeries: UnknownSeries;
  /** Called when something new of an athlete was stored. */
  onStored?: (ffaId: string) => void;
}

/**
 * How long after a failure that page is not asked for again, ms: what fails is rarely well a moment
 * later, and whoever reloads must not make it worse.
 */
const FAILURE_TTL_MS = 15_000;
/** Most failures remembered. In their time one request a second makes 15. */
const MAX_FAILURES = 1000;
/**
 * Most pages under way or waiting at once: at one request a second the last would wait longer than
 * a visitor does.
 */
const MAX_ACTIVE = 64;
/**
 * How long a page that was just read is given to whoever asks for it again, ms: they may have
 * looked into the database before it was stored. A question to the database is given up after as
 * long.
 */
const JUST_READ_TTL_MS = 5000;
/** Most pages remembered for that. In their time one request a second makes 5. */
const MAX_JUST_READ = 256;
/** How long an athlete counts as unknown whom the site answered by 404, ms. */
export const MISSING_TTL_MS = 3_600_000;
/** The same for a page that names nobody, ms: shorter, for that may be an error in disguise. */
export const NAMELESS_TTL_MS = 300_000;

/** Makes the fetcher of one kind of page. */
export function createPageFetcher<Subject extends PageSubject, Content extends object>(
  kind: PageKind<Subject, Content>,
  { clock, log, unknownSeries, onStored = () => {} }: FetcherOptions,
): PageFetcher<Subject, Content> {
  const flights = new Map<string, Promise<FetchOutcome<Content>>>();
  const recentReadings = new LRUCache<string, FetchOutcome<Content>>({
    max: MAX_JUST_READ,
    ...timedBy(clock),
  });
  unknownSeries.onBegin(() => recentReadings.clear());
  const recentFailures = new LRUCache<string, FetchOutcome<Content>>({
    max: MAX_FAILURES,
    ttl: FAILURE_TTL_MS,
    ...timedBy(clock),
  });

  async function read(
    subject: Subject,
    lastStatus: number | null,
  ): Promise<FetchOutcome<Content>> {
    let page: PageContent<Content> | null;
    try {
      page = await kind.read(subject, lastStatus);
    } catch (cause) {
      if (!(cause instanceof FederationError) || cause.kind !== "not-found") throw cause;
      return await storeMissing(subject, lastStatus, MISSING_TTL_MS);
    }
    if (page !== null) {
      if (lastStatus !== 200) unknownSeries.noteNamed(subject.ffaId);
      return { kind: "read", page };
    }
    // A status would be believed. A page that names nobody may be an error in disguise, and must
    // not take away what is stored.
    if (lastStatus !== 200) return await storeMissing(subject, lastStatus, NAMELESS_TTL_MS);
    throw new PageShapeError(kind.name, "it names nobody where an athlete was");
  }

  async function storeMissing(
    subject: Subject,
    lastStatus: number | null,
    ttlMs: number,
  ): Promise<FetchOutcome<Content>> {
    if (!unknownSeries.noteUnknown(subject.ffaId)) throw seriesError(kind.name);
    const fetchedAt = clock();
    const expiresAt = new Date(fetchedAt.getTime() + ttlMs);
    const removed = lastStatus === 200 || lastStatus === 410;
    await kind.storeMissing(subject, { fetchedAt, expiresAt, status: removed ? 410 : 404 });
    return { kind: removed ? "removed" : "unknown" };
  }

  async function attempt(
    subject: Subject,
    lastStatus: number | null,
  ): Promise<FetchOutcome<Content>> {
    try {
      const outcome = await read(subject, lastStatus).finally(() => onStored(subject.ffaId));
      const ttl = Math.min(JUST_READ_TTL_MS, kind.freshFor(subject) * 1000);
      // To the cache 0 means for ever.
      if (ttl > 0) recentReadings.set(kind.keyOf(subject), outcome, { ttl });
      return outcome;
    } catch (cause) {
      const failure = describeFailure(cause);
      const outcome: FetchOutcome<Content> = { kind: "failed", ...failure };
      // The budget is everybody's: nothing speaks against this athlete once there is some again.
      if (failure.reason === "budget-spent") return outcome;
      if (!isFederationFailure(cause)) throw cause;
      // No id: which athletes are looked at is nobody's business, not even a log's.
      log.warn(`the ${kind.name} could not be read from the federation`, { error: cause });
      recentFailures.set(kind.keyOf(subject), outcome);
      return outcome;
    }
  }

  return {
    get active() {
      return flights.size;
    },
    fetch(subject, { lastStatus }) {
      // Whatever stands in the directory, only a number becomes part of an address.
      if (!FfaId.safeParse(subject.ffaId).success) return Promise.resolve({ kind: "unknown" });
      const key = kind.keyOf(subject);
      const under = flights.get(key);
      if (under !== undefined) return under;
      const recent = recentReadings.get(key) ?? recentFailures.get(key);
      if (recent !== undefined) return Promise.resolve(recent);
      if (flights.size >= MAX_ACTIVE) {
        const cause = new RangeError(`More than ${MAX_ACTIVE} pages wait for the federation`);
        return Promise.resolve({ kind: "failed", ...describeFailure(cause) });
      }
      const flight = attempt(subject, lastStatus).finally(() => flights.delete(key));
      // Whoever waits handles it; when all have gone, it is still no reason to end the process.
      flight.catch((error) => log.error(`a reading of ${kind.name} failed`, { error }));
      flights.set(key, flight);
      return flight;
    },
  };
}

/** The failure of a page that says "unknown" while too many others say so. */
export function seriesError(page: "records" | "results"): PageShapeError {
  return new PageShapeError(page, "too many athletes in a row are unknown: the site has changed");
}
