import { draw, drawNormal } from "../chance/draw.ts";
import type { Sex } from "../names/given_names.ts";

/** What a person can do. Speeds over all distances follow from it, so that records fit together. */
export type Runner = {
  sex: Sex;
  birthYear: number;
  /** Speed at the best age over middle distances, as a share of the world's best: 0.4 to 0.96. */
  quality: number;
  /** Endurance: above 0, the share grows with the distance; below, the person is a sprinter. */
  endurance: number;
};

/**
 * World's best level by distance in meters: seconds for men and women, rounded. Only the shape of
 * the curve matters here, not whose records these are. Written down from general knowledge, 2026.
 */
const STANDARDS: readonly [distance: number, men: number, women: number][] = [
  [50, 5.56, 5.96],
  [60, 6.34, 6.92],
  [100, 9.6, 10.5],
  [150, 14.4, 16.1],
  [200, 19.2, 21.4],
  [300, 30.7, 34.6],
  [400, 43.1, 47.7],
  [600, 72.9, 81.8],
  [800, 101, 113.3],
  [1000, 132, 149],
  [1500, 206, 229],
  [2000, 283, 321],
  [3000, 438, 486],
  [5000, 756, 835],
  [10_000, 1572, 1735],
  [15_000, 2420, 2660],
  [21_097.5, 3450, 3770],
  [30_000, 5060, 5510],
  [42_195, 7230, 7800],
  [100_000, 21_900, 23_600],
];

/** Share of the speed at the best age that is left at an age; straight lines in between. */
const AGES: readonly [age: number, share: number][] = [
  [4, 0.42],
  [7, 0.58],
  [10, 0.7],
  [13, 0.83],
  [16, 0.94],
  [19, 0.985],
  [22, 1],
  [32, 1],
  [40, 0.965],
  [50, 0.89],
  [60, 0.81],
  [70, 0.715],
  [80, 0.58],
  [90, 0.4],
];

/** Distance at which a runner's share of the world's best is their quality, in meters. */
const PIVOT = 2000;
/** Highest share of the world's best: nobody invented beats it. */
const CEILING = 0.97;
/** Mean and deviation of quality: at their best, two men of three run 10 km in 35 to 45 minutes. */
const MEAN_QUALITY = 0.66;
const QUALITY_SPREAD = 0.085;
/** Deviation of endurance: by `drawSpecialty()` a fifth are sprinters, half run long distances. */
const ENDURANCE_SPREAD = 0.022;

/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  quality: 301,
  endurance: 302,
} as const;

/** Straight line between the points around x; beyond the ends, the outermost ones hold. */
function between(points: readonly (readonly [number, number])[], x: number): number {
  const above = points.findIndex(([at]) => at >= x);
  const [x1, y1] = points[above === -1 ? points.length - 1 : above] ?? [0, 0];
  const [x0, y0] = points[above - 1] ?? [x1, y1];
  return x1 === x0 || above === -1 ? y1 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

/** World's best by logarithms, in which it is nearly straight. */
const CURVES: Record<Sex, [number, number][]> = {
  M: STANDARDS.map(([distance, men]) => [Math.log(distance), Math.log(men)]),
  F: STANDARDS.map(([distance, , women]) => [Math.log(distance), Math.log(women)]),
};

/** World's best levels already computed: races are over a few dozen distances. */
const TIMES: Record<Sex, Map<number, number>> = { M: new Map(), F: new Map() };

/** World's best level over a distance, in seconds. @param distance Meters, from 50 to 100,000. */
export function standardTime(distance: number, sex: Sex): number {
  const cached = TIMES[sex].get(distance);
  if (cached !== undefined) return cached;
  const time = Math.exp(between(CURVES[sex], Math.log(distance)));
  TIMES[sex].set(distance, time);
  return time;
}

/** Oldest age that a share is kept for: beyond any. */
const OLDEST = 130;
/** {@link AGES} by whole years. */
const SHARES = Float64Array.from({ length: OLDEST + 1 }, (_, age) => between(AGES, age));

/** Share of the speed at the best age that is left at an age in whole years. */
export function ageShare(age: number): number {
  return SHARES[Math.max(0, Math.min(OLDEST, age))] ?? 0;
}

/** Draws what a person can do. */
export function drawRunner(
  key: number,
  { sex, birthYear }: { sex: Sex; birthYear: number },
): Runner {
  const quality = MEAN_QUALITY + QUALITY_SPREAD * drawNormal(key, PURPOSE.quality);
  return {
    sex,
    birthYear,
    quality: Math.max(0.4, Math.min(0.96, quality)),
    endurance: ENDURANCE_SPREAD * drawNormal(key, PURPOSE.endurance),
  };
}

/** A runner's speed over a distance at the best age, as a share of the world's best. */
export function shareOfBestOver(distance: number, { quality, endurance }: Runner): number {
  return Math.min(CEILING, quality * (distance / PIVOT) ** endurance);
}

/**
 * What a runner runs over a distance on a good day.
 *
 * @param distance Meters.
 * @param age Years.
 * @returns Seconds.
 */
export function expectedTime(runner: Runner, distance: number, age: number): number {
  return standardTime(distance, runner.sex) / (shareOfBestOver(distance, runner) * ageShare(age));
}

/** How much a single race falls short of a good day: 1 to 1 + `most`. */
export function dayShortfall(key: number, purpose: number, most: number): number {
  return 1 + most * draw(key, purpose);
}
