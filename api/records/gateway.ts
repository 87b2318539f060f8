import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { withDeadline } from "../deadline.ts";
import { findRecordPage, type RecordPageState } from "../repositories/record_page.ts";
import type { Failure, FailureReason } from "../federation/failure.ts";
import { createFetcher, type Fetched } from "./fetcher.ts";

/** Where records come from and how old they are. */
export interface RecordsOrigin {
  /** `live`: read from the federation for this answer. */
  source: "live" | "cache";
  fetchedAt: Date;
  /** Why older records than `maxAge` allows are shown; null when these are fresh. */
  staleReason: "refreshing" | FailureReason | null;
}

/** An athlete's records and where they come from. */
export interface RecordsReading extends RecordsOrigin {
  records: readonly RecordEntry[];
  seasonBests: readonly SeasonBestEntry[];
}

/** What became of asking for records: which ones to show, or why there are none. */
export type Found =
  /** What was kept can be shown; its records are read when they are needed. */
  | { kind: "kept"; origin: RecordsOrigin }
  | { kind: "live"; reading: RecordsReading }
  | { kind: "unknown" }
  | { kind: "removed" }
  | { kind: "failed" } & Failure;

/** An athlete as records are read for. */
export interface RecordsOwner {
  id: number;
  ffaId: string;
}

/** Where the records of athletes come from. */
export interface RecordsGateway {
  /**
   * Finds which records to show: kept ones while they are fresh; for a while after that kept ones as well, and the
   * federation is read behind the visitor's back; else the federation's, or, when it fails, the last known ones.
   *
   * @param kept What is kept of the athlete, without the records; null when nothing is.
   * @param options `renew`: the visitor wants them read again, fresh as they are, unless that was done some minutes ago.
   */
  find(
    owner: RecordsOwner,
    kept: RecordPageState | null,
    options?: { renew?: boolean },
  ): Promise<Found>;
  /** Finds records and reads them. */
  read(owner: RecordsOwner, kept: RecordPageState | null): Promise<RecordsReading | NoRecords>;
  /** Readings of the federation under way. */
  readonly active: number;
}

/** Why there are no records to show. */
export type NoRecords = Exclude<Found, { kind: "kept" | "live" }>;

/** Tells records from the reason why there are none. */
export function isReading(found: RecordsReading | NoRecords): found is RecordsReading {
  return !("kind" in found);
}

/** What the gateway works with. */
export interface GatewayOptions {
  sql: Sql;
  federation: FederationClient;
  federationUrl: string;
  /** How long records stay fresh, s. */
  maxAge: number;
  clock: () => Date;
  log: Logger;
  /** Told of an athlete of whom something new was kept. */
  onKept?: (ffaId: string) => void;
  /** Longest time a visitor waits for the federation, ms; what was begun goes on and is kept. */
  patience?: number;
}

/** Visitors give up before this, and nginx too. */
const PATIENCE = 20_000;
/** Who can be shown older records waits no longer than this for new ones, ms. */
const PATIENCE_WITH_KEPT = 4000;
/** For how many times their age limit records are shown at once while new ones are read: with a day, for a week. */
const REVALIDATED_FOR = 7;

/** Records younger than this are not read again, whoever asks, ms: the federation is not asked for nothing. */
const RENEWED_AFTER = 600_000;

/** Makes the gateway. */
export function createRecordsGateway(options: GatewayOptions): RecordsGateway {
  const { sql, clock, maxAge, patience = PATIENCE } = options;
  const fetcher = createFetcher(options);

  /** How long a visitor waits for new records, ms. */
  function patienceFor(kept: RecordPageState | null): number {
    if (kept?.status !== 200) return patience;
    const old = (clock().getTime() - kept.fetchedAt.getTime()) / 1000;
    // Not at all; what is known without asking, a failure just now, is told all the same.
    if (old < REVALIDATED_FOR * maxAge) return 0;
    return Math.min(patience, PATIENCE_WITH_KEPT);
  }

  async function find(
    owner: RecordsOwner,
    kept: RecordPageState | null,
    { renew = false }: { renew?: boolean } = {},
  ): Promise<Found> {
    const known = kept?.status === 200;
    const renewed = renew && kept !== null &&
      clock().getTime() - kept.fetchedAt.getTime() >= RENEWED_AFTER;
    if (kept !== null && kept.expiresAt > clock() && !renewed) {
      if (known) return fromKept(kept, null);
      return { kind: kept.status === 410 ? "removed" : "unknown" };
    }
    const flight = fetcher.fetch(owner, { before: kept?.status ?? null });
    const outcome = await withDeadline<Fetched | null>(flight, {
      // Who asked for new ones waits for them.
      limit: renewed ? patience : patienceFor(kept),
      late: () => null,
    });
    if (outcome?.kind === "records") {
      const { fetchedAt, records, seasonBests } = outcome;
      const reading = {
        source: "live",
        staleReason: null,
        fetchedAt,
        records,
        seasonBests,
      } as const;
      return { kind: "live", reading };
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
    async read(owner, kept) {
      const found = await find(owner, kept);
      if (found.kind === "live") return found.reading;
      if (found.kind !== "kept") return found;
      const page = await findRecordPage(sql, owner.id);
      // Removed between the two: somebody objected.
      return page === null ? { kind: "unknown" } : { ...found.origin, ...page };
    },
    get active() {
      return fetcher.active;
    },
  };
}

function fromKept(
  { fetchedAt }: RecordPageState,
  staleReason: RecordsOrigin["staleReason"],
): Found {
  return { kind: "kept", origin: { source: "cache", fetchedAt, staleReason } };
}
