/** Where a pace curve is drawn: on the server, and again in the browser while it is dragged. */
import { formatPace, type LengthUnit, type Pace } from "@mypacer/shared/domain/measure/pace.ts";
import { type Curve, shareAt } from "./curve.ts";

/**
 * The plot within its picture, per cent of its width and height, so that it takes any width without
 * scripts.
 */
export const PLOT = { left: 9, width: 82, top: 18, height: 60 } as const;

/** What the figures of a curve are written in. */
export interface CurveScale {
  /** Mean pace of the plan, s/km. */
  mean: Pace;
  unit: LengthUnit;
  notation: "french" | "english";
  /** How far the picture reaches from the mean pace, per cent. */
  range: number;
}

/** Height within the plot, per cent from its top: fast is high. */
const heightOf = (percent: number, range: number) => 50 + 50 * percent / range;

/** A length of the picture in per cent, as an attribute. */
const percentText = (value: number) => `${Number(value.toFixed(2))}%`;

/** Where a share of the race is in the picture, from its left. */
export const xOf = (share: number) => percentText(PLOT.left + PLOT.width * share);

/** Where a pace is in the picture, from its top. @param percent Per cent from the mean pace. */
export const yOf = (percent: number, range: number) =>
  percentText(PLOT.top + PLOT.height * heightOf(percent, range) / 100);

/** Per cent from the mean pace at a height of the picture. @param y Share of the whole height. */
export const percentAt = (y: number, range: number) =>
  ((y * 100 - PLOT.top) / PLOT.height * 2 - 1) * range;

/**
 * The line through points, in a square of 100 units that is stretched over the plot.
 *
 * @param step Draws each half at its pace: the line falls or rises at half way.
 */
export function lineOf(curve: Curve, range: number, { step = false } = {}): string {
  const y = (percent: number) => Number(heightOf(percent, range).toFixed(2));
  if (step) return `M0 ${y(curve[0] ?? 0)}H50V${y(curve.at(-1) ?? 0)}H100`;
  return curve.map((percent, index) =>
    `${index === 0 ? "M" : "L"}${Number((100 * shareAt(index)).toFixed(2))} ${y(percent)}`
  ).join("");
}

/** The pace at a point as it is written: `4'37"`. */
export function curvePace(percent: number, { mean, unit, notation }: CurveScale): string {
  return formatPace(mean * (1 + percent / 100), { notation, unit });
}
