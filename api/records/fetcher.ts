import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { parseRecords, type RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { isFederationFailure } from "../federation/failure.ts";
import { saveProfile } from "../repositories/athlete_profile.ts";
import { saveRecordPage, saveUnknown } from "../repositories/record_page.ts";
import type { GatewayOptions, RecordsOwner } from "./gateway.ts";

/** What reading the federation came to. */
export type Fetched =
  | { kind: "records"; fetchedAt: Date; records: readonly RecordEntry[] }
  /** The federation knows no such athlete. */
  | { kind: "unknown" }
  /** It could not be read now. */
  | { kind: "failed"; retryAfter: number; cause: unknown };

/** Reads records pages of the federation and keeps them. */
export interface Fetcher {
  /** Reads one athlete's page; those who ask while it is under way share it. Never rejects for the federation's sake. */
  fetch(owner: RecordsOwner): Promise<Fetched>;
  readonly active: number;
}

/** After a failure nobody asks for that athlete again for this long, ms. */
const REST = 15_000;
/** Most athletes whose failure is remembered. */
const MAX_RESTING = 1000;
/** Most pages under way or waiting at once: at one request a second the last would wait too long anyway. */
const MAX_ACTIVE = 64;
/** How long "no such athlete" is believed, ms. */
const UNKNOWN_FOR = 3_600_000;

/** Makes the fetcher. */
export function createFetcher(
  { sql, federation, federationUrl, maxAge, clock, log }: GatewayOptions,
): Fetcher {
  const urls = federationUrls(federationUrl);
  const flights = new Map<string, Promise<Fetched>>();
  const resting = new Map<string, { until: number; outcome: Fetched }>();

  async function readPage({ id, ffaId }: RecordsOwner): Promise<Fetched> {
    const page = await federation.get(urls.records(ffaId), { priority: "interactive" });
    const { header, records, problems } = parseRecords(page.body);
    for (const { row, message, excerpt } of problems) {
      log.warn("a record could not be read", { row, problem: message, excerpt });
    }
    if (header === null) return await keepUnknown(id);
    const { fetchedAt } = page;
    await saveRecordPage(sql, {
      athleteId: id,
      fetchedAt,
      expiresAt: new Date(fetchedAt.getTime() + maxAge * 1000),
      records,
      header,
    });
    await saveProfile(sql, { athleteId: id, facts: header, readAt: fetchedAt });
    return { kind: "records", fetchedAt, records };
  }

  async function keepUnknown(athleteId: number): Promise<Fetched> {
    const fetchedAt = clock();
    const expiresAt = new Date(fetchedAt.getTime() + UNKNOWN_FOR);
    await saveUnknown(sql, { athleteId, fetchedAt, expiresAt });
    return { kind: "unknown" };
  }

  async function attempt(owner: RecordsOwner): Promise<Fetched> {
    try {
      return await readPage(owner);
    } catch (cause) {
      if (cause instanceof FederationError && cause.kind === "not-found") {
        return await keepUnknown(owner.id);
      }
      if (!isFederationFailure(cause)) throw cause;
      // No id: which athletes are looked at is nobody's business, not even a log's.
      log.warn("the records could not be read from the federation", { error: cause });
      const retryAfter = (cause instanceof FederationError ? cause.retryAfter : null) ??
        REST / 1000;
      const outcome: Fetched = { kind: "failed", retryAfter, cause };
      if (resting.size >= MAX_RESTING) resting.clear();
      resting.set(owner.ffaId, { until: clock().getTime() + REST, outcome });
      return outcome;
    }
  }

  return {
    get active() {
      return flights.size;
    },
    fetch(owner) {
      const under = flights.get(owner.ffaId);
      if (under !== undefined) return under;
      const rest = resting.get(owner.ffaId);
      if (rest !== undefined && rest.until > clock().getTime()) {
        return Promise.resolve(rest.outcome);
      }
      resting.delete(owner.ffaId);
      if (flights.size >= MAX_ACTIVE) {
        const cause = new RangeError(`More than ${MAX_ACTIVE} pages wait for the federation`);
        return Promise.resolve({ kind: "failed", retryAfter: REST / 1000, cause });
      }
      const flight = attempt(owner).finally(() => flights.delete(owner.ffaId));
      // Who waits handles it; when all have gone, it is still no reason to end the process.
      flight.catch((error) => log.error("a reading of records failed", { error }));
      flights.set(owner.ffaId, flight);
      return flight;
    },
  };
}
