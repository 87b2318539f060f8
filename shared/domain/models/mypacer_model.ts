/**
 * MyPacer's own prediction, fitted to races of real runners within 180 days of one another.
 *
 * Each result gives a level (`mypacer_curve.ts`). Several results are weighted: the level at the
 * distance of one of them is the mean of all, those nearby in ln distance counting most; between
 * two distances it is interpolated linearly. A result that another one shows to be below the
 * runner's best is first moved towards it. The ends of the interval are the 5 % and 95 % quantiles
 * of the same sample, wider on the slow side, since people fade.
 *
 * How it was fitted, to whose races, and its errors: `docs/adr/0010-own-prediction.md`.
 */
import {
  checkEffort,
  checkPositive,
  type Effort,
  type Estimate,
  type ExtendedReason,
  notValid,
  type TimeRange,
} from "../measure/estimate.ts";
import { clampToHumanTimes, whyNotPredictable, worldBestTime } from "./human_limits.ts";
import { type Coefficients, WITH_SEX, WITHOUT_SEX } from "./mypacer_coefficients.ts";
import {
  type Curve,
  type LevelLimits,
  levelOfResult,
  type Runner,
  timeOfLevel,
} from "./mypacer_curve.ts";
import { type EndsOf, intervalOf } from "./mypacer_interval.ts";
import { MARATHON } from "../measure/official_lengths.ts";

export type { Runner } from "./mypacer_curve.ts";

/** Range of the distances in the sample, m. */
const FITTED = { shortest: 5000, longest: MARATHON } as const;
/**
 * Most that a level may rise with each e-fold of the distance: a result further above a shorter one
 * is moved down to it. No runner of the sample rises so fast. So the slower of two tries over one
 * distance does not count.
 */
const STEEPEST_RISE = 0.5;
/**
 * Results closer together than this in ln distance share their weight: 5 km and 8 km just do not.
 */
const APART = 0.5;

/** A level at a distance. */
interface LevelPoint {
  distance: number;
  level: number;
}

const gapBetween = (a: number, b: number) => Math.abs(Math.log(a / b));

/**
 * Corrects results below the runner's best by the others: a shorter distance is not run at a slower
 * pace than a longer one, and a level does not rise faster than `STEEPEST_RISE`.
 */
function drawToBetter(
  results: readonly Effort[],
  { curve }: Coefficients,
  runner: Runner,
): LevelPoint[] {
  const raced = results.map(({ distance, time }) => ({
    distance,
    time: Math.min(
      time,
      ...results.filter((other) => other.distance >= distance)
        .map((other) => other.time * distance / other.distance),
    ),
  }));
  const points = raced.map((result) => ({
    distance: result.distance,
    level: levelOfResult(curve, result, runner),
  }));
  return points.map(({ distance, level }) => ({
    distance,
    level: Math.min(
      level,
      ...points.filter((other) => other.distance <= distance)
        .map((other) => other.level + STEEPEST_RISE * gapBetween(distance, other.distance)),
    ),
  }));
}

/** How redundant two results are: 1 over one distance, 0 from `APART` on. */
const overlap = (a: LevelPoint, b: LevelPoint) =>
  Math.max(0, 1 - gapBetween(a.distance, b.distance) / APART);

/** Weight of each result at a distance; the sum is 1. */
function weightsAt(distance: number, points: readonly LevelPoint[], reach: number): number[] {
  const raw = points.map((point) => {
    const crowd = points.reduce((sum, other) => sum + overlap(point, other), 0);
    return Math.exp(-gapBetween(point.distance, distance) / reach) / crowd;
  });
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

/**
 * Effective number of results at a distance: 1 for one, 2 for two of equal weight that are not
 * redundant.
 */
function countAt(distance: number, points: readonly LevelPoint[], reach: number): number {
  const weights = weightsAt(distance, points, reach);
  const shared = points.reduce((sum, a, i) =>
    sum + points.reduce(
      (inner, b, j) => inner + (weights[i] ?? 0) * (weights[j] ?? 0) * overlap(a, b),
      0,
    ), 0);
  return 1 / shared;
}

/** How much results contradict each other at a distance; 0 for one. See `EndsOf`. */
function disagreementAt(distance: number, points: readonly LevelPoint[], reach: number): number {
  const weights = weightsAt(distance, points, reach);
  const weigh = (value: (point: LevelPoint) => number) =>
    points.reduce((sum, point, at) => sum + (weights[at] ?? 0) * value(point), 0);
  const mean = weigh(({ level }) => level);
  return weigh(({ level }) => Math.abs(level - mean));
}

/** The weighted level at each distance that has a result. Short to long, one a distance. */
function smoothLevels(points: readonly LevelPoint[], reach: number): LevelPoint[] {
  const distances = [...new Set(points.map(({ distance }) => distance))].sort((a, b) => a - b);
  return distances.map((distance) => {
    const weights = weightsAt(distance, points, reach);
    const level = points.reduce((sum, point, at) => sum + point.level * (weights[at] ?? 0), 0);
    return { distance, level };
  });
}

/**
 * The level at any distance: linear in ln distance between those with results, constant beyond
 * them.
 */
function levelAt(distance: number, levels: readonly LevelPoint[]): number {
  const after = levels.findIndex((point) => point.distance >= distance);
  const right = levels[after === -1 ? levels.length - 1 : after] as LevelPoint;
  const left = levels[after - 1];
  if (left === undefined || after === -1) return right.level;
  const share = gapBetween(distance, left.distance) / gapBetween(right.distance, left.distance);
  return left.level + share * (right.level - left.level);
}

/**
 * The pace over a distance, s/m. Between distances with results its logarithm is linear from knot
 * to knot; from the first result on it is never faster than over a shorter distance.
 */
function paceOf(
  curve: Curve,
  levels: readonly LevelPoint[],
  { distance, runner }: { distance: number; runner: Runner },
): number {
  const paceAt = (at: number) =>
    timeOfLevel(curve, levelAt(at, levels), { distance: at, runner }) / at;
  const [first, last] = [levels[0]?.distance ?? 0, levels.at(-1)?.distance ?? 0];
  if (first === last || distance <= first) return paceAt(distance);
  const turns = [...levels, ...curve.knots].map((point) => point.distance)
    .filter((at) => at >= first && at <= last).sort((a, b) => a - b);
  const before = turns.filter((at) => at <= distance);
  const [left, right] = [before.at(-1) ?? first, turns[before.length]];
  const slowest = Math.max(...before.map(paceAt));
  if (right === undefined) return Math.max(slowest, paceAt(distance));
  const share = gapBetween(distance, left) / gapBetween(right, left);
  return Math.max(slowest, paceAt(left) ** (1 - share) * paceAt(right) ** share);
}

/** The middle and the 5 % and 95 % ends for given coefficients, before they are limited. */
export interface RawPrediction {
  time: number;
  fastest: number;
  slowest: number;
  /** At the distance. */
  level: number;
  /** What the width of the interval depends on. */
  of: EndsOf;
}

/**
 * Predicts with any coefficients, as the fit of `bench:predictions` needs.
 *
 * @param efforts At least one; m, s. @param distance Meters. @returns Seconds.
 */
export function predictWith(
  coefficients: Coefficients,
  efforts: readonly Effort[],
  { distance, runner }: { distance: number; runner: Runner },
): RawPrediction {
  const { curve, reach } = coefficients;
  const points = drawToBetter(efforts, coefficients, runner);
  const levels = smoothLevels(points, reach);
  const time = distance * paceOf(curve, levels, { distance, runner });
  const level = levelOfResult(curve, { distance, time }, runner);
  const nearest = Math.min(...points.map((point) => gapBetween(point.distance, distance)));
  const results = countAt(distance, points, reach);
  const { lowest, highest } = curve.levels;
  const held = Math.min(highest, Math.max(lowest, level));
  const disagreement = disagreementAt(distance, points, reach);
  const of: EndsOf = { distance, level: held, nearest, results, disagreement, runner };
  const ends = intervalOf(coefficients.ends, of);
  return { time, fastest: time * ends.fastest, slowest: time * ends.slowest, level, of };
}

/** How much wider an interval becomes far outside the sample. MyPacer's own. */
const FAR_WIDER = 1.3;
/** How far that is, in ln distance and in levels: up to there the width grows continuously. */
const FAR = { distance: 0.2, level: 0.15 } as const;
/** Largest difference of two spellings of one distance, in ln. */
const SAME = 1e-3;

/** Distance of a value from the range between two limits; 0 inside. */
const outside = (value: number, low: number, high: number) =>
  Math.max(0, low - value, value - high);

/** How far a prediction is outside the sample, and why; `far` from 0 to 1. */
function beyondSample(
  { distance, level }: LevelPoint,
  results: readonly Effort[],
  { lowest, highest }: LevelLimits,
): { extended: ExtendedReason | null; far: number } {
  const [shortest, longest] = [Math.log(FITTED.shortest), Math.log(FITTED.longest)];
  const distanceBeyond = Math.max(
    outside(Math.log(distance), shortest, longest),
    Math.min(...results.map((result) => outside(Math.log(result.distance), shortest, longest))),
  );
  const levelBeyond = outside(level, lowest, highest);
  const far = Math.min(1, Math.max(distanceBeyond / FAR.distance, levelBeyond / FAR.level));
  if (distanceBeyond > SAME) return { extended: "distance-out-of-range", far };
  if (levelBeyond === 0) return { extended: null, far };
  return { extended: level < lowest ? "effort-too-short" : "effort-too-long", far };
}

/**
 * Predicts a time from results.
 *
 * @param results One or more: m, s. Those shorter than 2 min or humanly impossible are left out.
 * @param distance Meters, above 0.
 * @param runner Sex and age (years), where known, refine the middle and the ends.
 * @returns Seconds: half of the races are faster than `time`, one in twenty faster than `fastest`,
 *   one in twenty slower than `slowest`; `extended` beyond 5 km to the marathon and beyond the
 *   levels of the sample. Not valid without a usable result, or where no human can run such a time.
 * @throws {RangeError} If a distance, a time or the age is not a finite number above 0.
 */
export function predictMyPacer(
  results: readonly Effort[],
  distance: number,
  { sex = null, age = null }: Runner = {},
): Estimate<TimeRange> {
  results.forEach(checkEffort);
  checkPositive(distance, "distance");
  if (age !== null) checkPositive(age, "age");
  const usable = results.filter((result) => whyNotPredictable(result, "the result") === null);
  if (usable.length === 0) return notValid("too-few-records", "no result lasts 2 min to a day");
  const coefficients = sex === null ? WITHOUT_SEX : WITH_SEX;
  const raw = predictWith(coefficients, usable, { distance, runner: { sex, age } });
  const point = { distance, level: raw.level };
  const { extended, far } = beyondSample(point, usable, coefficients.curve.levels);
  const wider = 1 + (FAR_WIDER - 1) * far;
  // Results near the world's best over one distance may lead beyond it over another.
  const best = worldBestTime(distance);
  return clampToHumanTimes(distance, {
    time: Math.max(best, raw.time),
    fastest: Math.max(best, raw.time * (raw.fastest / raw.time) ** wider),
    slowest: Math.max(best, raw.time * (raw.slowest / raw.time) ** wider),
    extended,
  });
}
