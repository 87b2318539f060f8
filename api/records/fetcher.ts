import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { describeFailure, type Failure, isFederationFailure } from "../federation/failure.ts";
import { saveProfile } from "../repositories/athlete_profile.ts";
import { findRecordPage, saveMissing, saveRecordPage } from "../repositories/record_page.ts";
import type { GatewayOptions, RecordsOwner } from "./gateway.ts";
import { readRecordsPage } from "./records_page.ts";

/** What reading the federation came to. */
export type Fetched =
  | {
    kind: "records";
    fetchedAt: Date;
    records: readonly RecordEntry[];
    seasonBests: readonly SeasonBestEntry[];
  }
  /** The federation knows no such athlete. */
  | { kind: "unknown" }
  /** The federation had records of the athlete and has no page any more. */
  | { kind: "removed" }
  /** It could not be read now. */
  | { kind: "failed" } & Failure;

/** Reads records pages of the federation and keeps them. */
export interface Fetcher {
  /**
   * Reads one athlete's page; those who ask while it is under way share it. Never rejects for the federation's sake.
   *
   * @param before What the last reading came to (200, 404, 410); null before the first. Where records were read,
   *   their absence is a removal.
   */
  fetch(owner: RecordsOwner, options: { before: number | null }): Promise<Fetched>;
  readonly active: number;
}

/** After a failure nobody asks for that athlete again for this long, ms. */
const REST = 15_000;
/** Most athletes whose failure is remembered. */
const MAX_RESTING = 1000;
/** Most pages under way or waiting at once: at one request a second the last would wait too long anyway. */
const MAX_ACTIVE = 64;
/** How long "no such athlete" is believed, ms. */
const MISSING_FOR = 3_600_000;

/** Makes the fetcher. */
export function createFetcher(options: GatewayOptions): Fetcher {
  const { sql, maxAge, clock, log, onKept = () => {} } = options;
  const flights = new Map<string, Promise<Fetched>>();
  const resting = new Map<string, { until: number; outcome: Fetched }>();

  async function readPage(
    { id, ffaId }: RecordsOwner,
    before: number | null,
  ): Promise<Fetched> {
    const page = await readRecordsPage(ffaId, options);
    const { header, records, seasonBests, fetchedAt } = page;
    if (header === null) {
      // Said by a status it would be believed. A page that names nobody may be an error in disguise, and must not
      // take away what is known.
      if (before !== 200) return await keepMissing(id, before);
      throw new PageShapeError("records", "it names nobody where an athlete was");
    }
    if (!page.hasRecordsTable && before === 200 && await hadRecords(id)) {
      throw new PageShapeError("records", "it has no records where there were some");
    }
    await saveRecordPage(sql, {
      athleteId: id,
      fetchedAt,
      expiresAt: new Date(fetchedAt.getTime() + maxAge * 1000),
      records,
      seasonBests,
      header,
    });
    await saveProfile(sql, { athleteId: id, facts: header, readAt: fetchedAt });
    return { kind: "records", fetchedAt, records, seasonBests };
  }

  async function hadRecords(athleteId: number): Promise<boolean> {
    const kept = await findRecordPage(sql, athleteId);
    return kept !== null && kept.records.length > 0;
  }

  async function keepMissing(athleteId: number, before: number | null): Promise<Fetched> {
    const fetchedAt = clock();
    const expiresAt = new Date(fetchedAt.getTime() + MISSING_FOR);
    const removed = before === 200 || before === 410;
    await saveMissing(sql, { athleteId, fetchedAt, expiresAt, status: removed ? 410 : 404 });
    return { kind: removed ? "removed" : "unknown" };
  }

  async function attempt(owner: RecordsOwner, before: number | null): Promise<Fetched> {
    try {
      return await readPage(owner, before).finally(() => onKept(owner.ffaId));
    } catch (cause) {
      if (cause instanceof FederationError && cause.kind === "not-found") {
        return await keepMissing(owner.id, before).finally(() => onKept(owner.ffaId));
      }
      if (!isFederationFailure(cause)) throw cause;
      const failure = describeFailure(cause);
      const outcome: Fetched = { kind: "failed", ...failure };
      // The budget is everybody's: nothing speaks against this athlete once there is some again.
      if (failure.reason === "budget-spent") return outcome;
      // No id: which athletes are looked at is nobody's business, not even a log's.
      log.warn("the records could not be read from the federation", { error: cause });
      if (resting.size >= MAX_RESTING) resting.clear();
      resting.set(owner.ffaId, { until: clock().getTime() + REST, outcome });
      return outcome;
    }
  }

  return {
    get active() {
      return flights.size;
    },
    fetch(owner, { before }) {
      // Whatever stands in the directory, only a number becomes part of an address.
      if (!FfaId.safeParse(owner.ffaId).success) return Promise.resolve({ kind: "unknown" });
      const under = flights.get(owner.ffaId);
      if (under !== undefined) return under;
      const rest = resting.get(owner.ffaId);
      if (rest !== undefined && rest.until > clock().getTime()) {
        return Promise.resolve(rest.outcome);
      }
      resting.delete(owner.ffaId);
      if (flights.size >= MAX_ACTIVE) {
        const cause = new RangeError(`More than ${MAX_ACTIVE} pages wait for the federation`);
        return Promise.resolve({ kind: "failed", ...describeFailure(cause) });
      }
      const flight = attempt(owner, before).finally(() => flights.delete(owner.ffaId));
      // Who waits handles it; when all have gone, it is still no reason to end the process.
      flight.catch((error) => log.error("a reading of records failed", { error }));
      flights.set(owner.ffaId, flight);
      return flight;
    },
  };
}
