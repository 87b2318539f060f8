/**
 * Split plans: passing times that meet the goal to the hundredth.
 *
 * Every passing time is computed from the exact goal and rounded once; a split is the difference of
 * two of them. So the splits add up to the goal and the last passing time is the goal, whatever the
 * distance. {@link roundSplits} rounds to whole seconds in the same way, so that those add up as
 * well.
 */
import { checkPositive } from "../measure/estimate.ts";
import { type PacePoint, timeShareOf } from "./pace_profile.ts";

/** The goal of a plan. */
export interface SplitGoal {
  /** Meters, above 0. */
  distance: number;
  /** Whole hundredths of a second, above 0. */
  time: number;
  /** Meters between two passing points; the last split is the remainder. */
  every: number;
}

/**
 * How the effort is spread: `even`; `halves`, an even pace in each half; `progressive`, a steady
 * speed-up; `profile`, the pace along the race as drawn. `percent` is the difference of the halves:
 * at 2 the first takes 1 % more than half of the time. Below 0 the second half is slower.
 */
export type SplitStrategy =
  | { kind: "even" }
  | { kind: "halves" | "progressive"; percent: number }
  | { kind: "profile"; points: readonly PacePoint[] };

/** A passing point. */
export interface Split {
  /** Meters from the start. */
  distance: number;
  /** Length of the split, m. */
  length: number;
  /** Time for the split, whole hundredths. */
  split: number;
  /** Time from the start, whole hundredths. */
  cumulative: number;
}

/** Most passing points of a plan: a marathon every 100 m has 422. */
const MAX_SPLITS = 1000;
/**
 * Largest difference of the halves, per cent; nobody plans more, and at 200 one half would take no
 * time.
 */
const MAX_SPLIT_PERCENT = 50;

/** Shortest last split, m. A shorter rest is added to the split before. */
const SHORTEST_SPLIT = 1;

/** Share of the time spent after a share of the distance. */
function shareOfTime(strategy: SplitStrategy): (way: number) => number {
  if (strategy.kind === "even") return (way) => way;
  if (strategy.kind === "profile") return timeShareOf(strategy.points);
  const { kind, percent } = strategy;
  if (!Number.isFinite(percent) || Math.abs(percent) > MAX_SPLIT_PERCENT) {
    throw new RangeError(
      `Cannot plan halves ${percent} % apart: must be from -${MAX_SPLIT_PERCENT} to ${MAX_SPLIT_PERCENT}`,
    );
  }
  const p = percent / 100;
  if (kind === "progressive") return (way) => (1 + p) * way - p * way ** 2;
  const half = (1 + p / 2) / 2;
  return (way) => way <= 0.5 ? 2 * half * way : half + 2 * (1 - half) * (way - 0.5);
}

/**
 * Plans the splits of a race.
 *
 * @returns Passing points, near to far; the last is the finish, at exactly the goal.
 * @throws {RangeError} If a value is not above 0, the goal no whole number of hundredths, the
 *   difference of the halves beyond ±50 %, or the plan longer than 1,000 splits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { planSplits } from "./split_plan.ts";
 * const plan = planSplits({ distance: 42_195, time: 1_260_000, every: 5000 });
 * // 30 km of a marathon in 3h30'00" are passed at 2h29'18"41.
 * assertEquals(plan[5]?.cumulative, 895_841);
 * const { split, cumulative } = plan.at(-1) ?? {};
 * assertEquals([split, cumulative], [65_546, 1_260_000]);
 * ```
 */
export function planSplits(
  { distance, time, every }: SplitGoal,
  strategy: SplitStrategy = { kind: "even" },
): Split[] {
  checkPositive(distance, "distance");
  checkPositive(time, "time");
  checkPositive(every, "split length");
  if (!Number.isInteger(time)) {
    throw new RangeError(`Cannot plan for ${time} hundredths: must be a whole number`);
  }
  const count = Math.max(1, Math.ceil((distance - SHORTEST_SPLIT) / every));
  if (count > MAX_SPLITS) {
    throw new RangeError(`Cannot plan ${count} splits: must be at most ${MAX_SPLITS}`);
  }
  const share = shareOfTime(strategy);
  const splits: Split[] = [];
  let before = { distance: 0, cumulative: 0 };
  for (let number = 1; number <= count; number++) {
    const at = number === count ? distance : number * every;
    const cumulative = number === count ? time : Math.round(time * share(at / distance));
    splits.push({
      distance: at,
      length: at - before.distance,
      split: cumulative - before.cumulative,
      cumulative,
    });
    before = { distance: at, cumulative };
  }
  return splits;
}

/**
 * Rounds a plan for display: the passing times to whole units, halves up, and each split to the
 * difference of two of them.
 *
 * @param unit Hundredths in a unit: 100 for seconds.
 * @returns The same splits; the rounded ones add up to the rounded passing times.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { planSplits, roundSplits } from "./split_plan.ts";
 * // 1 km at 4'58"62 is passed at 4'59", 2 km at 9'57": the second kilometer is written 4'58".
 * const plan = planSplits({ distance: 42_195, time: 1_260_000, every: 1000 });
 * assertEquals(roundSplits(plan, 100).slice(0, 2).map(({ split }) => split), [29_900, 29_800]);
 * ```
 */
export function roundSplits(plan: readonly Split[], unit: number): Split[] {
  let before = 0;
  return plan.map((exact) => {
    const cumulative = Math.round(exact.cumulative / unit) * unit;
    const split = { ...exact, cumulative, split: cumulative - before };
    before = cumulative;
    return split;
  });
}

/**
 * Times of the two halves, whole hundredths; together the goal.
 *
 * @throws {RangeError} As {@link planSplits} does.
 */
export function planHalves(
  goal: Omit<SplitGoal, "every">,
  strategy: SplitStrategy = { kind: "even" },
): readonly [first: number, second: number] {
  const [first, second] = planSplits({ ...goal, every: goal.distance / 2 }, strategy);
  return [first?.split ?? 0, second?.split ?? 0];
}
