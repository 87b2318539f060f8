/** A model's figure with the ends that go with it; what these are: `classic_spread.ts`. */
import type { Estimate, ExtendedReason, TimeRange } from "../measure/estimate.ts";
import { clampToHumanTimes } from "./human_limits.ts";

/** How much wider an interval gets where the model is carried beyond what it was made for. */
const EXTENDED = 1.5;

/**
 * A model's figure with its ends, held to what is human.
 *
 * @param distance Meters.
 * @param figure The time, s; its ends, as ratios to it; whether it lies beyond what the model was
 *   made for.
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
