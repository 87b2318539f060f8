/** Distances as an address writes them. */
import { MILE } from "@mypacer/shared/domain/measure/distance.ts";

/**
 * Shortest length that is meters in an address without a word: whoever types a shorter one may mean
 * kilometers.
 */
const PLAIN_FROM = 100;
/**
 * Lengths whose figures before a decimal comma stand for a known distance: 1609,344 and 21097,5.
 */
const CUT_LENGTHS = [Math.trunc(MILE), 21_097];

/**
 * Whether lengths parted by commas can be read in one way only. A person writes `42,195` for one
 * distance, `160,9` for kilometers and `10` for ten of them.
 */
function isPlain(distances: readonly number[]): boolean {
  const [first = 0, second = 0] = distances;
  if (distances.some((meters) => meters < PLAIN_FROM)) return false;
  if (distances.length === 1) return Number.isInteger(first) || first >= 1000;
  return distances.length > 2 || second >= 1000 || first >= 1000 && !CUT_LENGTHS.includes(first) ||
    !Number.isInteger(first) || !Number.isInteger(second);
}

/**
 * The lengths of a list as the address writes them, m: what could be read in another way names its
 * unit.
 */
export function distancesCode(distances: readonly number[]): string {
  const unit = isPlain(distances) ? "" : "m";
  return distances.map((meters) => `${meters}${unit}`).join(",");
}
