import { findClubNumber } from "@mypacer/shared/domain/people/club_number.ts";
import { FIRST_SEASON, type Season } from "@mypacer/shared/domain/people/season.ts";

/** What one run reads. */
export type CrawlPlan = {
  kind: "full" | "season" | "club";
  /** Newest first: what visitors look for is there soonest. */
  seasons: Season[];
  /** The only club to read, by its number; null = all. */
  clubNumber: string | null;
  /** Which missing birth years are looked for in results of clubs, once the rosters are read. */
  birthYears: "none" | "some" | "all";
};

/** What an operator asks for. */
export type CrawlRequest = {
  season?: Season | undefined;
  from?: Season | undefined;
  club?: string | undefined;
  birthYears?: CrawlPlan["birthYears"] | undefined;
};

/**
 * Makes the plan of a run: one season (the current one unless given), all seasons since one, or one
 * club in either.
 *
 * @param current The season we are in.
 * @throws {RangeError} If both a season and a first season are given, or one that cannot be read.
 */
export function makePlan(
  { season, from, club, birthYears = "none" }: CrawlRequest,
  current: Season,
): CrawlPlan {
  if (season !== undefined && from !== undefined) {
    throw new RangeError("Cannot crawl one season and all since another: give --season or --from");
  }
  const first = checkSeason(from ?? season ?? current, current);
  const last = from === undefined ? first : current;
  const seasons = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  const clubNumber = club === undefined ? null : findClubNumber(club);
  if (club !== undefined && clubNumber === null) {
    throw new RangeError(
      `Cannot crawl club "${club.slice(0, 20)}": its number has 6 digits, or is like 02A135`,
    );
  }
  return {
    kind: club !== undefined ? "club" : from !== undefined ? "full" : "season",
    seasons,
    clubNumber,
    birthYears,
  };
}

function checkSeason(season: Season, current: Season): Season {
  if (!Number.isInteger(season) || season < FIRST_SEASON || season > current) {
    throw new RangeError(
      `Cannot crawl season ${season}: the federation has ${FIRST_SEASON} to ${current}`,
    );
  }
  return season;
}
