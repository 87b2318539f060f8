/**
 * VMA from a single result: the model of `vma.ts` solved for VMA, VMA = v/(1 + IE/100·ln(t/7)),
 * with an assumed endurance index, which one result does not determine.
 *
 * Source: as in `vma.ts`. The assumed index is the middle of the range that its authors give, −2 to
 * −12; the bounds are for the middle half of it. That choice is MyPacer's own; from two results
 * `fitVma` fits the index itself.
 */
import {
  type Effort,
  type Estimate,
  extendedBy,
  type ExtendedReason,
  notValid,
  type TimeRange,
} from "../measure/estimate.ts";
import { whyNotHuman } from "./human_limits.ts";
import { paceOver, paceToSpeed, type Speed } from "../measure/pace.ts";
import { ZONE_VMA_LIMITS } from "./training_zones.ts";
import { predictFromVma, speedHeld, VMA_LIMITS } from "./vma.ts";

/** Endurance indexes assumed for a runner with a single result. */
export const ASSUMED_ENDURANCE = { weak: -9.5, usual: -7, strong: -4.5 } as const;

/** VMA estimated from one result, km/h. */
export interface VmaOfResult {
  /** With the usual endurance. */
  vma: Speed;
  /** With strong endurance: the result was run close to VMA. */
  lowest: Speed;
  /** With weak endurance. */
  highest: Speed;
  /** Why the figure lies beyond what the model was made for; null within it. */
  extended: ExtendedReason | null;
}

/**
 * Estimates VMA from one result.
 *
 * @param result Distance in m, time in s.
 * @returns Extended for more than 5 h; not valid for 7 min or less, for more than a day, when the
 *   result is humanly impossible, or when the VMA is.
 * @throws {RangeError} If distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { vmaOfResult } from "./vma_of_result.ts";
 * // 10 km in 40' is 15 km/h: 15/(1 − 0.07·ln(40/7)).
 * const answer = vmaOfResult({ distance: 10_000, time: 2400 });
 * assertAlmostEquals(answer.valid ? answer.vma : NaN, 17.0844, 0.0005);
 * ```
 */
export function vmaOfResult({ distance, time }: Effort): Estimate<VmaOfResult> {
  const speed = paceToSpeed(paceOver(distance, time));
  const unable = whyNotHuman({ distance, time });
  if (unable !== null) return unable;
  const vmaWith = (enduranceIndex: number): Estimate<{ vma: Speed }> => {
    // The speed held for this time by a runner whose VMA is 1 km/h.
    const share = speedHeld({ vma: 1, enduranceIndex }, time);
    return share.valid ? { valid: true, vma: speed / share.speed } : share;
  };
  const usual = vmaWith(ASSUMED_ENDURANCE.usual);
  if (!usual.valid) return usual;
  const lowest = vmaWith(ASSUMED_ENDURANCE.strong);
  const highest = vmaWith(ASSUMED_ENDURANCE.weak);
  if (!lowest.valid) return lowest;
  if (!highest.valid) return highest;
  if (usual.vma < ZONE_VMA_LIMITS.lowest || usual.vma > ZONE_VMA_LIMITS.highest) {
    const { lowest, highest } = ZONE_VMA_LIMITS;
    return notValid("not-plausible", `VMA is not between ${lowest} and ${highest} km/h`);
  }
  return {
    valid: true,
    vma: usual.vma,
    lowest: lowest.vma,
    highest: highest.vma,
    extended: extendedBy(time, VMA_LIMITS),
  };
}

/**
 * Predicts a time from one result, with the usual endurance.
 *
 * @param result Distance in m, time in s.
 * @param distance Meters, above 0.
 * @returns Seconds; extended where VMA or the time is.
 * @throws {RangeError} If a value is not a finite number above 0.
 */
export function predictFromOneResult(result: Effort, distance: number): Estimate<TimeRange> {
  const answer = vmaOfResult(result);
  if (!answer.valid) return answer;
  return predictFromVma({
    vma: answer.vma,
    enduranceIndex: ASSUMED_ENDURANCE.usual,
    extended: answer.extended,
    shortest: result.distance,
    longest: result.distance,
  }, distance);
}
