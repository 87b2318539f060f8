/**
 * Critical speed and the reserve above it: d = CS·t + D′, by least squares of distance on time.
 *
 * Source: B. Smyth and D. Muniz-Pumares, Medicine & Science in Sports & Exercise 52(12), 2637–2645,
 * 2020; two efforts do about as well as three (Kordi et al., 2019). Efforts of 2 to 20 min only:
 * beyond, the hyperbola is the worst of the models (H. Vandewalle, 2018), and a marathon is run at
 * 93 % of the critical speed in 2h30 and at 79 % in 6 h (Smyth and Muniz-Pumares).
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  extendedBy,
  notValid,
  outsideLimits,
  type TimeRange,
} from "../measure/estimate.ts";
import { whyNotHuman } from "./human_limits.ts";
import { fitLine } from "./least_squares.ts";
import { withSpread } from "./model_spread.ts";
import { bestTries, whyNoCurve } from "./tries.ts";

/** Efforts the model holds for: 2 to 20 min. */
const CRITICAL_SPEED_LIMITS: EffortLimits = { shortest: 120, longest: 1200 };
/** Reserves that describe a runner, m; 100 to 300 are usual. */
const RESERVE_LIMITS = { smallest: 50, largest: 400 } as const;

/** Critical speed and the reserve above it. */
export interface CriticalSpeed {
  /** CS in m/s. */
  speed: number;
  /** D′ in m. */
  reserve: number;
  rSquared: number;
  /** Efforts used. */
  count: number;
  /** Shortest and longest distance of the efforts, m. */
  shortest: number;
  longest: number;
}

/**
 * Fits critical speed and reserve; efforts of less than 2 or more than 20 min are left out.
 *
 * @param efforts Distances in m with times in s; two over different distances are needed, the best
 *   over each counts.
 * @returns The fit and the efforts it rests on. Not valid with fewer, with distances too close
 *   together, or with a reserve outside of 50 to 400 m, which cannot be interpreted.
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
export function fitCriticalSpeed<T extends Effort>(
  efforts: readonly T[],
): Estimate<CriticalSpeed & { restsOn: T[] }> {
  efforts.forEach(checkEffort);
  const restsOn = bestTries(efforts).filter((effort) =>
    whyNotHuman(effort) === null &&
    outsideLimits(effort.time, "the effort", CRITICAL_SPEED_LIMITS) === null
  );
  const silent = whyNoCurve(efforts, restsOn, "2 to 20 min");
  if (silent !== null) return silent;
  const line = fitLine(restsOn.map(({ distance, time }) => [time, distance]));
  const { smallest, largest } = RESERVE_LIMITS;
  if (
    line === null || line.slope <= 0 || line.intercept < smallest || line.intercept > largest
  ) {
    return notValid("not-plausible", `the reserve is not between ${smallest} and ${largest} m`);
  }
  const distances = restsOn.map(({ distance }) => distance);
  return {
    valid: true,
    speed: line.slope,
    reserve: line.intercept,
    rSquared: line.rSquared,
    count: restsOn.length,
    shortest: Math.min(...distances),
    longest: Math.max(...distances),
    restsOn,
  };
}

/**
 * Share of the time that a race gets slower than critical speed says, for each e-fold of 20 min;
 * see the source above.
 */
const FADING = 0.1;

/**
 * The time over a distance: t = (d − D′)/CS.
 *
 * @param distance Meters, above 0.
 * @returns Seconds; extended for less than 2 or more than 20 min, then with a slow end from the
 *   share of critical speed that runners hold for that long.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictCriticalSpeed(
  { speed, reserve, shortest, longest }: Omit<CriticalSpeed, "rSquared" | "count">,
  distance: number,
): Estimate<TimeRange> {
  checkPositive(distance, "distance");
  const time = (distance - reserve) / speed;
  const nearest = Math.min(longest, Math.max(shortest, distance));
  // No race of the sample is so short: the spread of the personal curve, the one model of several
  // results that was judged.
  const { fastest, slowest } = classicSpread("personal", nearest, distance);
  const beyond = Math.max(0, Math.log(time / CRITICAL_SPEED_LIMITS.longest));
  return withSpread(distance, {
    time,
    ends: { fastest, slowest: slowest + FADING * beyond },
    extended: extendedBy(time, CRITICAL_SPEED_LIMITS),
  });
}
