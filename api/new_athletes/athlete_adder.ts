import type { Sql } from "@mypacer/shared/database/connect.ts";
import { addAthlete } from "@mypacer/shared/directory/profiles.ts";
import { recordRecordsPage } from "@mypacer/shared/directory/record_pages.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import type { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import { LRUCache } from "lru-cache";
import type { ListedAges } from "../repositories/listed_ages.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";
import { readRecordsPage } from "../records/records_page.ts";
import { type AthleteRow, findAthlete } from "../repositories/athlete.ts";
import { federationUnavailable, throwProblem } from "../federation/failure.ts";
import { MISSING_TTL_MS, NAMELESS_TTL_MS, seriesError } from "../federation/page_fetcher.ts";
import { type FederationAccess, waitAsVisitor } from "./federation_search.ts";

/** Adds athletes of the federation to the directory. */
export interface AthleteAdder {
  /**
   * The athlete with a federation id, read from the federation and added when the directory has
   * none.
   *
   * @returns `null` when the federation knows nobody of this id, or the person asked to be left
   *   out or is among the youngest: nobody is told which.
   * @throws {ProblemError} 429 when the federation was asked too often, 503 when it does not
   *   answer.
   */
  add(ffaId: string): Promise<AthleteRow | null>;
}

/** What the adder works with. */
export interface AthleteAdderOptions extends FederationAccess {
  sql: Sql;
  ages: ListedAges;
  filterListed: ListedFilter;
  /** How long records stay fresh, s. */
  maxAge: number;
  /** Judges whether athletes without a page are unknown. */
  unknownSeries: UnknownSeries;
  /** Whether the federation's own search found somebody with this id lately. */
  hasFound: (ffaId: string) => boolean;
}

/** Most unknown ids remembered: half of what the usual allowance lets visitors ask in an hour. */
const MAX_UNKNOWN = 1000;

/** Makes the adder: one reading under way for an athlete. */
export function createAthleteAdder(
  { sql, ages, filterListed, maxAge, unknownSeries, hasFound, ...access }: AthleteAdderOptions,
): AthleteAdder {
  const { federation, federationUrl, allowance, clock, log } = access;
  const flights = new Map<string, Promise<AthleteRow | null>>();
  const unknownIds = new LRUCache<string, true>({ max: MAX_UNKNOWN, ...timedBy(clock) });
  unknownSeries.onBegin(() => unknownIds.clear());

  /**
   * Remembers an id as unknown. Anybody may make up ids, and they say nothing of the site: only one
   * that its search has found tells that the site may have changed.
   */
  function rememberUnknown(ffaId: string, ttl: number): null {
    const believed = hasFound(ffaId) ? unknownSeries.noteUnknown(ffaId) : !unknownSeries.isOpen;
    if (!believed) throw federationUnavailable(seriesError("records"));
    unknownIds.set(ffaId, true, { ttl });
    return null;
  }

  /** The records page: its head says who it is, and the visitor asks for its records next. */
  async function read(ffaId: string) {
    try {
      return await allowance.use(`athlete ${ffaId}`, (take) => {
        take(1);
        return readRecordsPage(ffaId, { federation, federationUrl, log });
      });
    } catch (cause) {
      if (cause instanceof FederationError && cause.kind === "not-found") return null;
      throwProblem(cause, { log, what: "an athlete" });
    }
  }

  /** The athlete, unless among the youngest. */
  async function findListed(ffaId: string): Promise<AthleteRow | null> {
    const athlete = await findAthlete(sql, ffaId);
    return athlete !== null && ages.isListed(athlete) ? athlete : null;
  }

  async function readAndAdd(ffaId: string): Promise<AthleteRow | null> {
    const page = await read(ffaId);
    if (page === null) return rememberUnknown(ffaId, MISSING_TTL_MS);
    if (page.header === null) return rememberUnknown(ffaId, NAMELESS_TTL_MS);
    if (hasFound(ffaId)) unknownSeries.noteNamed(ffaId);
    const { header, records, fetchedAt } = page;
    // Asked again: the person may have asked to be left out meanwhile.
    if ((await filterListed([{ ffaId }])).length === 0) return null;
    const active = seasonsOf(records, seasonOf(fetchedAt));
    await addAthlete(sql, { ffaId, header, active, readAt: fetchedAt });
    const added = await findAthlete(sql, ffaId);
    if (added === null) return null;
    await recordRecordsPage(sql, added, { page: { ...page, header }, maxAge });
    return await findListed(ffaId);
  }

  return {
    async add(ffaId) {
      if ((await filterListed([{ ffaId }])).length === 0) return null;
      const athlete = await findAthlete(sql, ffaId);
      if (athlete !== null) return ages.isListed(athlete) ? athlete : null;
      if (unknownIds.has(ffaId)) return null;
      let flight = flights.get(ffaId);
      if (flight === undefined) {
        flight = readAndAdd(ffaId).finally(() => flights.delete(ffaId));
        flights.set(ffaId, flight);
      }
      return await waitAsVisitor(flight, access);
    },
  };
}

/** Seasons an athlete was active in, as far as the dates of records tell; else the present one. */
function seasonsOf(
  records: readonly RecordEntry[],
  present: number,
): { first: number; last: number } {
  const seasons = records.flatMap(({ date }) => date === null ? [] : [seasonOf(new Date(date))]);
  return seasons.length === 0
    ? { first: present, last: present }
    : { first: Math.min(...seasons), last: Math.max(...seasons) };
}
