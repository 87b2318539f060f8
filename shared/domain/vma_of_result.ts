/**
 * VMA from a single result: the model of `vma.ts` solved for VMA, VMA = v/(1 + IE/100·ln(t/7)), with an endurance
 * index that one result cannot tell and that is therefore assumed.
 *
 * Source: as in `vma.ts`. The assumed index is the middle of the range that its authors give, −2 to −12; the bounds
 * are for the middle half of it. That choice is MyPacer's own: two results, by `fitVma`, tell the index itself.
 */
import { type Effort, type Estimate, notValid } from "./estimate.ts";
import { paceOver, paceToSpeed, type Speed } from "./pace.ts";
import { ZONE_VMA_LIMITS } from "./training_zones.ts";
import { speedHeld } from "./vma.ts";

/** Endurance indexes assumed of a runner of whom nothing else is known. */
export const ASSUMED_ENDURANCE = { weak: -9.5, usual: -7, strong: -4.5 } as const;

/** VMA as one result tells it, km/h. */
export interface VmaOfResult {
  /** With the usual endurance. */
  vma: Speed;
  /** With strong endurance: the result was run close to VMA. */
  lowest: Speed;
  /** With weak endurance. */
  highest: Speed;
}

/**
 * Estimates VMA from one result.
 *
 * @param result Distance in m, time in s.
 * @returns Not valid for 7 min or less, for more than 5 h, or when the figure would describe no runner.
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
  const vmaWith = (enduranceIndex: number): Estimate<{ vma: Speed }> => {
    // What is held for this time by a runner whose VMA is 1 km/h.
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
  return { valid: true, vma: usual.vma, lowest: lowest.vma, highest: highest.vma };
}
