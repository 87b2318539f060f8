/**
 * Width of the range of nine races in ten in the MyPacer model: narrow below the middle, wide
 * above.
 */
import type { Runner } from "./mypacer_curve.ts";
import { HALF_MARATHON } from "../measure/official_lengths.ts";

/** One end: ln of its distance from the middle, as a sum. */
export interface End {
  /** Over a half marathon from one result, level 0. */
  base: number;
  /** For each e-fold of the distance beyond a half marathon. */
  distance: number;
  /** For each e-fold between the distance and the nearest result. */
  gap: number;
  /**
   * For each unit of level and each e-fold of the distance beyond 10 km: slow runners fade less
   * uniformly.
   */
  level: number;
  women: number;
  /** For each result beyond the first; see `countAt` of the model. */
  results: number;
  /** Factor of the disagreement of the results, which is added to everything else; 0 or more. */
  disagreement: number;
}

/** Both ends. */
export interface Ends {
  fastest: End;
  slowest: End;
}

/** Everything that the width depends on. */
export interface EndsOf {
  /** Meters. */
  distance: number;
  /** Limited to those of the sample. */
  level: number;
  /** ln of the distance over that of the nearest result, without its sign. */
  nearest: number;
  /** Effective number of results; 1 or more. */
  results: number;
  /** Weighted mean distance of the levels of the results from their mean. */
  disagreement: number;
  runner: Runner;
}

/**
 * Distances between which the width grows as it does from half to marathon, m. Below 10 km it is
 * constant.
 */
const WIDENING = { from: 10_000, to: 100_000 } as const;
/**
 * The share of the width that remains over the distance of a result: two races are never the same.
 */
const SAME_DISTANCE = 0.35;
/**
 * The gap in ln distance over which the width returns. The sample shows neither of the two:
 * MyPacer's own.
 */
const SOON = 0.2;
/** Largest distance of an end, in ln of the time: the widest of real runners is 0.2. */
const FARTHEST = { fastest: 0.2, slowest: 0.3 } as const;

/**
 * Nearness of a distance to one with a result: 1 there, e times less for each `SOON` in ln
 * distance.
 */
export const nearness = (gap: number) => Math.exp(-gap / SOON);

/**
 * The share of its width that an interval has near a distance with a result.
 *
 * @param gap ln of one distance over the other, without its sign.
 */
export function shareOfWidth(gap: number): number {
  return 1 - (1 - SAME_DISTANCE) * nearness(gap);
}

function lengthOf(end: End, of: EndsOf): number {
  const { distance, level, nearest, results, disagreement, runner } = of;
  const held = Math.min(WIDENING.to, Math.max(WIDENING.from, distance));
  const width = Math.exp(
    end.base + end.distance * Math.log(held / HALF_MARATHON) + end.gap * nearest +
      end.level * level * Math.log(held / WIDENING.from) +
      (runner.sex === "F" ? end.women : 0) + end.results * (results - 1),
  );
  return width * shareOfWidth(nearest) + end.disagreement * disagreement;
}

/** The ends as ratios to the middle: below 1 and above 1. */
export function intervalOf(ends: Ends, of: EndsOf): { fastest: number; slowest: number } {
  return {
    fastest: Math.exp(-Math.min(FARTHEST.fastest, lengthOf(ends.fastest, of))),
    slowest: Math.exp(Math.min(FARTHEST.slowest, lengthOf(ends.slowest, of))),
  };
}
