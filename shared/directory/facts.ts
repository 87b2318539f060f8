import type { Season } from "../domain/people/season.ts";

/** Where a fact was read. */
export type Source =
  /** A club's list of members in a season. */
  | "roster"
  /** The federation's list of clubs of a season. */
  | "club-list"
  /** An athlete's own page. */
  | "profile"
  /** The results of a club's members. */
  | "results"
  /** A directory file that an operator loads. */
  | "file";

/** Where a fact comes from: the source, the season it is about, and when it was read. */
export type Origin = { source: Source; season: Season; readAt: Date };

/**
 * The number of each source as it is stored: a number never changes its meaning. Of one season the
 * greater number is believed, where the table of precedence does not say otherwise.
 */
const SOURCE_NUMBERS: Readonly<Record<Source, number>> = {
  file: 1,
  results: 2,
  profile: 3,
  roster: 4,
  "club-list": 5,
};

/** Bits of a stored origin, from the right: milliseconds, source, season. 52 in all: a number. */
export const MOMENT_BITS = 42;
export const SOURCE_BITS = 3;
/** Seasons are counted from here. */
export const FIRST_SEASON = 1970;
/** Moments are counted from here: 42 bits of milliseconds reach to the year 2139. */
const FIRST_MOMENT = Date.UTC(2000);

/** The number of a source in a stored origin. */
export function sourceNumber(source: Source): number {
  return SOURCE_NUMBERS[source];
}

/**
 * An origin as it is stored beside a value: greater is the later season, then the stronger source,
 * then the later reading.
 *
 * @throws {RangeError} If the season is not from {@link FIRST_SEASON} to 2097.
 */
export function encodeOrigin({ source, season, readAt }: Origin): number {
  const seasons = season - FIRST_SEASON;
  if (!Number.isInteger(seasons) || seasons < 0 || seasons > 127) {
    throw new RangeError(`Cannot store a fact of season ${season}`);
  }
  const moment = Math.max(0, readAt.getTime() - FIRST_MOMENT);
  return (seasons * 2 ** SOURCE_BITS + sourceNumber(source)) * 2 ** MOMENT_BITS + moment;
}
