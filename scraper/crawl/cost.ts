import type { Sql } from "@mypacer/shared/database/connect.ts";
import { countClubs } from "../repositories/runs.ts";
import type { CrawlPlan } from "./plan.ts";

/** Clubs of a season that was never read. Source: the federation's count in 2025, 2,500, rounded up. */
const CLUBS_ASSUMED = 2600;
/** Rows of a page of a list, as the site cuts them. */
const ROWS_PER_PAGE = 250;
/** Roster pages of an average club: most have one, a few have several. */
const PAGES_PER_CLUB = 1.15;

/** What a plan is expected to cost. */
export type Cost = {
  seasons: { season: number; clubs: number; known: boolean }[];
  requests: number;
};

/** Estimates the requests of a plan from what earlier runs found; asks the site nothing. */
export async function estimateCost(sql: Sql, { seasons, clubNumber }: CrawlPlan): Promise<Cost> {
  const counted = await countClubs(sql, seasons);
  const expected = seasons.map((season) => {
    const clubs = counted.get(season);
    return { season, clubs: clubs ?? CLUBS_ASSUMED, known: clubs !== undefined };
  });
  const requests = clubNumber !== null ? seasons.length * 2 : expected.reduce(
    (sum, { clubs }) => sum + Math.ceil(clubs / ROWS_PER_PAGE) + Math.ceil(clubs * PAGES_PER_CLUB),
    0,
  );
  // And robots.txt.
  return { seasons: expected, requests: requests + 1 };
}

/** The plan and its cost as people read them. */
export function formatCost(
  { clubNumber }: CrawlPlan,
  { seasons, requests }: Cost,
  { rate, url }: { rate: number; url: string },
): string {
  const lines = seasons.map(({ season, clubs, known }) =>
    clubNumber === null
      ? `season ${season}: ${known ? "" : "about "}${clubs} clubs${known ? "" : " (never read)"}`
      : `season ${season}: club ${clubNumber}`
  );
  const time = rate === 0
    ? "without a limit"
    : `${formatTime(requests / rate)} at ${rate} a second`;
  return [
    "Nothing is read or written in a dry run. The plan:",
    ...lines,
    `about ${requests} requests to ${url}, ${time}`,
    "",
  ].join("\n");
}

function formatTime(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
