/** Who is a minor, as far as a birth year shows. */

/** Age of majority in France. Source: article 414 of the civil code. */
const MAJORITY = 18;

/**
 * Whether somebody has to be taken for a minor. Only the year of birth is known, so people count as
 * minors until the last day of the year in which they turn 18, and also when nothing is known.
 *
 * @param latestBirthYear Latest possible birth year; null where nothing is known.
 * @param year The present year.
 */
export function isMinor(latestBirthYear: number | null, year: number): boolean {
  return latestBirthYear === null || year - latestBirthYear <= MAJORITY;
}

/**
 * Below this age nobody is shown with a year of birth: with a name and a club it would reveal a
 * child's.
 */
const YEAR_SHOWN_FROM = 16;

/**
 * Whether a year of birth, or a range of years, may be shown: not of anybody who may still be under
 * 16.
 *
 * @param latestBirthYear Latest possible birth year; null where nothing is known.
 * @param year The present year.
 */
export function isBirthYearShown(latestBirthYear: number | null, year: number): boolean {
  return latestBirthYear !== null && year - latestBirthYear > YEAR_SHOWN_FROM;
}
