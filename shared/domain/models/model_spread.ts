/** Adds the ends of `classic_spread.ts` to a model's figure. */
import type { Estimate, ExtendedReason, TimeRange } from "../measure/estimate.ts";
import { clampToHumanTimes } from "./human_limits.ts";

/** How much wider an interval becomes where the model is extrapolated. */
const EXTENDED = 1.5;

/**
 * A model's figure with its ends, limited to what a human can run.
 *
 * @param distance Meters.
 * @param figure The time, s; its ends, as ratios to it; whether it is extrapolated.
 */
export function withSpread(
  distance: number,
  { time, ends: { fastest, slowest }, extended }: {
    time: number;
    ends: { fastest: number; slowest: number };
    extended: ExtendedReason | null;
  },
): Estimate<TimeRange> {
  const wider = extended === null ? 1 : EXTENDED;
  return clampToHumanTimes(distance, {
    time,
    fastest: time * (1 - wider * (1 - fastest)),
    slowest: time * (1 + wider * (slowest - 1)),
    extended,
  });
}
