/** How far predictions lie from what was run. */
import type { Predicted } from "./models.ts";

/** A race and what a model said of it; null where it said nothing. */
export interface JudgedRace {
  /** Seconds. */
  actual: number;
  predicted: Predicted | null;
}

/**
 * The errors of one model over some races, in per cent of the time that was run; above 0 is too
 * slow.
 */
export interface Errors {
  /** Races. */
  n: number;
  /** Races without an answer. */
  none: number;
  /** Median error; null without any answer, as all below. */
  bias: number | null;
  /** Mean of the errors without their sign. */
  mae: number | null;
  /** Median of the errors without their sign. */
  median_abs: number | null;
  /** Nine of ten errors are no larger, without their sign. */
  within_90: number | null;
  /**
   * Share of the races that lie between the ends of the stated interval; null for a model that
   * states none.
   */
  coverage: number | null;
}

/** The quantile of values sorted from small to large, straight between neighbors; null of none. */
export function quantileOf(sorted: readonly number[], share: number): number | null {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) return null;
  return below + (at - Math.floor(at)) * (above - below);
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const percent = (value: number | null) => value === null ? null : Number((100 * value).toFixed(2));

/** The errors of a model. */
export function errorsOf(races: readonly JudgedRace[]): Errors {
  const answered = races.flatMap(({ actual, predicted }) =>
    predicted === null ? [] : [{ actual, ...predicted }]
  );
  const errors = answered.map(({ actual, time }) => time / actual - 1);
  const sizes = ascending(errors.map(Math.abs));
  const stated = answered.flatMap(({ actual, fastest, slowest }) =>
    fastest === null || slowest === null ? [] : [fastest <= actual && actual <= slowest]
  );
  return {
    n: races.length,
    none: races.length - answered.length,
    bias: percent(quantileOf(ascending(errors), 0.5)),
    mae: percent(sizes.length === 0 ? null : sizes.reduce((sum, e) => sum + e, 0) / sizes.length),
    median_abs: percent(quantileOf(sizes, 0.5)),
    within_90: percent(quantileOf(sizes, 0.9)),
    coverage: percent(stated.length === 0 ? null : stated.filter(Boolean).length / stated.length),
  };
}

/** Thirds of a field. */
export const THIRDS = ["fast", "middle", "slow"] as const;
export type Third = typeof THIRDS[number];

/**
 * The third that each of some times belongs to, ties in the order of the list.
 *
 * @param times Seconds.
 */
export function thirdsOf(times: readonly number[]): Third[] {
  const order = times.map((time, at) => ({ time, at })).sort((a, b) => a.time - b.time);
  const thirds = new Array<Third>(times.length).fill("fast");
  order.forEach(({ at }, rank) => {
    thirds[at] = THIRDS[Math.floor(3 * rank / times.length)] ?? "slow";
  });
  return thirds;
}
