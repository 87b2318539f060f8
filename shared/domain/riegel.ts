/**
 * Riegel's formula: T2 = T1·(D2/D1)^k with k = 1.06.
 *
 * Source: P. S. Riegel, Athletic Records and Human Endurance, American Scientist 69(3), 285–290, 1981. Valid for
 * efforts of 3.5 to 230 minutes. A. J. Vickers and E. A. Vertosick (BMC Sports Science, Medicine and Rehabilitation
 * 8, 2016; some 2,300 runners) found it good from the mile to the half marathon and at least 10 minutes too fast
 * for half of the amateurs over the marathon: beyond the half marathon it is a band up to k = 1.15.
 */
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  outsideLimits,
} from "./estimate.ts";
import { HALF_MARATHON } from "./official_lengths.ts";

/** Riegel's exponent for running, without a unit. */
export const RIEGEL_EXPONENT = 1.06;
/** The exponent of runners who fade beyond the half marathon; see the source above. */
export const FADING_EXPONENT = 1.15;
/** Efforts a power law of time and distance holds for: 3.5 to 230 min. */
export const POWER_LAW_LIMITS: EffortLimits = { shortest: 210, longest: 13_800 };

/** A predicted time, s. */
export interface RiegelPrediction {
  /** With k = 1.06. */
  time: number;
  /** With k = 1.06 up to the half marathon and 1.15 beyond it; the same as `time` where nothing lies beyond. */
  fadingTime: number;
}

/** The part of the way between two distances that lies beyond the half marathon, as a ratio (1 = none). */
function beyondHalf(from: number, to: number): number {
  return Math.max(to, HALF_MARATHON) / Math.max(from, HALF_MARATHON);
}

/**
 * Predicts a time from one record.
 *
 * @param record Distance in m, time in s; 3.5 to 230 min.
 * @param distance Meters, above 0.
 * @returns Seconds; not valid when the record or the prediction lasts less than 3.5 or more than 230 min.
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
  const time = record.time * (distance / record.distance) ** RIEGEL_EXPONENT;
  const outside = outsideLimits(record.time, "the record", POWER_LAW_LIMITS) ??
    outsideLimits(time, "the predicted time", POWER_LAW_LIMITS);
  if (outside !== null) return outside;
  const extra = beyondHalf(record.distance, distance) ** (FADING_EXPONENT - RIEGEL_EXPONENT);
  return { valid: true, time, fadingTime: time * extra };
}
