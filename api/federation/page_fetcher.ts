import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import { describeFailure, type Failure, isFederationFailure } from "./failure.ts";
import type { PageContent, PageKind, PageSubject } from "./page_kind.ts";

/** What reading the federation came to. */
export type Fetched<Content> =
  | { kind: "read"; page: PageContent<Content> }
  /** The federation knows no such athlete. */
  | { kind: "unknown" }
  /** The federation had the page and has it no more. */
  | { kind: "removed" }
  /** It could not be read now. */
  | { kind: "failed" } & Failure;

/** Reads pages of the federation and keeps them. */
export interface PageFetcher<Subject, Content> {
  /**
   * Reads one page; those who ask while it is under way share it. Never rejects for the
   * federation's sake.
   *
   * @param before What the last reading came to (200, 404, 410); null before the first. Where a
   *   page was read, its absence is a removal.
   */
  fetch(subject: Subject, options: { before: number | null }): Promise<Fetched<Content>>;
  readonly active: number;
}

/** What fetcher and gateway work with. */
export interface FetcherOptions {
  clock: () => Date;
  log: Logger;
  /** Judges whether athletes without a page are unknown. */
  unknownSeries: UnknownSeries;
  /** Told of an athlete of whom something new was kept. */
  onKept?: (ffaId: string) => void;
}

/** After a failure nobody asks for that page again for this long, ms. */
const REST = 15_000;
/** Most pages whose failure is remembered. */
const MAX_RESTING = 1000;
/**
 * Most pages under way or waiting at once: at one request a second the last would wait too long
 * anyway.
 */
const MAX_ACTIVE = 64;
/**
 * How long what was read is given to who asks for it again, ms: they may have looked before it was
 * kept. Longer than a question to the database takes.
 */
const JUST_READ_FOR = 5000;
/** Most pages remembered for that. */
const MAX_JUST_READ = 256;
/** How long "no such athlete" is believed that a status said, ms. */
export const MISSING_FOR = 3_600_000;
/** How long it is believed of a page that names nobody, ms: that may be an error in disguise. */
export const NAMELESS_FOR = 300_000;

/** Makes the fetcher of one kind of page. */
export function createPageFetcher<Subject extends PageSubject, Content extends object>(
  kind: PageKind<Subject, Content>,
  { clock, log, unknownSeries, onKept = () => {} }: FetcherOptions,
): PageFetcher<Subject, Content> {
  const flights = new Map<string, Promise<Fetched<Content>>>();
  const justRead = new LRUCache<string, Fetched<Content>>({
    max: MAX_JUST_READ,
    ...timedBy(clock),
  });
  unknownSeries.onBegin(() => justRead.clear());
  const resting = new LRUCache<string, Fetched<Content>>({
    max: MAX_RESTING,
    ttl: REST,
    ...timedBy(clock),
  });

  async function read(subject: Subject, before: number | null): Promise<Fetched<Content>> {
    let page: PageContent<Content> | null;
    try {
      page = await kind.read(subject, before);
    } catch (cause) {
      if (!(cause instanceof FederationError) || cause.kind !== "not-found") throw cause;
      return await keepMissing(subject, before, MISSING_FOR);
    }
    if (page !== null) {
      if (before !== 200) unknownSeries.noteNamed(subject.ffaId);
      return { kind: "read", page };
    }
    // Said by a status it would be believed. A page that names nobody may be an error in disguise,
    // and must not take away what is known.
    if (before !== 200) return await keepMissing(subject, before, NAMELESS_FOR);
    throw new PageShapeError(kind.name, "it names nobody where an athlete was");
  }

  async function keepMissing(
    subject: Subject,
    before: number | null,
    duration: number,
  ): Promise<Fetched<Content>> {
    if (!unknownSeries.noteUnknown(subject.ffaId)) throw seriesError(kind.name);
    const fetchedAt = clock();
    const expiresAt = new Date(fetchedAt.getTime() + duration);
    const removed = before === 200 || before === 410;
    await kind.saveMissing(subject, { fetchedAt, expiresAt, status: removed ? 410 : 404 });
    return { kind: removed ? "removed" : "unknown" };
  }

  async function attempt(subject: Subject, before: number | null): Promise<Fetched<Content>> {
    try {
      const outcome = await read(subject, before).finally(() => onKept(subject.ffaId));
      const ttl = Math.min(JUST_READ_FOR, kind.freshFor(subject) * 1000);
      // To the cache 0 means for ever.
      if (ttl > 0) justRead.set(kind.keyOf(subject), outcome, { ttl });
      return outcome;
    } catch (cause) {
      const failure = describeFailure(cause);
      const outcome: Fetched<Content> = { kind: "failed", ...failure };
      // The budget is everybody's: nothing speaks against this athlete once there is some again.
      if (failure.reason === "budget-spent") return outcome;
      if (!isFederationFailure(cause)) throw cause;
      // No id: which athletes are looked at is nobody's business, not even a log's.
      log.warn(`the ${kind.name} could not be read from the federation`, { error: cause });
      resting.set(kind.keyOf(subject), outcome);
      return outcome;
    }
  }

  return {
    get active() {
      return flights.size;
    },
    fetch(subject, { before }) {
      // Whatever stands in the directory, only a number becomes part of an address.
      if (!FfaId.safeParse(subject.ffaId).success) return Promise.resolve({ kind: "unknown" });
      const key = kind.keyOf(subject);
      const under = flights.get(key);
      if (under !== undefined) return under;
      const recent = justRead.get(key) ?? resting.get(key);
      if (recent !== undefined) return Promise.resolve(recent);
      if (flights.size >= MAX_ACTIVE) {
        const cause = new RangeError(`More than ${MAX_ACTIVE} pages wait for the federation`);
        return Promise.resolve({ kind: "failed", ...describeFailure(cause) });
      }
      const flight = attempt(subject, before).finally(() => flights.delete(key));
      // Who waits handles it; when all have gone, it is still no reason to end the process.
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
