/**
 * How far real results lie from the prediction of a classic model: the ends of its range, since the
 * formulas have none of their own.
 */
import { HALF_MARATHON } from "../measure/official_lengths.ts";
import { CLASSIC_SPREADS, type SpreadEnd, type SpreadModel } from "./classic_spread_figures.ts";
import { nearness, shareOfWidth } from "./mypacer_interval.ts";

/** Largest distance of an end, in ln of the time: nothing was measured beyond. */
const FARTHEST = { below: 0.14, above: 0.28 } as const;
/** Smallest distance of an end, in ln of the time: each stays on its own side of the figure. */
const NEAREST = 0.01;

/**
 * The ends of nine races in ten, as ratios to a model's time. Between a result and a longer
 * distance they are the 5 % and 95 % quantiles of actual over predicted time; towards a shorter one
 * they change sides, because the longer race is the one that may have faded. Over the same distance
 * they are narrow. The ratios change continuously with the distances.
 *
 * @param from Distance of the result that the model starts from, the nearest of several; m, above
 *   0.
 * @param to Distance that is predicted; m, above 0.
 * @returns `fastest` below 1, `slowest` above 1.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { classicSpread } from "./classic_spread.ts";
 * // Riegel's formula is too fast for most at the marathon: little room below its time, much above.
 * const { fastest, slowest } = classicSpread("riegel", 21_097.5, 42_195);
 * assert(fastest > 0.95 && slowest > 1.2);
 * ```
 */
export function classicSpread(
  model: SpreadModel,
  from: number,
  to: number,
): { fastest: number; slowest: number } {
  const gap = Math.abs(Math.log(to / from));
  const beyondHalf = Math.log(Math.max(from, to, HALF_MARATHON) / HALF_MARATHON);
  const lengthOf = ({ base, gap: perGap, beyondHalf: perBeyond }: SpreadEnd) =>
    base + perGap * gap + perBeyond * beyondHalf;
  const { below, above } = CLASSIC_SPREADS[model];
  const share = shareOfWidth(gap);
  const held = (length: number, most: number) => share * Math.min(most, Math.max(NEAREST, length));
  const down = held(-lengthOf(below), FARTHEST.below);
  const up = held(lengthOf(above), FARTHEST.above);
  const change = to >= from ? 0 : 1 - nearness(gap);
  return {
    fastest: Math.exp(-(down + change * (up - down))),
    slowest: Math.exp(up + change * (down - up)),
  };
}
