import type { Sql } from "@mypacer/shared/database/connect.ts";
import { countResultsForBirthYears } from "../repositories/birth_years.ts";
import { countClubs, countPagesDone } from "../repositories/runs.ts";
import type { CrawlPlan } from "../plan/plan.ts";

/**
 * Clubs of a season that was never read. Source: the federation's count in 2025, 2,500, rounded up.
 */
const CLUBS_ASSUMED = 2600;
/** Rows of a page of a list, as the site cuts them. */
const ROWS_PER_PAGE = 250;
/** Roster pages of an average club: most have one, a few have several. */
const PAGES_PER_CLUB = 1.15;
/**
 * Pages of results of an average club. Nobody has counted: some ten results for each of a hundred
 * members.
 */
const RESULTS_PER_CLUB = 4;

/** What a plan is expected to cost. */
export type Cost = {
  seasons: { season: number; clubs: number; known: boolean }[];
  /** Pages of results that are read for birth years. */
  results: number;
  /** Pages already read by the interrupted run that would be resumed. */
  done: number;
  /** Requests that are left to send. */
  requests: number;
};

/** Estimates the requests of a plan from the directory as it is; asks the site nothing. */
export async function estimateCost(
  sql: Sql,
  plan: CrawlPlan,
  { resume }: { resume: boolean },
): Promise<Cost> {
  const { seasons, clubNumber, birthYears } = plan;
  const counted = await countClubs(sql, seasons);
  const expected = seasons.map((season) => {
    const clubs = counted.get(season);
    return { season, clubs: clubs ?? CLUBS_ASSUMED, known: clubs !== undefined };
  });
  const lists = clubNumber !== null ? seasons.length * 2 : expected.reduce(
    (sum, { clubs }) => sum + Math.ceil(clubs / ROWS_PER_PAGE) + Math.ceil(clubs * PAGES_PER_CLUB),
    0,
  );
  // Of seasons never read, any club may have members whose birth year is not known.
  const clubsToRead = birthYears === "none"
    ? new Map()
    : await countResultsForBirthYears(sql, plan);
  const results = birthYears === "none" ? 0 : RESULTS_PER_CLUB * expected.reduce(
    (sum, { season, clubs, known }) =>
      sum + (known ? clubsToRead.get(season) ?? 0 : clubNumber === null ? clubs : 1),
    0,
  );
  const done = resume ? await countPagesDone(sql, plan) : 0;
  // And robots.txt.
  return {
    seasons: expected,
    results,
    done,
    requests: Math.max(lists + results - done, 0) + 1,
  };
}

/** The plan and its cost as people read them. */
export function formatCost(
  { clubNumber }: CrawlPlan,
  { seasons, results, done, requests }: Cost,
  { rate, url, budget }: { rate: number; url: string; budget: number | null },
): string {
  const lines = seasons.map(({ season, clubs, known }) =>
    clubNumber === null
      ? `season ${season}: ${known ? "" : "about "}${clubs} clubs${known ? "" : " (never read)"}`
      : `season ${season}: club ${clubNumber}`
  );
  const sent = Math.min(requests, budget ?? Infinity);
  const time = rate === 0 ? "without a limit" : `${formatTime(sent / rate)} at ${rate} a second`;
  if (results > 0) lines.push(`about ${results} pages of results, for birth years`);
  if (done > 0) lines.push(`${done} pages are read already: the interrupted run is resumed`);
  return [
    "Nothing is read or written in a dry run. The plan:",
    ...lines,
    `about ${requests} requests to ${url}, ${time}`,
    ...(sent < requests
      ? [`of which the budget allows ${sent}: the run stops before its end`]
      : []),
    "",
  ].join("\n");
}

function formatTime(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
