/** The pace curve of a plan: how far the pace is from its mean at some points of the race. */
import { meanPaceOf, type PacePoint } from "@mypacer/shared/domain/table/pace_profile.ts";

/**
 * Points of a curve, from the start to the finish; half way is one of them. As many as fingers can
 * tell apart on a phone.
 */
export const CURVE_POINTS = 7;
/** How far a point may be from the mean pace, per cent: a marathon in 3h30 from 4'00 to 6'00. */
export const CURVE_LIMIT = 20;

/** Distances of the points from the mean pace, per cent; above 0 is slower. */
export type Curve = readonly number[];

/** An even race. */
export const EVEN: Curve = Array(CURVE_POINTS).fill(0);

/** Share of the race at a point. */
export const shareAt = (index: number) => index / (CURVE_POINTS - 1);

/** To the hundredth of a per cent, without a minus before 0. */
const rounded = (percent: number) => Math.round(percent * 100) / 100 + 0;

/** The curve of a rule. @param percentAt Per cent from the mean pace after a share of the race. */
export function curveFrom(percentAt: (share: number) => number): Curve {
  return EVEN.map((_, index) => rounded(percentAt(shareAt(index))));
}

/** The points of a curve as the domain takes them, in per cent of one pace. */
export function profileOf(curve: Curve): PacePoint[] {
  return curve.map((percent, index) => ({ share: shareAt(index), pace: 100 + percent }));
}

/** The curve of a profile: its distances from its own mean pace. */
export function curveOfProfile(points: readonly PacePoint[]): Curve {
  const mean = meanPaceOf(points);
  return points.map(({ pace }) => rounded((pace / mean - 1) * 100));
}

/** What the height of the picture may show, per cent from the mean on either side. */
const RANGES = [5, 10, CURVE_LIMIT] as const;
/** Share of the height that a curve may take before a higher range is shown. */
const ROOM = 0.9;

/** How far the picture of a curve reaches from the mean pace, per cent. */
export function rangeOf(curve: Curve): number {
  const most = Math.max(...curve.map(Math.abs));
  return RANGES.find((range) => most <= range * ROOM) ?? CURVE_LIMIT;
}
