/**
 * The runner's own curve: T = a·D^k with k from the runner's records, by least squares of ln T on ln D.
 *
 * Source: the power law of P. S. Riegel (American Scientist 69(3), 1981) with a personal exponent; H. Vandewalle
 * (2018) found power laws better than hyperbolas for extrapolation. Records of 3.5 to 230 min only: every model
 * rates shorter ones, an 800 m, far too high.
 */
import {
  checkEffort,
  checkPositive,
  type Effort,
  type Estimate,
  notValid,
  outsideLimits,
} from "./estimate.ts";
import { fitLine, type Line, predictionMargin } from "./least_squares.ts";
import { POWER_LAW_LIMITS } from "./riegel.ts";

/** Exponents met with in runners; outside of them a record is likely weak or wrong. */
export const USUAL_EXPONENTS = { lowest: 1.03, highest: 1.15 } as const;
/** Longest over shortest distance below which the exponent says little. */
export const NARROW_SPAN = 2;

/**
 * What to beware of: `unusual-exponent` (not 1.03 to 1.15), `narrow-span` (longest distance less than twice the
 * shortest), `two-records` (nothing tells how well the curve holds).
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
  /** ln T = intercept + slope·ln D, T in s and D in m. */
  line: Line;
}

/** A time on the curve, s. */
export interface CurvePrediction {
  time: number;
  /** 5 % of races would be faster, as far as the residuals tell; null with two records. */
  fastest: number | null;
  /** 5 % of races would be slower. */
  slowest: number | null;
}

/** Whether a run is long and short enough for the curve. */
export function fitsCurve({ time }: Effort): boolean {
  return outsideLimits(time, "the record", POWER_LAW_LIMITS) === null;
}

/**
 * Fits the curve to a runner's records; those shorter than 3.5 or longer than 230 min are left out.
 *
 * @param records At least two over different distances (m), with their times (s); three say far more.
 * @returns Not valid with fewer, or when the times do not grow with the distance.
 * @throws {RangeError} If a distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { fitPersonalCurve } from "./personal_curve.ts";
 * const curve = fitPersonalCurve([{ distance: 5000, time: 1320 }, { distance: 21_097.5, time: 6120 }]);
 * assertAlmostEquals(curve.valid ? curve.exponent : NaN, 1.065439, 5e-7);
 * ```
 */
export function fitPersonalCurve(records: readonly Effort[]): Estimate<PersonalCurve> {
  records.forEach(checkEffort);
  const used = records.filter(fitsCurve);
  if (used.length < 2) {
    return notValid(
      "too-few-records",
      `${used.length} of the records last 3.5 to 230 min; two are needed`,
    );
  }
  const line = fitLine(used.map(({ distance, time }) => [Math.log(distance), Math.log(time)]));
  if (line === null) return notValid("equal-distances", "all records are over one distance");
  if (line.slope <= 0) {
    return notValid("not-plausible", "the longer distances were not run in more time");
  }
  const distances = used.map(({ distance }) => distance);
  const span = Math.max(...distances) / Math.min(...distances);
  const { lowest, highest } = USUAL_EXPONENTS;
  const warnings: CurveWarning[] = [];
  if (line.slope < lowest || line.slope > highest) warnings.push("unusual-exponent");
  if (span < NARROW_SPAN) warnings.push("narrow-span");
  if (used.length === 2) warnings.push("two-records");
  return {
    valid: true,
    exponent: line.slope,
    rSquared: line.rSquared,
    count: used.length,
    span,
    warnings,
    line,
  };
}

/**
 * The time of a runner's curve over a distance.
 *
 * @param distance Meters, above 0.
 * @returns Seconds; not valid for less than 3.5 or more than 230 min.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictOnCurve(
  { line }: PersonalCurve,
  distance: number,
): Estimate<CurvePrediction> {
  checkPositive(distance, "distance");
  const x = Math.log(distance);
  const time = Math.exp(line.intercept + line.slope * x);
  const outside = outsideLimits(time, "the predicted time", POWER_LAW_LIMITS);
  if (outside !== null) return outside;
  const margin = predictionMargin(line, x);
  return {
    valid: true,
    time,
    fastest: margin === null ? null : time * Math.exp(-margin),
    slowest: margin === null ? null : time * Math.exp(margin),
  };
}

/**
 * How far a record lies from the curve: actual over expected time, minus one. Below 0 it is faster.
 *
 * @returns A ratio, e.g. 0.02 for 2 % slower; not valid for a record of less than 3.5 or more than 230 min.
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
