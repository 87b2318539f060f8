/**
 * VMA (« vitesse maximale aérobie », maximal aerobic speed) and endurance: the speed held falls with the logarithm
 * of the time, v(t) = VMA·(1 + IE/100·ln(t/7)) with t in min, VMA being what is held for 7 min.
 *
 * Source: F. Péronnet and G. Thibault, Revue de médecine du sport, 1987, and Journal of Applied Physiology 67(1),
 * 453–465, 1989. Valid for more than 7 min and up to 5 h. Endurance index IE from −2 (excellent) to −12 (very weak).
 * Pages that take 6 min in place of 7 give other figures.
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
import { bisect, fitLine } from "./least_squares.ts";
import { paceOver, paceToSpeed, shareOfVma, type Speed } from "./pace.ts";

/** How long VMA is held, min. */
export const VMA_MINUTES = 7;
/** Efforts the model holds for: 7 min, not included, to 5 h. */
export const VMA_LIMITS: EffortLimits = { shortest: VMA_MINUTES * 60, longest: 18_000 };
/** Endurance indexes that describe a runner; at −21 more time would mean less distance within 5 h. */
export const ENDURANCE_LIMITS = { lowest: -20, highest: 0 } as const;

/** VMA and endurance of a runner. */
export interface VmaFit {
  /** km/h. */
  vma: Speed;
  /** Per cent of VMA lost each time the duration grows e-fold; below 0. */
  enduranceIndex: number;
  rSquared: number;
  /** Records used. */
  count: number;
}

const kilometersPerHour = ({ distance, time }: Effort): Speed =>
  paceToSpeed(paceOver(distance, time));
/** ln(t/7 min). */
const logTime = (time: number) => Math.log(time / 60 / VMA_MINUTES);

function outsideVma(time: number, what: string) {
  // At 7 min itself the index would be divided by nothing.
  return time === VMA_LIMITS.shortest
    ? notValid("effort-too-short", `${what} is not longer than ${VMA_MINUTES} min`)
    : outsideLimits(time, what, VMA_LIMITS);
}

/** Whether a run lasts long and short enough to tell VMA and endurance from. */
export function fitsVma({ time }: Effort): boolean {
  return outsideVma(time, "the record") === null;
}

/**
 * The endurance index of one record, where VMA is known: IE = (100 − %VMA)/ln(7/t).
 *
 * @param record Distance in m, time in s. @param vma km/h.
 * @returns Without a unit, unrounded; not valid for 7 min or less, for more than 5 h, or when the record is
 *   faster than VMA.
 * @throws {RangeError} If a value is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { enduranceIndex } from "./vma.ts";
 * const answer = enduranceIndex({ distance: 10_000, time: 2400 }, 17);
 * assertAlmostEquals(answer.valid ? answer.index : NaN, -6.75, 0.0005);
 * ```
 */
export function enduranceIndex(
  record: Effort,
  vma: Speed,
): Estimate<{ index: number; percent: number }> {
  checkEffort(record);
  const percent = 100 * shareOfVma(paceOver(record.distance, record.time), vma);
  const outside = outsideVma(record.time, "the record");
  if (outside !== null) return outside;
  if (percent >= 100) return notValid("not-plausible", "the record is faster than VMA");
  return { valid: true, index: (100 - percent) / -logTime(record.time), percent };
}

/**
 * Tells VMA and endurance from records, by least squares of speed on ln(t/7); records of 7 min or less or of more
 * than 5 h are left out.
 *
 * @param records Distances in m with times in s; two of different length are needed.
 * @returns Not valid with fewer, or when speed does not fall with time as a runner's does.
 * @throws {RangeError} If a distance or time is not a finite number above 0.
 */
export function fitVma(records: readonly Effort[]): Estimate<VmaFit> {
  records.forEach(checkEffort);
  const used = records.filter(fitsVma);
  if (used.length < 2) {
    return notValid(
      "too-few-records",
      `${used.length} of the records last more than 7 min and at most 5 h; two are needed`,
    );
  }
  const line = fitLine(used.map((record) => [logTime(record.time), kilometersPerHour(record)]));
  if (line === null || new Set(used.map(({ distance }) => distance)).size === 1) {
    return notValid("equal-distances", "all records are over one distance");
  }
  const vma = line.intercept;
  const index = 100 * line.slope / vma;
  const { lowest, highest } = ENDURANCE_LIMITS;
  if (!(vma > 0 && index >= lowest && index < highest)) {
    return notValid(
      "not-plausible",
      `the endurance index is not between ${lowest} and ${highest}`,
    );
  }
  return {
    valid: true,
    vma,
    enduranceIndex: index,
    rSquared: line.rSquared,
    count: used.length,
  };
}

type Endurance = Pick<VmaFit, "vma" | "enduranceIndex">;

/**
 * The speed held for a time.
 *
 * @param time Seconds.
 * @returns km/h; not valid for 7 min or less or more than 5 h.
 * @throws {RangeError} If the time is not a finite number above 0.
 */
export function speedHeld(
  { vma, enduranceIndex }: Endurance,
  time: number,
): Estimate<{ speed: Speed }> {
  checkPositive(time, "time");
  return outsideVma(time, "the time") ??
    { valid: true, speed: vma * (1 + enduranceIndex / 100 * logTime(time)) };
}

/**
 * The time over a distance: t·v(t) = d, solved by bisection.
 *
 * @param distance Meters, above 0.
 * @returns Seconds; not valid when that is 7 min or less or more than 5 h.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictFromVma(fit: Endurance, distance: number): Estimate<{ time: number }> {
  checkPositive(distance, "distance");
  const { vma, enduranceIndex } = fit;
  const covered = (time: number) => vma / 3.6 * (1 + enduranceIndex / 100 * logTime(time)) * time;
  const { shortest: low, longest: high } = VMA_LIMITS;
  const time = bisect(covered, distance, { low, high });
  if (time !== null) return outsideVma(time, "the predicted time") ?? { valid: true, time };
  return covered(low) > distance
    ? notValid("effort-too-short", "the predicted time is shorter than 7 min")
    : notValid("effort-too-long", "the predicted time is longer than 300 min");
}
