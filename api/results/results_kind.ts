import type { Sql } from "@mypacer/shared/database/connect.ts";
import {
  type AthleteYear,
  recordMissingResults,
  recordResultsPage,
} from "@mypacer/shared/directory/results_pages.ts";
import type { ResultEntry } from "@mypacer/shared/federation/parsers/results.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { PageGateway, PageReading } from "../federation/page_gateway.ts";
import type { PageKind, PageSubject } from "../federation/page_kind.ts";
import { findResultsPage } from "../repositories/results_page.ts";
import { readResultsPage, type ResultsSite } from "./results_page.ts";

/** An athlete and a calendar year. */
export interface ResultsSubject extends PageSubject {
  year: number;
}

/** Results of a year, latest first. */
export interface Results {
  results: readonly ResultEntry[];
}

/** Results of a year and where they come from. */
export type ResultsReading = PageReading<Results>;

/** Where the results of athletes come from. */
export type ResultsGateway = PageGateway<ResultsSubject, Results>;

/** Until so many days after its end a year may still get results: organizers send them late. */
const LATE_DAYS = 31;
/**
 * For how many times the age limit of records the results of a finished year stay fresh: with a
 * day, for a month. Only corrections change them.
 */
const SETTLED_FACTOR = 30;
const DAY_MS = 86_400_000;

/**
 * The results of athletes, year by year.
 *
 * @param maxAge How long results of a year stay fresh that may still get some, s.
 */
export function resultsKind(
  { sql, maxAge, clock, ...site }: ResultsSite & {
    sql: Sql;
    maxAge: number;
    clock: () => Date;
  },
): PageKind<ResultsSubject, Results> {
  const toKey = ({ id, year }: ResultsSubject): AthleteYear => ({ athleteId: id, year });

  function freshFor({ year }: { year: number }): number {
    const settledAt = Date.UTC(year + 1, 0, 1) + LATE_DAYS * DAY_MS;
    return clock().getTime() < settledAt ? maxAge : SETTLED_FACTOR * maxAge;
  }

  return {
    name: "results",
    keyOf: ({ ffaId, year }) => `${ffaId} ${year}`,
    freshFor,
    async read(subject, lastStatus) {
      const page = await readResultsPage(subject, site);
      if (page === null) return null;
      const { fetchedAt, results } = page;
      if (results.length === 0 && lastStatus === 200) {
        // A fragment is empty for who has none, and where something went wrong.
        const stored = await findResultsPage(sql, toKey(subject));
        if (stored !== null && stored.results.length > 0) {
          throw new PageShapeError("results", "it has no results where there were some");
        }
      }
      const expiresAt = new Date(fetchedAt.getTime() + freshFor(subject) * 1000);
      await recordResultsPage(sql, { ...toKey(subject), fetchedAt, expiresAt, results });
      return { fetchedAt, results };
    },
    storeMissing: (subject, state) => recordMissingResults(sql, { ...toKey(subject), ...state }),
    findStored: (subject) => findResultsPage(sql, toKey(subject)),
  };
}
