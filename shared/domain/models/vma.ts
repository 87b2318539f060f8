/**
 * VMA (« vitesse maximale aérobie », maximal aerobic speed) and endurance: the speed held falls
 * with the logarithm of the time, v(t) = VMA·(1 + IE/100·ln(t/7)) with t in min, VMA being the
 * speed held for 7 min.
 *
 * Source: F. Péronnet and G. Thibault, Revue de médecine du sport, 1987, and Journal of Applied
 * Physiology 67(1), 453–465, 1989. Valid for more than 7 min and up to 5 h. Endurance index IE from
 * −2 (excellent) to −12 (very weak). Pages that use 6 min instead of 7 show other figures.
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type EffortLimits,
  type Estimate,
  extendedBy,
  type ExtendedReason,
  notValid,
  outsideLimits,
  type TimeRange,
} from "../measure/estimate.ts";
import { slowestTime, whyNotHuman, worldBestTime } from "./human_limits.ts";
import { bisect, fitLine } from "./least_squares.ts";
import { withSpread } from "./model_spread.ts";
import { paceOver, paceToSpeed, shareOfVma, type Speed } from "../measure/pace.ts";
import { ZONE_VMA_LIMITS } from "./training_zones.ts";
import { bestTries, whyNoCurve } from "./tries.ts";

/** How long VMA is held, min. */
export const VMA_MINUTES = 7;
/** Range of the model: more than 7 min, up to 5 h. */
export const VMA_LIMITS: EffortLimits = { shortest: VMA_MINUTES * 60, longest: 18_000 };
/** Endurance indexes that describe a runner: the scale of the source. */
const ENDURANCE_LIMITS = { lowest: -12, highest: -2 } as const;
/**
 * Longest run that the model is extrapolated to, s: beyond a day endurance alone does not decide.
 */
const CARRIED_TO = 86_400;

/** VMA and endurance of a runner. */
export interface VmaFit {
  /** km/h. */
  vma: Speed;
  /** Per cent of VMA lost each time the duration grows e-fold; below 0. */
  enduranceIndex: number;
  rSquared: number;
  /** Records used. */
  count: number;
  /** Why the fit rests on runs outside the range of the model; null when it does not. */
  extended: ExtendedReason | null;
  /** Shortest and longest distance of the records, m. */
  shortest: number;
  longest: number;
}

const kilometersPerHour = ({ distance, time }: Effort): Speed =>
  paceToSpeed(paceOver(distance, time));
/** ln(t/7 min). */
const logTime = (time: number) => Math.log(time / 60 / VMA_MINUTES);

/** Why no VMA follows from a time: 7 min or less, or more than a day. */
function outsideVma(time: number, what: string) {
  // At 7 min itself the index would be divided by 0.
  return time === VMA_LIMITS.shortest
    ? notValid("effort-too-short", `${what} is not longer than ${VMA_MINUTES} min`)
    : outsideLimits(time, what, { shortest: VMA_LIMITS.shortest, longest: CARRIED_TO });
}

/** Whether VMA and endurance follow from a run: by its duration, and if it is humanly possible. */
function tellsVma(run: Effort): boolean {
  return outsideVma(run.time, "the record") === null && whyNotHuman(run) === null;
}

/**
 * The endurance index of one record, where VMA is known: IE = (100 − %VMA)/ln(7/t).
 *
 * @param record Distance in m, time in s. @param vma km/h.
 * @returns Without a unit, unrounded; not valid for 7 min or less, for more than a day, or when the
 *   record is faster than VMA.
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
 * Fits VMA and endurance to records, by least squares of speed on ln(t/7): the best over each
 * distance. Records of 7 min or less or of more than a day are left out; those of more than 5 h
 * extend the fit.
 *
 * @param records Distances in m with times in s; two over different distances are needed.
 * @returns With the records it rests on. Not valid with fewer, with distances too close together,
 *   or when the endurance index is outside its scale or the VMA impossible.
 * @throws {RangeError} If a distance or time is not a finite number above 0.
 */
export function fitVma<T extends Effort>(
  records: readonly T[],
): Estimate<VmaFit & { restsOn: T[] }> {
  records.forEach(checkEffort);
  const restsOn = bestTries(records).filter(tellsVma);
  const silent = whyNoCurve(records, restsOn, "more than 7 min and at most a day");
  if (silent !== null) return silent;
  const line = fitLine(restsOn.map((record) => [logTime(record.time), kilometersPerHour(record)]));
  const vma = line?.intercept ?? 0;
  const index = line === null ? NaN : 100 * line.slope / vma;
  const { lowest, highest } = ENDURANCE_LIMITS;
  if (line === null || !(vma > 0 && index >= lowest && index <= highest)) {
    return notValid(
      "not-plausible",
      `the endurance index is not between ${lowest} and ${highest}`,
    );
  }
  if (vma < ZONE_VMA_LIMITS.lowest || vma > ZONE_VMA_LIMITS.highest) {
    return notValid("not-plausible", `a VMA of ${vma.toFixed(1)} km/h is nobody's`);
  }
  const distances = restsOn.map(({ distance }) => distance);
  return {
    valid: true,
    vma,
    enduranceIndex: index,
    rSquared: line.rSquared,
    count: restsOn.length,
    extended: restsOn.map(({ time }) => extendedBy(time, VMA_LIMITS))
      .find((reason) => reason !== null) ?? null,
    shortest: Math.min(...distances),
    longest: Math.max(...distances),
    restsOn,
  };
}

type Endurance = Pick<VmaFit, "vma" | "enduranceIndex">;

/**
 * The speed held for a time.
 *
 * @param time Seconds.
 * @returns km/h; not valid for 7 min or less or more than a day.
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

/** The basis of a prediction. */
type EnduranceBase = Endurance & Pick<VmaFit, "extended" | "shortest" | "longest">;

/**
 * The time over a distance: t·v(t) = d, solved by bisection.
 *
 * @param fit VMA and endurance, with what they rest on.
 * @param distance Meters, above 0.
 * @returns Seconds; extended when that is 7 min or less or more than 5 h.
 * @throws {RangeError} If the distance is not a finite number above 0.
 */
export function predictFromVma(fit: EnduranceBase, distance: number): Estimate<TimeRange> {
  checkPositive(distance, "distance");
  const { vma, enduranceIndex, extended, shortest, longest } = fit;
  const covered = (time: number) => vma / 3.6 * (1 + enduranceIndex / 100 * logTime(time)) * time;
  // A little beyond the limits, so that a time just outside of them is told for what it is.
  const low = worldBestTime(distance) / 2;
  const high = Math.min(slowestTime(distance) * 2, CARRIED_TO);
  const time = bisect(covered, distance, { low, high });
  if (time === null) {
    return covered(low) > distance
      ? notValid("faster-than-any", `${distance} m would be faster than the best of the world`)
      : notValid("effort-too-long", "the predicted time is longer than a day");
  }
  const nearest = Math.min(longest, Math.max(shortest, distance));
  return withSpread(distance, {
    time,
    ends: classicSpread("peronnetThibault", nearest, distance),
    extended: extended ?? extendedBy(time, VMA_LIMITS),
  });
}
