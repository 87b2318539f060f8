/**
 * Pace along a race, as a runner draws it: a line through points, from the start to the finish.
 * Only the shape counts; the goal decides how fast all of it is.
 */
import { checkPositive } from "../measure/estimate.ts";

/** A point of a profile. */
export interface PacePoint {
  /** Share of the distance, 0 at the start to 1 at the finish. */
  share: number;
  /** Pace there, in any unit that all points have; above 0, lower is faster. */
  pace: number;
}

/** Most points of a profile: one for each kilometer of a marathon, and both ends. */
export const MAX_PACE_POINTS = 44;

/**
 * The share of the time that is spent after a share of the distance. Between two points the pace
 * changes linearly with the distance.
 *
 * @param points Near to far, from a share of 0 to a share of 1.
 * @throws {RangeError} If there are fewer than two points or too many, if the first is not at 0 or
 *   the last not at 1, if they are not in order, or if a pace is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { timeShareOf } from "./pace_profile.ts";
 * // From 6'00 down to 4'00 per kilometer the first half takes 55 % of the time.
 * const share = timeShareOf([{ share: 0, pace: 360 }, { share: 1, pace: 240 }]);
 * assertAlmostEquals(share(0.5), 0.55);
 * ```
 */
export function timeShareOf(points: readonly PacePoint[]): (share: number) => number {
  checkProfile(points);
  const legs: { from: PacePoint; to: PacePoint; before: number }[] = [];
  let total = 0;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    legs.push({ from, to, before: total });
    total += (to.share - from.share) * (from.pace + to.pace) / 2;
  }
  return (share) => {
    const leg = legs.findLast(({ from }) => share >= from.share) ?? legs[0];
    if (leg === undefined) return share;
    return (leg.before + (share - leg.from.share) * (leg.from.pace + paceIn(leg, share)) / 2) /
      total;
  };
}

/** The pace within a leg of a profile. */
function paceIn({ from, to }: { from: PacePoint; to: PacePoint }, share: number): number {
  return from.pace + (to.pace - from.pace) * (share - from.share) / (to.share - from.share);
}

/** Weight of a point in the mean pace: half of the way to each of its neighbors. */
function weightOf(points: readonly PacePoint[], index: number): number {
  const share = points[index]?.share ?? NaN;
  return ((points[index + 1]?.share ?? share) - (points[index - 1]?.share ?? share)) / 2;
}

/**
 * Mean pace over a profile, in the unit of its points.
 *
 * @throws {RangeError} As {@link timeShareOf} does.
 */
export function meanPaceOf(points: readonly PacePoint[]): number {
  checkProfile(points);
  return points.reduce((sum, { pace }, index) => sum + pace * weightOf(points, index), 0);
}

/**
 * Moves a point of a profile to another pace. The others give way by as much each, so that the mean
 * pace, and with it the time of the race, stays.
 *
 * @param to Where the point is to go; no further than all points stay within the limits.
 * @throws {RangeError} As {@link timeShareOf} does, if there is no such point, or if a point lies
 *   beyond the limits already.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { movePacePoint } from "./pace_profile.ts";
 * const even = [0, 0.5, 1].map((share) => ({ share, pace: 300 }));
 * // The middle counts as both ends together.
 * const moved = movePacePoint(even, { index: 1, pace: 290, fastest: 240, slowest: 360 });
 * assertEquals(moved.map(({ pace }) => pace), [310, 290, 310]);
 * ```
 */
export function movePacePoint(
  points: readonly PacePoint[],
  to: { index: number; pace: number; fastest: number; slowest: number },
): PacePoint[] {
  checkProfile(points);
  const { index, fastest, slowest } = to;
  const moved = points[index];
  const others = points.filter((_, at) => at !== index).map(({ pace }) => pace);
  if (moved === undefined) throw new RangeError(`Cannot move point ${index}: there is none`);
  if (points.some(({ pace }) => pace < fastest || pace > slowest)) {
    throw new RangeError("Cannot move a point of a profile that is beyond its limits");
  }
  const weight = weightOf(points, index);
  /** How far the others go for each unit that the point goes, the other way. */
  const lever = weight / (1 - weight);
  const lowest = Math.max(fastest, moved.pace - (slowest - Math.max(...others)) / lever);
  const highest = Math.min(slowest, moved.pace + (Math.min(...others) - fastest) / lever);
  const way = Math.min(highest, Math.max(lowest, to.pace)) - moved.pace;
  return points.map(({ share, pace }, at) => ({
    share,
    pace: at === index ? pace + way : pace - way * lever,
  }));
}

function checkProfile(points: readonly PacePoint[]): void {
  if (points.length < 2 || points.length > MAX_PACE_POINTS) {
    throw new RangeError(
      `Cannot plan a profile of ${points.length} points: must be from 2 to ${MAX_PACE_POINTS}`,
    );
  }
  for (const [index, { share, pace }] of points.entries()) {
    checkPositive(pace, "pace of a point");
    const isFirst = index === 0;
    if (isFirst ? share !== 0 : !(share > (points[index - 1]?.share ?? NaN))) {
      throw new RangeError(`Cannot plan a profile with a point at ${share}: out of order`);
    }
  }
  if (points.at(-1)?.share !== 1) {
    throw new RangeError("Cannot plan a profile that does not end at the finish");
  }
}
