/**
 * Riegel's formula: T2 = T1·(D2/D1)^k with k = 1.06.
 *
 * Source: P. S. Riegel, Athletic Records and Human Endurance, American Scientist 69(3), 285–290,
 * 1981. Valid for efforts of 3.5 to 230 minutes. A. J. Vickers and E. A. Vertosick (BMC Sports
 * Science, Medicine and Rehabilitation 8, 2016; some 2,300 runners) found it good from the mile to
 * the half marathon and at least 10 minutes too fast for half of the amateurs over the marathon:
 * beyond the half marathon it is a band up to k = 1.15.
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  extendedBy,
  type HumanTime,
  type TimeRange,
} from "../measure/estimate.ts";
import { humanTime, whyNotPredictable } from "./human_limits.ts";
import { withSpread } from "./model_spread.ts";
import { HALF_MARATHON } from "../measure/official_lengths.ts";

/** Riegel's exponent for running, without a unit. */
export const RIEGEL_EXPONENT = 1.06;
/** The exponent of runners who fade beyond the half marathon; see the source above. */
export const FADING_EXPONENT = 1.15;
/** Range of a power law of time and distance: 3.5 to 230 min. */
export const POWER_LAW_LIMITS: EffortLimits = { shortest: 210, longest: 13_800 };

/** A predicted time with k = 1.06, s. */
export interface RiegelPrediction extends TimeRange {
  /**
   * With k = 1.06 up to the half marathon and 1.15 beyond it; the same as `time` where no part is
   * beyond.
   */
  fadingTime: HumanTime;
}

/**
 * The part of the way between two distances that lies beyond the half marathon, as a ratio (1 =
 * none).
 */
function beyondHalf(from: number, to: number): number {
  return Math.max(to, HALF_MARATHON) / Math.max(from, HALF_MARATHON);
}

/**
 * Predicts a time from one record.
 *
 * @param record Distance in m, time in s.
 * @param distance Meters, above 0.
 * @returns Seconds; extended when the record or the prediction lasts less than 3.5 or more than 230
 *   min; not valid when one of them is humanly impossible, lasts less than 2 min or more than a
 *   day.
 * @throws {RangeError} If a value is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { predictRiegel } from "./riegel.ts";
 * const half = predictRiegel({ distance: 10_000, time: 2700 }, 21_097.5);
 * assertAlmostEquals(half.valid ? half.time : NaN, 5957.29, 0.005);
 * ```
 */
export function predictRiegel(record: Effort, distance: number): Estimate<RiegelPrediction> {
  checkEffort(record);
  checkPositive(distance, "distance");
  const unable = whyNotPredictable(record, "the record");
  if (unable !== null) return unable;
  const time = record.time * (distance / record.distance) ** RIEGEL_EXPONENT;
  const extended = extendedBy(record.time, POWER_LAW_LIMITS) ?? extendedBy(time, POWER_LAW_LIMITS);
  const ends = classicSpread("riegel", record.distance, distance);
  const range = withSpread(distance, { time, ends, extended });
  if (!range.valid) return range;
  const extra = beyondHalf(record.distance, distance) ** (FADING_EXPONENT - RIEGEL_EXPONENT);
  // Fading applied from the marathon down may give an impossible time: then the usual one is used.
  return { ...range, fadingTime: humanTime(distance, time * extra) ?? range.time };
}
