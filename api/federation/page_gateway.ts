import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import type { PageState } from "../repositories/page_state.ts";
import type { Failure, FailureReason } from "./failure.ts";
import { createPageFetcher, type Fetched, type FetcherOptions } from "./page_fetcher.ts";
import type { PageKind, PageSubject } from "./page_kind.ts";

/** Where a page comes from and how old it is. */
export interface PageOrigin {
  /** `live`: read from the federation for this answer. */
  source: "live" | "cache";
  fetchedAt: Date;
  /** Why an older page than the service means to is shown; null when it is fresh. */
  staleReason: "refreshing" | FailureReason | null;
}

/** What a page holds and where it comes from. */
export type PageReading<Content> = PageOrigin & Content;

/** What became of asking for a page: which one to show, or why there is none. */
export type Found<Content> =
  /** What was kept can be shown; its content is read when it is needed. */
  | { kind: "kept"; origin: PageOrigin }
  | { kind: "live"; reading: PageReading<Content> }
  | NoPage;

/** Why there is no page to show. */
export type NoPage =
  | { kind: "unknown" }
  | { kind: "removed" }
  | { kind: "failed" } & Failure;

/** Where pages of one kind come from. */
export interface PageGateway<Subject, Content> {
  /**
   * Finds which page to show: the kept one while it is fresh; for a while after that the kept one
   * as well, and the federation is read behind the visitor's back; else the federation's, or, when
   * it fails, the last known one.
   *
   * @param kept What is kept of the page, without its content; null when nothing is.
   * @param options `renew`: the visitor wants it read again, fresh as it is, unless that was done
   *   some minutes ago.
   */
  find(
    subject: Subject,
    kept: PageState | null,
    options?: { renew?: boolean },
  ): Promise<Found<Content>>;
  /** Finds a page and reads it. */
  read(subject: Subject, kept: PageState | null): Promise<PageReading<Content> | NoPage>;
  /** The content of a kept page; null when it is gone. */
  readKept(subject: Subject): Promise<(Content & { fetchedAt: Date }) | null>;
  /** Readings of the federation under way. */
  readonly active: number;
}

/** Tells a page from the reason why there is none. */
export function isReading<Content>(
  found: PageReading<Content> | NoPage,
): found is PageReading<Content> {
  return !("kind" in found);
}

/** What the gateway works with. */
export interface GatewayOptions extends FetcherOptions {
  /** Longest time a visitor waits for the federation, ms; what was begun goes on and is kept. */
  visitorTimeoutMs: number;
}

/** Who can be shown an older page waits no longer than this for a new one, ms. */
const REFRESH_TIMEOUT_MS = 4000;
/**
 * For how many times its age limit a page is shown at once while a new one is read: with a day, for
 * a week.
 */
const STALE_FACTOR = 7;

/**
 * Pages younger than this are not read again, whoever asks, ms: the federation is not asked for
 * nothing.
 */
const MIN_RENEWAL_AGE_MS = 600_000;

/** Makes the gateway of one kind of page. */
export function createPageGateway<Subject extends PageSubject, Content extends object>(
  pages: PageKind<Subject, Content>,
  options: GatewayOptions,
): PageGateway<Subject, Content> {
  const { clock, visitorTimeoutMs } = options;
  const fetcher = createPageFetcher(pages, options);

  /** How long a visitor waits for a new page, ms. */
  function timeoutFor(subject: Subject, kept: PageState | null): number {
    if (kept?.status !== 200) return visitorTimeoutMs;
    const old = (clock().getTime() - kept.fetchedAt.getTime()) / 1000;
    // Not at all; what is known without asking, a failure just now, is told anyway.
    if (old < STALE_FACTOR * pages.freshFor(subject)) return 0;
    return Math.min(visitorTimeoutMs, REFRESH_TIMEOUT_MS);
  }

  async function find(
    subject: Subject,
    kept: PageState | null,
    { renew = false }: { renew?: boolean } = {},
  ): Promise<Found<Content>> {
    const known = kept?.status === 200;
    const renewed = renew && kept !== null &&
      clock().getTime() - kept.fetchedAt.getTime() >= MIN_RENEWAL_AGE_MS;
    if (kept !== null && kept.expiresAt > clock() && !renewed) {
      if (known) return fromKept(kept, null);
      return { kind: kept.status === 410 ? "removed" : "unknown" };
    }
    const flight = fetcher.fetch(subject, { before: kept?.status ?? null });
    const outcome = await withTimeout<Fetched<Content> | null>(flight, {
      // Who asked for a new one waits for it.
      timeoutMs: renewed ? visitorTimeoutMs : timeoutFor(subject, kept),
      onTimeout: () => null,
    });
    if (outcome?.kind === "read") {
      return { kind: "live", reading: { source: "live", staleReason: null, ...outcome.page } };
    }
    if (outcome?.kind === "unknown" || outcome?.kind === "removed") return outcome;
    if (known) return fromKept(kept, outcome === null ? "refreshing" : outcome.reason);
    return outcome ?? {
      kind: "failed",
      reason: "federation-unavailable",
      retryAfter: 10,
      cause: new DOMException("The visitor waited long enough", "TimeoutError"),
    };
  }

  return {
    find,
    readKept: (subject) => pages.find(subject),
    async read(subject, kept) {
      const found = await find(subject, kept);
      if (found.kind === "live") return found.reading;
      if (found.kind !== "kept") return found;
      const page = await pages.find(subject);
      // Removed between the two: somebody objected.
      return page === null ? { kind: "unknown" } : { ...found.origin, ...page };
    },
    get active() {
      return fetcher.active;
    },
  };
}

function fromKept<Content>(
  { fetchedAt }: PageState,
  staleReason: PageOrigin["staleReason"],
): Found<Content> {
  return { kind: "kept", origin: { source: "cache", fetchedAt, staleReason } };
}
