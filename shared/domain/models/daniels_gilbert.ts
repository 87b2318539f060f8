/**
 * The Daniels–Gilbert index: a runner's oxygen uptake,
 * estimated from a race.
 *
 * v in m/min, t in min: cost = −4.60 + 0.182258·v + 0.000104·v² (ml/kg/min);
 * fraction of the maximum that t minutes allow = 0.8 + 0.1894393·e^(−0.012778·t) +
 * 0.2989558·e^(−0.1932605·t); index = cost/fraction. The formula, not the book's rounded table.
 *
 * Source: J. Daniels and J. Gilbert, Oxygen Power: Performance Tables for Distance Runners, 1979.
 * Valid for races of 3.5 min to 4 h and indexes of 20 to 85, where the book's tables end; a
 * marathon in 2h00'35", the world's best from 2023 to 2026, is worth 85.5, so that the scale goes
 * on to 86 here.
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  extendedBy,
  type ExtendedReason,
  notValid,
  type TimeRange,
} from "../measure/estimate.ts";
import { slowestTime, whyNotPredictable, worldBestTime } from "./human_limits.ts";
import { bisect } from "./least_squares.ts";
import { withSpread } from "./model_spread.ts";
import { MARATHON } from "../measure/official_lengths.ts";

/** Races the formula was made for: 3.5 min to 4 h. */
export const DANIELS_GILBERT_LIMITS: EffortLimits = { shortest: 210, longest: 14_400 };
/** Indexes the formula was made for. */
export const INDEX_LIMITS = { lowest: 20, highest: 86 } as const;

const COST = { constant: -4.6, linear: 0.182258, quadratic: 0.000104 } as const;

function oxygenCost(metersPerMinute: number): number {
  return COST.constant + COST.linear * metersPerMinute + COST.quadratic * metersPerMinute ** 2;
}

function fractionHeld(minutes: number): number {
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) +
    0.2989558 * Math.exp(-0.1932605 * minutes);
}

function indexOf({ distance, time }: Effort): number {
  const minutes = time / 60;
  return oxygenCost(distance / minutes) / fractionHeld(minutes);
}

/** Indexes that a runner can have: walking alone costs more than the lowest. */
const CARRIED_INDEXES = { lowest: 8, highest: 100 } as const;

const beyondIndex = (index: number): ExtendedReason | null =>
  index < INDEX_LIMITS.lowest || index > INDEX_LIMITS.highest ? "index-out-of-range" : null;

function outsideIndex(index: number, { lowest, highest }: { lowest: number; highest: number }) {
  return index < lowest || index > highest
    ? notValid("index-out-of-range", `the index is not between ${lowest} and ${highest}`)
    : null;
}

/** An index, and why it lies beyond what the formula was made for. */
export interface DanielsGilbertIndex {
  /** ml/kg/min. */
  index: number;
  extended: ExtendedReason | null;
}

/**
 * The index of a race.
 *
 * @param race Distance in m, time in s.
 * @returns ml/kg/min, unrounded; extended below 3.5 min, above 4 h, or outside of 20 to 86; not
 *   valid when the race is humanly impossible, shorter than 2 min or longer than a day.
 * @throws {RangeError} If distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { danielsGilbertIndex } from "./daniels_gilbert.ts";
 * const answer = danielsGilbertIndex({ distance: 10_000, time: 2700 });
 * assertAlmostEquals(answer.valid ? answer.index : NaN, 45.263, 0.0005);
 * ```
 */
export function danielsGilbertIndex(race: Effort): Estimate<DanielsGilbertIndex> {
  checkEffort(race);
  const unable = whyNotPredictable(race, "the race");
  if (unable !== null) return unable;
  const index = indexOf(race);
  const extended = extendedBy(race.time, DANIELS_GILBERT_LIMITS) ?? beyondIndex(index);
  return outsideIndex(index, CARRIED_INDEXES) ?? { valid: true, index, extended };
}

/** The time over a distance that has an index, by bisection; null when it is humanly impossible. */
function timeOfIndex(index: number, distance: number): number | null {
  // A little beyond the limits, so that a time just outside them is found, and refused with its
  // reason.
  const bounds = { low: worldBestTime(distance) / 2, high: slowestTime(distance) * 2 };
  return bisect((time) => indexOf({ distance, time }), index, bounds);
}

/**
 * The time over a distance that has an index: the equation solved by bisection. It has no range,
 * since an index does not say from which race it was computed: {@link predictDanielsGilbert} has
 * one.
 *
 * @param index ml/kg/min.
 * @param distance Meters, above 0.
 * @returns Seconds, unrounded; extended below 3.5 min, above 4 h or with an index outside of 20 to
 *   86.
 * @throws {RangeError} If a value is not a finite number above 0.
 */
export function danielsGilbertTime(index: number, distance: number): Estimate<TimeRange> {
  checkPositive(index, "index");
  checkPositive(distance, "distance");
  return rangeOfIndex(index, distance, { from: distance, beyond: null });
}

function rangeOfIndex(
  index: number,
  distance: number,
  { from, beyond }: { from: number; beyond: ExtendedReason | null },
): Estimate<TimeRange> {
  const time = timeOfIndex(index, distance);
  if (time === null) {
    return notValid("index-out-of-range", `nobody's time over ${distance} m has the index`);
  }
  return withSpread(distance, {
    time,
    ends: classicSpread("danielsGilbert", from, distance),
    extended: beyond ?? beyondIndex(index) ?? extendedBy(time, DANIELS_GILBERT_LIMITS),
  });
}

/**
 * Predicts a time from one race by its index.
 *
 * @param race Distance in m, time in s.
 * @param distance Meters, above 0.
 * @returns Seconds; extended or not valid where the index of the race or the time over the distance
 *   is.
 * @throws {RangeError} If a value is not a finite number above 0.
 */
export function predictDanielsGilbert(race: Effort, distance: number): Estimate<TimeRange> {
  checkPositive(distance, "distance");
  const answer = danielsGilbertIndex(race);
  return answer.valid
    ? rangeOfIndex(answer.index, distance, { from: race.distance, beyond: answer.extended })
    : answer;
}

/** Training paces of an index, s/km; slow before fast. */
export interface DanielsGilbertPaces {
  easy: readonly [slowest: number, fastest: number];
  /** Of the equivalent marathon; null where that is not valid. */
  marathon: number | null;
  threshold: number;
  interval: number;
  repetition: readonly [slowest: number, fastest: number];
}

/**
 * Shares of the index used in training; that of repetitions is derived from the book's tables,
 * which do not name it.
 */
const SHARES = {
  easy: [0.59, 0.74],
  threshold: 0.88,
  interval: 0.975,
  repetition: [1.05, 1.07],
} as const;

/**
 * Pace in s/km at a share of the index: the positive root of the cost, not the regression found on
 * many pages.
 */
function paceAt(index: number, share: number): number {
  const { constant, linear, quadratic } = COST;
  const speed = (-linear + Math.sqrt(linear ** 2 - 4 * quadratic * (constant - index * share))) /
    (2 * quadratic);
  return 60_000 / speed;
}

/**
 * Training paces of an index.
 *
 * @param index ml/kg/min.
 * @returns Paces in s/km; not valid outside of 20 to 86.
 * @throws {RangeError} If the index is not a finite number above 0.
 */
export function danielsGilbertPaces(index: number): Estimate<DanielsGilbertPaces> {
  checkPositive(index, "index");
  const outside = outsideIndex(index, INDEX_LIMITS);
  if (outside !== null) return outside;
  const marathon = danielsGilbertTime(index, MARATHON);
  return {
    valid: true,
    easy: [paceAt(index, SHARES.easy[0]), paceAt(index, SHARES.easy[1])],
    marathon: marathon.valid ? marathon.time * 1000 / MARATHON : null,
    threshold: paceAt(index, SHARES.threshold),
    interval: paceAt(index, SHARES.interval),
    repetition: [paceAt(index, SHARES.repetition[0]), paceAt(index, SHARES.repetition[1])],
  };
}
