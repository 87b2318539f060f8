/**
 * VMA and maximal oxygen uptake from tests on the track.
 *
 * Many pages mix the tests up (kilometers times ten, meters by 180 "in 3 minutes"): same names,
 * other protocols.
 */
import { checkPositive, type Estimate, notValid } from "../measure/estimate.ts";
import type { Speed } from "../measure/pace.ts";
import { vmaOfResult } from "./vma_of_result.ts";

/** Possible distances of the tests, m: from a walk to beyond the world's best. */
export const HALF_COOPER_LIMITS = { shortest: 500, longest: 2700 } as const;
export const COOPER_LIMITS = { shortest: 1000, longest: 5200 } as const;
/** Speeds of the first and the last stage of the VAMEVAL, km/h. */
export const VAMEVAL_LIMITS = { slowest: 8, fastest: 25 } as const;
/** How much faster each stage is, km/h, and how long it lasts, s. */
export const VAMEVAL_STAGE = { step: 0.5, seconds: 60 } as const;

/** How long the half Cooper test lasts, s. */
export const HALF_COOPER_SECONDS = 360;
/** How long the Cooper test lasts, s. */
export const COOPER_SECONDS = 720;
/**
 * Half the range in which nine runners of ten have their VMA, km/h: 1.645 standard deviations.
 *
 * Half Cooper: no study of it is known here; a run of 5 min differs from the VMA of a treadmill by
 * 0.92 km/h (P. Berthon et al., European Journal of Applied Physiology 75, 233–238, 1997: 48 men,
 * 17.1 ± 2.2 and 16.9 ± 2.6 km/h, r = 0.94). VAMEVAL: two progressive tests agree to 2.6 ml/kg/min
 * (L. Léger and J. Lambert, European Journal of Applied Physiology 49, 1–12, 1982), which is
 * 0.73 km/h at a VMA of 16 km/h by {@link vmaOxygenUptake}.
 */
const HALF_RANGES = { halfCooper: 1.5, vameval: 1.2 } as const;

/** A VMA from a test, km/h, and the ends of the range in which nine runners of ten have theirs. */
export interface TestedVma {
  vma: Speed;
  lowest: Speed;
  highest: Speed;
}

const within = (vma: Speed, halfRange: number): TestedVma => ({
  vma,
  lowest: vma - halfRange,
  highest: vma + halfRange,
});

function outsideDistance(
  meters: number,
  { shortest, longest }: { shortest: number; longest: number },
) {
  return meters < shortest || meters > longest
    ? notValid("distance-out-of-range", `${meters} m is not between ${shortest} and ${longest} m`)
    : null;
}

/**
 * VMA by the half Cooper test: meters run in 6 min over 100.
 *
 * @param meters Distance run in 6 min.
 * @returns km/h; not valid outside of 500 to 2700 m.
 * @throws {RangeError} If the distance is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { halfCooperVma } from "./vma_protocols.ts";
 * assertEquals(halfCooperVma(1600), { valid: true, vma: 16, lowest: 14.5, highest: 17.5 });
 * ```
 */
export function halfCooperVma(meters: number): Estimate<TestedVma> {
  checkPositive(meters, "distance");
  return outsideDistance(meters, HALF_COOPER_LIMITS) ??
    { valid: true, ...within(meters * 3.6 / HALF_COOPER_SECONDS, HALF_RANGES.halfCooper) };
}

/**
 * Maximal oxygen uptake by the Cooper test: (m − 504.9)/44.73. It is not a test of VMA: the mean
 * speed over 12 min is below it. Source: K. H. Cooper, JAMA 203(3), 201–204, 1968.
 *
 * @param meters Distance run in 12 min.
 * @returns ml/kg/min; not valid outside of 1000 to 5200 m.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function cooperOxygenUptake(meters: number): Estimate<{ oxygenUptake: number }> {
  checkPositive(meters, "distance");
  return outsideDistance(meters, COOPER_LIMITS) ??
    { valid: true, oxygenUptake: (meters - 504.9) / 44.73 };
}

/**
 * VMA by the Cooper test, taken as a result over 12 min (`vma_of_result.ts`): its range is that of
 * endurance, strong to weak.
 *
 * @param meters Distance run in 12 min.
 * @returns km/h; not valid outside of 1000 to 5200 m.
 * @throws {RangeError} If the distance is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { cooperVma } from "./vma_protocols.ts";
 * // 14 km/h for 12 min: 14/(1 − 0.07·ln(12/7)).
 * const answer = cooperVma(2800);
 * assertAlmostEquals(answer.valid ? answer.vma : NaN, 14.549, 0.0005);
 * ```
 */
export function cooperVma(meters: number): Estimate<TestedVma> {
  checkPositive(meters, "distance");
  return outsideDistance(meters, COOPER_LIMITS) ??
    vmaOfResult({ distance: meters, time: COOPER_SECONDS });
}

/**
 * VMA by the VAMEVAL: 0.5 km/h faster each minute from 8 km/h on; the last stage run whole, plus
 * what was run of the next. Source: G. Cazorla, 1990.
 *
 * @param completed Speed of the last stage run whole, km/h: 8 to 25, by halves.
 * @param seconds Time held in the next stage, s: 0 to 60.
 * @returns km/h; not valid outside of 8 to 25 km/h.
 * @throws {RangeError} If the speed is no stage of the test, or the time not within one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { vamevalVma } from "./vma_protocols.ts";
 * const answer = vamevalVma(15.5, 30);
 * assertEquals(answer.valid && answer.vma, 15.75);
 * ```
 */
export function vamevalVma(completed: Speed, seconds: number): Estimate<TestedVma> {
  checkPositive(completed, "speed");
  const { step, seconds: stage } = VAMEVAL_STAGE;
  if (!Number.isInteger(completed / step)) {
    throw new RangeError(`Cannot use a stage of ${completed} km/h: stages go by ${step} km/h`);
  }
  if (!(seconds >= 0 && seconds <= stage)) {
    throw new RangeError(`Cannot use ${seconds} s of a stage: must be from 0 to ${stage}`);
  }
  const { slowest, fastest } = VAMEVAL_LIMITS;
  if (completed < slowest || completed > fastest) {
    return notValid("not-plausible", `the test goes from ${slowest} to ${fastest} km/h`);
  }
  return { valid: true, ...within(completed + step * seconds / stage, HALF_RANGES.vameval) };
}

/**
 * Maximal oxygen uptake of a VMA: 1.353 + 3.163·v + 0.0122586·v². Source: L. Léger and D. Mercier,
 * Sports Medicine 1(4), 270–277, 1984; 8 to 25 km/h.
 *
 * @param vma km/h.
 * @returns ml/kg/min; not valid outside of 8 to 25 km/h.
 * @throws {RangeError} If the speed is not a finite number above 0.
 */
export function vmaOxygenUptake(vma: Speed): Estimate<{ oxygenUptake: number }> {
  checkPositive(vma, "VMA");
  const { slowest, fastest } = VAMEVAL_LIMITS;
  if (vma < slowest || vma > fastest) {
    return notValid("not-plausible", `VMA is not between ${slowest} and ${fastest} km/h`);
  }
  return { valid: true, oxygenUptake: 1.353 + 3.163 * vma + 0.0122586 * vma ** 2 };
}
