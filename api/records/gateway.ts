import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { withDeadline } from "../deadline.ts";
import { findRecordPage, type RecordPageRow } from "../repositories/record_page.ts";
import { createFetcher, type Fetched } from "./fetcher.ts";

/** An athlete's records and where they come from. */
export interface RecordsReading {
  source: "live" | "cache";
  fetchedAt: Date;
  /** The federation could not be read: these are the last known ones. */
  stale: boolean;
  records: readonly RecordEntry[];
}

/** An athlete as records are read for. */
export interface RecordsOwner {
  id: number;
  ffaId: string;
}

/** Neither the federation nor an earlier reading has the records. */
export class RecordsUnavailableError extends Error {
  override name = "RecordsUnavailableError";

  /** @param retryAfter Seconds until another attempt makes sense. */
  constructor(readonly retryAfter: number, options?: { cause?: unknown }) {
    super("Cannot read the records: the federation does not answer and none were kept", options);
  }
}

/** Where the records of athletes come from. */
export interface RecordsGateway {
  /**
   * Reads an athlete's records: kept ones while they are fresh, else the federation's, else the last known.
   *
   * @returns `null` when the federation knows no such athlete.
   * @throws {RecordsUnavailableError} When there are none to be had now.
   */
  read(owner: RecordsOwner): Promise<RecordsReading | null>;
  /** Readings of the federation under way. */
  readonly active: number;
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
  /** Longest time a visitor waits for the federation, ms; what was begun goes on and is kept. */
  patience?: number;
}

/** Visitors give up before this, and nginx too. */
const PATIENCE = 20_000;

/** Who can be shown older records waits no longer than this for new ones, ms. */
const PATIENCE_WITH_KEPT = 4000;

/** Makes the gateway. */
export function createRecordsGateway(options: GatewayOptions): RecordsGateway {
  const { sql, clock, patience = PATIENCE } = options;
  const fetcher = createFetcher(options);

  async function read(owner: RecordsOwner): Promise<RecordsReading | null> {
    const kept = await findRecordPage(sql, owner.id);
    if (kept !== null && kept.expiresAt > clock()) return fromKept(kept, { stale: false });
    const outcome = await withDeadline(fetcher.fetch(owner), {
      limit: kept?.status === 200 ? Math.min(patience, PATIENCE_WITH_KEPT) : patience,
      late: (): Fetched => ({
        kind: "failed",
        retryAfter: 10,
        cause: new DOMException("The visitor waited long enough", "TimeoutError"),
      }),
    });
    switch (outcome.kind) {
      case "records":
        return {
          source: "live",
          fetchedAt: outcome.fetchedAt,
          stale: false,
          records: outcome.records,
        };
      case "unknown":
        // Known once, gone now: what was read then is still worth showing.
        return kept === null ? null : fromKept(kept, { stale: true });
      case "failed":
        if (kept === null) {
          throw new RecordsUnavailableError(outcome.retryAfter, { cause: outcome.cause });
        }
        return fromKept(kept, { stale: true });
    }
  }

  return {
    read,
    get active() {
      return fetcher.active;
    },
  };
}

/** A kept reading; one that found nobody is nobody still. */
function fromKept(
  { status, fetchedAt, records }: RecordPageRow,
  { stale }: { stale: boolean },
): RecordsReading | null {
  return status === 404 ? null : { source: "cache", fetchedAt, stale, records };
}
