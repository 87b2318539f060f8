/**
 * Critical speed and the reserve above it: d = CS·t + D′, by least squares of distance on time.
 *
 * Source: B. Smyth and D. Muniz-Pumares, Medicine & Science in Sports & Exercise 52(12), 2637–2645, 2020; two efforts
 * do about as well as three (Kordi et al., 2019). Efforts of 2 to 20 min only: beyond, the hyperbola is the worst
 * of the models (H. Vandewalle, 2018), and a marathon is run at some 85 % of the critical speed.
 */
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  notValid,
  outsideLimits,
} from "./estimate.ts";
import { fitLine } from "./least_squares.ts";

/** Efforts the model holds for: 2 to 20 min. */
export const CRITICAL_SPEED_LIMITS: EffortLimits = { shortest: 120, longest: 1200 };
/** Reserves that describe a runner, m; 100 to 300 are usual. */
export const RESERVE_LIMITS = { smallest: 50, largest: 400 } as const;

/** What a runner can hold for long, and what can be spent above it. */
export interface CriticalSpeed {
  /** CS in m/s. */
  speed: number;
  /** D′ in m. */
  reserve: number;
  rSquared: number;
  /** Efforts used. */
  count: number;
}

/** Whether an effort is long and short enough for the model. */
export function fitsCriticalSpeed({ time }: Effort): boolean {
  return outsideLimits(time, "the effort", CRITICAL_SPEED_LIMITS) === null;
}

/**
 * Fits critical speed and reserve; efforts of less than 2 or more than 20 min are left out.
 *
 * @param efforts Distances in m with times in s; two of different length are needed.
 * @returns Not valid with fewer, or with a reserve outside of 50 to 400 m, which cannot be interpreted.
 * @throws {RangeError} If a distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { fitCriticalSpeed } from "./critical_speed.ts";
 * const fit = fitCriticalSpeed([{ distance: 1500, time: 300 }, { distance: 5000, time: 1100 }]);
 * assertAlmostEquals(fit.valid ? fit.speed : NaN, 4.375, 1e-9);
 * assertAlmostEquals(fit.valid ? fit.reserve : NaN, 187.5, 1e-9);
 * ```
 */
export function fitCriticalSpeed(efforts: readonly Effort[]): Estimate<CriticalSpeed> {
  efforts.forEach(checkEffort);
  const used = efforts.filter(fitsCriticalSpeed);
  if (used.length < 2) {
    return notValid(
      "too-few-records",
      `${used.length} of the efforts last 2 to 20 min; two are needed`,
    );
  }
  const line = fitLine(used.map(({ distance, time }) => [time, distance]));
  if (line === null || new Set(used.map(({ distance }) => distance)).size === 1) {
    return notValid("equal-distances", "all efforts are over one distance");
  }
  const { slope: speed, intercept: reserve } = line;
  const { smallest, largest } = RESERVE_LIMITS;
  if (speed <= 0 || reserve < smallest || reserve > largest) {
    return notValid("not-plausible", `the reserve is not between ${smallest} and ${largest} m`);
  }
  return { valid: true, speed, reserve, rSquared: line.rSquared, count: used.length };
}

/**
 * The time over a distance: t = (d − D′)/CS.
 *
 * @param distance Meters, above 0.
 * @returns Seconds; not valid for less than 2 or more than 20 min.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictCriticalSpeed(
  { speed, reserve }: CriticalSpeed,
  distance: number,
): Estimate<{ time: number }> {
  checkPositive(distance, "distance");
  const time = (distance - reserve) / speed;
  return outsideLimits(time, "the predicted time", CRITICAL_SPEED_LIMITS) ?? { valid: true, time };
}
