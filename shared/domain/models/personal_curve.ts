/**
 * The runner's own curve: T = a·D^k with k from the runner's records, by least squares of ln T on
 * ln D.
 *
 * Source: the power law of P. S. Riegel (American Scientist 69(3), 1981) with a personal exponent;
 * H. Vandewalle (2018) found power laws better than hyperbolas for extrapolation. Records of 3.5 to
 * 230 min only: every model rates shorter ones, such as an 800 m, far too high.
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type Estimate,
  extendedBy,
  type ExtendedReason,
  notValid,
  outsideLimits,
  type TimeRange,
} from "../measure/estimate.ts";
import { whyNotPredictable } from "./human_limits.ts";
import { fitLine, type Line, predictionMargin } from "./least_squares.ts";
import { withSpread } from "./model_spread.ts";
import { POWER_LAW_LIMITS } from "./riegel.ts";
import { bestTries, spanOf, whyNoCurve } from "./tries.ts";

/**
 * Exponents that a runner can have. One pace over every distance would be 1; the best of the world
 * lie at 1.05 to 1.07. Above 1.4, a marathon takes seven times as long as the 10 km. MyPacer's own.
 */
const EXPONENT_LIMITS = { lowest: 1, highest: 1.4 } as const;
/** Usual exponents of runners; outside of them a record is probably weak or wrong. */
const USUAL_EXPONENTS = { lowest: 1.03, highest: 1.15 } as const;
/** Longest over shortest distance below which the exponent says little. */
const NARROW_SPAN = 2;

/**
 * Warnings: `unusual-exponent` (not 1.03 to 1.15), `narrow-span` (longest distance less than twice
 * the shortest), `two-records` (the fit has no residuals).
 */
export const CURVE_WARNINGS = ["unusual-exponent", "narrow-span", "two-records"] as const;
export type CurveWarning = typeof CURVE_WARNINGS[number];

/** A runner's curve. */
export interface PersonalCurve {
  /** k, without a unit. */
  exponent: number;
  /** R² of ln T on ln D, 0 to 1. */
  rSquared: number;
  /** Records used. */
  count: number;
  /** Longest over shortest distance. */
  span: number;
  warnings: CurveWarning[];
  /** Why the curve rests on runs outside the range of power laws; null when it does not. */
  extended: ExtendedReason | null;
  /** Shortest and longest distance of the records, m. */
  shortest: number;
  longest: number;
  /** ln T = intercept + slope·ln D, T in s and D in m. */
  line: Line;
}

/** Whether a run is within the range of the curve. */
export function fitsCurve({ time }: Effort): boolean {
  return outsideLimits(time, "the record", POWER_LAW_LIMITS) === null;
}

/**
 * The runs that a curve rests on: those in the range of power laws or, where these are fewer than
 * two, all that can be extrapolated.
 */
function usableRuns<T extends Effort>(records: readonly T[]): T[] {
  const bests = bestTries(records).filter((run) => whyNotPredictable(run, "the record") === null);
  const within = bests.filter(fitsCurve);
  return within.length >= 2 ? within : bests;
}

/**
 * Fits the curve to a runner's records: the best over each distance. Records shorter than 3.5 or
 * longer than 230 min are left out where two others are there; else the curve is extended.
 *
 * @param records At least two over different distances (m), with their times (s); three are much
 *   better.
 * @returns With the records it rests on. Not valid with fewer, with distances too close together,
 *   or with an exponent that no runner has.
 * @throws {RangeError} If a distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { fitPersonalCurve } from "./personal_curve.ts";
 * const curve = fitPersonalCurve([{ distance: 5000, time: 1320 }, { distance: 21_097.5, time: 6120
 * }]); assertAlmostEquals(curve.valid ? curve.exponent : NaN, 1.065439, 5e-7);
 * ```
 */
export function fitPersonalCurve<T extends Effort>(
  records: readonly T[],
): Estimate<PersonalCurve & { restsOn: T[] }> {
  records.forEach(checkEffort);
  const restsOn = usableRuns(records);
  const silent = whyNoCurve(records, restsOn, "2 min to a day");
  if (silent !== null) return silent;
  const line = fitLine(restsOn.map(({ distance, time }) => [Math.log(distance), Math.log(time)]));
  if (line === null) return notValid("equal-distances", "all records are over one distance");
  const limits = EXPONENT_LIMITS;
  if (line.slope < limits.lowest || line.slope > limits.highest) {
    return notValid(
      "not-plausible",
      `the exponent is not between ${limits.lowest} and ${limits.highest}`,
    );
  }
  const distances = restsOn.map(({ distance }) => distance);
  const span = spanOf(restsOn);
  const warnings: CurveWarning[] = [];
  if (line.slope < USUAL_EXPONENTS.lowest || line.slope > USUAL_EXPONENTS.highest) {
    warnings.push("unusual-exponent");
  }
  if (span < NARROW_SPAN) warnings.push("narrow-span");
  if (restsOn.length === 2) warnings.push("two-records");
  return {
    valid: true,
    exponent: line.slope,
    rSquared: line.rSquared,
    count: restsOn.length,
    span,
    warnings,
    extended: restsOn.map(({ time }) => extendedBy(time, POWER_LAW_LIMITS))
      .find((reason) => reason !== null) ?? null,
    shortest: Math.min(...distances),
    longest: Math.max(...distances),
    line,
    restsOn,
  };
}

/**
 * The time of a runner's curve over a distance. Its ends are those of real runners between two such
 * distances, or those from the residuals of three or more records, where these are wider.
 *
 * @param distance Meters, above 0.
 * @returns Seconds; extended for less than 3.5 or more than 230 min; not valid where records
 *   contradict each other so much that the range is useless.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictOnCurve(
  { line, extended, shortest, longest }: PersonalCurve,
  distance: number,
): Estimate<TimeRange> {
  checkPositive(distance, "distance");
  const x = Math.log(distance);
  const time = Math.exp(line.intercept + line.slope * x);
  const margin = predictionMargin(line, x) ?? 0;
  const nearest = Math.min(longest, Math.max(shortest, distance));
  const usual = classicSpread("personal", nearest, distance);
  return withSpread(distance, {
    time,
    ends: {
      fastest: Math.min(usual.fastest, Math.exp(-margin)),
      slowest: Math.max(usual.slowest, Math.exp(margin)),
    },
    extended: extended ?? extendedBy(time, POWER_LAW_LIMITS),
  });
}

/**
 * How far a record lies from the curve: actual over expected time, minus one. Below 0 it is faster.
 *
 * @returns A ratio, e.g. 0.02 for 2 % slower; not valid for a record of less than 3.5 or more than
 *   230 min.
 */
export function residualOf(
  { line }: PersonalCurve,
  record: Effort,
): Estimate<{ residual: number }> {
  checkEffort(record);
  const outside = outsideLimits(record.time, "the record", POWER_LAW_LIMITS);
  if (outside !== null) return outside;
  const expected = Math.exp(line.intercept + line.slope * Math.log(record.distance));
  return { valid: true, residual: record.time / expected - 1 };
}
