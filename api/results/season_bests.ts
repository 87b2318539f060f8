import { bestsByEvent } from "@mypacer/shared/domain/results/best_records.ts";
import { findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { seasonEnd, seasonOf, seasonStart } from "@mypacer/shared/domain/people/season.ts";
import type { SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { ResultsPageRow } from "../repositories/results_page.ts";

/**
 * Where a best of a season comes from: the federation's records page; the results of the season;
 * stored results, while others of the season were not read.
 */
export type SeasonBestSource = "records-page" | "results" | "some-results";

/** The best mark of a season in one event, and where it comes from. */
export type SourcedSeasonBest = SeasonBestEntry & { source: SeasonBestSource };

/**
 * Most wind from behind with which a mark counts, m/s. Source: World Athletics, Technical Rules
 * (2024), 31.17.2.
 */
const MAX_WIND = 2;

/**
 * The best marks of each season in each event among an athlete's results: events with a label that
 * is known, marks that the wind did not help too much.
 *
 * A season takes in parts of two calendar years, of which each is read by itself: `source` says
 * whether all of it was.
 *
 * @param pages Stored results, each year once.
 * @param now A season that is not over counts as read when its pages were read during it.
 * @returns Latest season first, within it in the order of the results.
 */
export function seasonBestsOf(pages: readonly ResultsPageRow[], now: Date): SourcedSeasonBest[] {
  const results = pages.flatMap((page) => page.results.flatMap(toSeasonMark));
  const seasons = [...new Set(results.map(({ season }) => season))].toSorted((a, b) => b - a);
  return seasons.flatMap((season) => {
    const source = isWhole(season, pages, now) ? "results" : "some-results";
    const bests = bestsByEvent(results.filter((result) => result.season === season));
    return [...bests].map((best) => ({ ...best, source }));
  });
}

function toSeasonMark(result: ResultsPageRow["results"][number]): SeasonBestEntry[] {
  const { mark, date, event, discipline, distance, isRunning, text, town, wind } = result;
  if (mark === null || date === null || findEvent(event) === null) return [];
  if (wind !== null && wind > MAX_WIND) return [];
  return [{
    season: seasonOf(new Date(date)),
    discipline,
    event,
    distance,
    isRunning,
    unit: mark.unit,
    mark: mark.value,
    text,
    date,
    club: null,
    league: null,
    department: null,
    place: town,
  }];
}

/**
 * Whether the pages of both years of a season were read after the season's part of them was over,
 * or that part is not over now.
 */
function isWhole(season: number, pages: readonly ResultsPageRow[], now: Date): boolean {
  const start = seasonStart(season);
  const end = seasonEnd(season);
  const parts = [
    { year: start.year, over: Date.UTC(start.year + 1, 0, 1) },
    { year: end.year, over: Date.UTC(end.year, end.month, 1) },
  ];
  return parts
    .filter(({ year }) => year <= now.getUTCFullYear())
    .every(({ year, over }) => {
      const page = pages.find((page) => page.year === year);
      return page !== undefined && (page.fetchedAt.getTime() >= over || now.getTime() < over);
    });
}
