/** Lengths fixed by rule or treaty. */

/** International mile, in meters. Source: international yard and pound agreement, 1959. */
export const MILE = 1609.344;
/**
 * Half marathon, in meters. Source: World Athletics, Technical Rules, rule 55, 2024 (half of the
 * marathon).
 */
export const HALF_MARATHON = 21097.5;
/** Marathon, in meters. Source: World Athletics, Technical Rules, rule 55, 2024. */
export const MARATHON = 42195;
