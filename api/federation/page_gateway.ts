import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import type { PageState } from "../repositories/page_state.ts";
import type { Failure, FailureReason } from "./failure.ts";
import { createPageFetcher, type FetcherOptions, type FetchOutcome } from "./page_fetcher.ts";
import type { PageContent, PageKind, PageSubject } from "./page_kind.ts";

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

/** Which page to show, or why there is none. */
export type PageChoice<Content> =
  /** The stored one; its content is read when it is needed. */
  | { kind: "stored"; origin: PageOrigin }
  | { kind: "live"; reading: PageReading<Content> }
  | MissingPage;

/** Why there is no page to show. */
export type MissingPage =
  | { kind: "unknown" }
  | { kind: "removed" }
  | { kind: "failed" } & Failure;

/** Where pages of one kind come from. */
export interface PageGateway<Subject, Content> {
  /**
   * Chooses which page to show: the stored one while it is fresh; for a while after that the stored
   * one as well, and the federation is read behind the visitor's back; else the federation's, or,
   * when it fails, the stored one.
   *
   * @param stored State of the stored page; null when there is none.
   * @param options `renew`: the visitor wants it read again, fresh as it is, unless that was done
   *   some minutes ago.
   */
  choose(
    subject: Subject,
    stored: PageState | null,
    options?: { renew?: boolean },
  ): Promise<PageChoice<Content>>;
  /** Chooses a page and reads it. */
  read(subject: Subject, stored: PageState | null): Promise<PageReading<Content> | MissingPage>;
  /** The stored page; null when it is gone. */
  readStored(subject: Subject): Promise<PageContent<Content> | null>;
  /** Readings of the federation under way. */
  readonly active: number;
}

/** Tells a page from the reason why there is none. */
export function isReading<Content>(
  outcome: PageReading<Content> | MissingPage,
): outcome is PageReading<Content> {
  return !("kind" in outcome);
}

/** What the gateway works with. */
export interface GatewayOptions extends FetcherOptions {
  /** Longest time a visitor waits for the federation, ms; what was begun goes on and is stored. */
  visitorTimeoutMs: number;
}

/**
 * Longest wait for a new page where a stored one can be shown, ms: the site's own page gives up
 * after 6 s, and asks again.
 */
const REFRESH_TIMEOUT_MS = 4000;
/**
 * For how many times its age limit a stored page is shown at once while a new one is read: with a
 * day, for a week.
 */
const STALE_FACTOR = 7;
/**
 * Least age of a page that a visitor may have read again, ms: records change after a race, not
 * within ten minutes.
 */
const MIN_RENEWAL_AGE_MS = 600_000;
/** When to ask again for a page that is still being read, s: most are there within that. */
const STILL_READING_RETRY_S = 10;

/** Makes the gateway of one kind of page. */
export function createPageGateway<Subject extends PageSubject, Content extends object>(
  pages: PageKind<Subject, Content>,
  options: GatewayOptions,
): PageGateway<Subject, Content> {
  const { clock, visitorTimeoutMs } = options;
  const fetcher = createPageFetcher(pages, options);
  const ageMs = ({ fetchedAt }: PageState) => clock().getTime() - fetchedAt.getTime();

  /** How long a visitor waits for a new page, ms. */
  function timeoutFor(subject: Subject, stored: PageState | null): number {
    if (stored?.status !== 200) return visitorTimeoutMs;
    // Not at all; what needs no request, a failure just now, is answered all the same.
    if (ageMs(stored) / 1000 < STALE_FACTOR * pages.freshFor(subject)) return 0;
    return Math.min(visitorTimeoutMs, REFRESH_TIMEOUT_MS);
  }

  async function choose(
    subject: Subject,
    stored: PageState | null,
    { renew = false }: { renew?: boolean } = {},
  ): Promise<PageChoice<Content>> {
    const hasPage = stored?.status === 200;
    const renewing = renew && stored !== null && ageMs(stored) >= MIN_RENEWAL_AGE_MS;
    if (stored !== null && stored.expiresAt > clock() && !renewing) {
      if (hasPage) return storedPage(stored, null);
      return { kind: stored.status === 410 ? "removed" : "unknown" };
    }
    const flight = fetcher.fetch(subject, { lastStatus: stored?.status ?? null });
    const outcome = await withTimeout<FetchOutcome<Content> | null>(flight, {
      // Who asked for a new one waits for it.
      timeoutMs: renewing ? visitorTimeoutMs : timeoutFor(subject, stored),
      onTimeout: () => null,
    });
    if (outcome?.kind === "read") {
      return { kind: "live", reading: { source: "live", staleReason: null, ...outcome.page } };
    }
    if (outcome?.kind === "unknown" || outcome?.kind === "removed") return outcome;
    if (hasPage) return storedPage(stored, outcome === null ? "refreshing" : outcome.reason);
    return outcome ?? {
      kind: "failed",
      reason: "federation-unavailable",
      retryAfter: STILL_READING_RETRY_S,
      cause: new DOMException("The visitor waited long enough", "TimeoutError"),
    };
  }

  return {
    choose,
    readStored: (subject) => pages.findStored(subject),
    async read(subject, stored) {
      const choice = await choose(subject, stored);
      if (choice.kind === "live") return choice.reading;
      if (choice.kind !== "stored") return choice;
      const page = await pages.findStored(subject);
      // Removed between the two: somebody objected.
      return page === null ? { kind: "unknown" } : { ...choice.origin, ...page };
    },
    get active() {
      return fetcher.active;
    },
  };
}

function storedPage<Content>(
  { fetchedAt }: PageState,
  staleReason: PageOrigin["staleReason"],
): PageChoice<Content> {
  return { kind: "stored", origin: { source: "cache", fetchedAt, staleReason } };
}
