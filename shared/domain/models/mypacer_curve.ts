/**
 * The runner's curve of the MyPacer model: from a result to a level, and from a level to a time
 * over any distance.
 *
 * A level z is how much longer, on a logarithmic scale, a runner takes over 10 km than 40 min. Over
 * a distance D, ln(T/40 min) = z + m(D) + l(D)·c(z) + w(D) for women + d(D)·decades of age, where
 * c(z) is the level limited to the range of the sample, and m, l, w, d are linear between knots in
 * ln D. So each pair of knots has its own exponent, larger for slower runners. The figures are in
 * `mypacer_coefficients.ts`.
 */
import type { Effort } from "../measure/estimate.ts";

/** Figures of one distance, as differences of ln time to those of 10 km. */
export interface Knot {
  /** Meters. */
  distance: number;
  /** For a runner of 40 min over 10 km: ln of the ratio to the time over 10 km. */
  middle: number;
  /** Added for each unit of level. */
  level: number;
  /** Added for women; 0 where the sex is unknown. */
  women: number;
  /** Added for each ten years above `MIDDLE_AGE`. */
  decade: number;
}

/** The lowest (fast) and the highest (slow) level with enough runners in the sample. */
export interface LevelLimits {
  lowest: number;
  highest: number;
}

/** A family of runners' curves. */
export interface Curve {
  /** Short to long. */
  knots: readonly Knot[];
  levels: LevelLimits;
}

/** Sex and age of a runner, as far as they are known. */
export interface Runner {
  sex?: "F" | "M" | null;
  /** Years. */
  age?: number | null;
}

/** Time over 10 km of level 0, s. */
const LEVEL_ZERO = 2400;
/** The median age of the sample, years. */
const MIDDLE_AGE = 41;
/** Ages are limited to this range: few runners of the sample are outside. */
const AGES = { youngest: 20, oldest: 65 } as const;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * ln of the time over that of 10 km is `fixed + slope·c(z)`; beyond the outer knots it continues as
 * between the last two.
 */
function lineAt({ knots }: Curve, distance: number, { sex = null, age = null }: Runner) {
  const after = knots.findIndex((knot) => knot.distance >= distance);
  const upper = clamp(after === -1 ? knots.length - 1 : after, 1, knots.length - 1);
  const [left, right] = [knots[upper - 1] as Knot, knots[upper] as Knot];
  const share = Math.log(distance / left.distance) / Math.log(right.distance / left.distance);
  const read = (column: Exclude<keyof Knot, "distance">) =>
    left[column] + share * (right[column] - left[column]);
  const decades = age === null ? 0 : (clamp(age, AGES.youngest, AGES.oldest) - MIDDLE_AGE) / 10;
  return {
    fixed: read("middle") + (sex === "F" ? read("women") : 0) + decades * read("decade"),
    slope: read("level"),
  };
}

/**
 * The time of a level over a distance.
 *
 * @param distance Meters, above 0.
 * @returns Seconds.
 */
export function timeOfLevel(
  curve: Curve,
  level: number,
  { distance, runner }: { distance: number; runner: Runner },
): number {
  const { fixed, slope } = lineAt(curve, distance, runner);
  const { lowest, highest } = curve.levels;
  return LEVEL_ZERO * Math.exp(level + fixed + slope * clamp(level, lowest, highest));
}

/** The level of a result: `timeOfLevel` solved for it. @param result Distance in m, time in s. */
export function levelOfResult(curve: Curve, { distance, time }: Effort, runner: Runner): number {
  const { fixed, slope } = lineAt(curve, distance, runner);
  const { lowest, highest } = curve.levels;
  const rest = Math.log(time / LEVEL_ZERO) - fixed;
  const inside = rest / (1 + slope);
  return inside === clamp(inside, lowest, highest)
    ? inside
    : rest - slope * clamp(inside, lowest, highest);
}
