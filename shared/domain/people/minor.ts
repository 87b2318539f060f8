/** Who is under age, as far as a birth year tells. */

/** Age of majority in France. Source: article 414 of the civil code. */
const MAJORITY = 18;

/**
 * Whether somebody has to be taken for a minor. Only the year of birth is known, so people count as
 * minors until the last day of the year in which they turn 18; of whom nothing is known as well.
 *
 * @param latestBirthYear The latest year the birth may be of; null where nothing is known.
 * @param year The present year.
 */
export function isMinor(latestBirthYear: number | null, year: number): boolean {
  return latestBirthYear === null || year - latestBirthYear <= MAJORITY;
}

/**
 * Until this age nobody is shown with a year of birth: with a club and a name it would tell a
 * child's.
 */
const YEAR_SHOWN_FROM = 16;

/**
 * Whether a year of birth, or a range of years, may be shown: of nobody who may still be under 16.
 *
 * @param latestBirthYear The latest year the birth may be of; null where nothing is known.
 * @param year The present year.
 */
export function isBirthYearShown(latestBirthYear: number | null, year: number): boolean {
  return latestBirthYear !== null && year - latestBirthYear > YEAR_SHOWN_FROM;
}
