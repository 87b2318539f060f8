/**
 * Results of one runner as models take them: of several tries over one distance the better one
 * counts.
 */
import { canonicalDistance } from "../measure/distance.ts";
import { type Effort, type NotValid, notValid } from "../measure/estimate.ts";

/** The best try over each distance, short to long. */
export function bestTries<T extends Effort>(efforts: readonly T[]): T[] {
  const bests = new Map<number, T>();
  for (const effort of efforts) {
    const distance = canonicalDistance(effort.distance);
    const best = bests.get(distance);
    if (best === undefined || effort.time < best.time) bests.set(distance, effort);
  }
  return [...bests.values()].sort((a, b) => a.distance - b.distance);
}

/**
 * Smallest ratio of the longest to the shortest distance that determines a curve. Two races of one
 * runner over the same distance differ by some 3 %; between 15 km and the half marathon, which lie
 * 1.41 apart, that moves the exponent by 0.1 already, and closer together by more than all runners
 * differ. MyPacer's own.
 */
const LEAST_SPAN = 1.4;

/** Longest over shortest distance of results. @param efforts At least one. */
export function spanOf(efforts: readonly Effort[]): number {
  const distances = efforts.map(({ distance }) => distance);
  return Math.max(...distances) / Math.min(...distances);
}

/**
 * Why results determine no curve; null when they do.
 *
 * @param results All results, which show whether they are over one distance only.
 * @param used The best tries that the model can use.
 * @param range The range of the model, for the reason: `3.5 to 230 min`.
 */
export function whyNoCurve(
  results: readonly Effort[],
  used: readonly Effort[],
  range: string,
): NotValid | null {
  if (used.length < 2) {
    return used.length === 1 && results.length > 1 && bestTries(results).length === 1
      ? notValid("equal-distances", "all records are over one distance")
      : notValid(
        "too-few-records",
        `${used.length} of the records last ${range}; two over different distances are needed`,
      );
  }
  return spanOf(used) < LEAST_SPAN
    ? notValid("close-distances", `the longest distance is less than ${LEAST_SPAN} × the shortest`)
    : null;
}
