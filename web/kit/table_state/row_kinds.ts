import { MARATHON } from "@mypacer/shared/domain/measure/distance.ts";
import type { LengthUnit } from "@mypacer/shared/domain/measure/pace.ts";
import { PACE_LIMITS } from "@mypacer/shared/domain/table/pace_table.ts";
import { type RowScale, rowValue } from "@mypacer/shared/domain/table/row_scale.ts";

/** What the rows go by. */
export type RowKind = RowScale["by"];

/** All kinds, the usual one first. */
export const ROW_KINDS: readonly RowKind[] = ["pace", "speed", "time"];

/** First row, last row and what lies between two, in the unit of their scale. */
export interface RowRange {
  slowest: number;
  fastest: number;
  step: number;
}

/** Distance of rows by time, m, unless another is chosen. */
export const USUAL_GOAL = MARATHON;
/** Bounds of the table on a first visit: from an easy jog to a fast 1,500 m, about 40 rows. */
const USUAL_PACES: Record<LengthUnit, RowRange> = {
  km: { slowest: 390, fastest: 180, step: 5 },
  mi: { slowest: 630, fastest: 290, step: 10 },
};
/** A treadmill's speeds from a jog to an interval. */
const USUAL_SPEEDS: Record<LengthUnit, RowRange> = {
  km: { slowest: 8, fastest: 22, step: 0.5 },
  mi: { slowest: 5, fastest: 14, step: 0.5 },
};
/** Steps of times that people count in, s. */
const TIME_STEPS = [
  0.1,
  0.2,
  0.5,
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  300,
  600,
  900,
  1800,
  3600,
] as const;
/** Most rows by time on a first look. */
const TIME_ROWS = 45;

/** The scale of the rows of a state: kilometers unless a unit is given. */
export function scaleOf(
  { by, over, unit = "km" }: { by: RowKind; over: number; unit?: LengthUnit },
): RowScale {
  return by === "time" ? { by, over } : { by, per: unit };
}

/**
 * Rows of a first look: of times, those of the usual paces over the distance, by a step that people
 * count in.
 */
export function usualRange(scale: RowScale): RowRange {
  switch (scale.by) {
    case "pace":
      return USUAL_PACES[scale.per ?? "km"];
    case "speed":
      return USUAL_SPEEDS[scale.per ?? "km"];
    case "time": {
      const slowest = rowValue(scale, USUAL_PACES.km.slowest);
      const fastest = rowValue(scale, USUAL_PACES.km.fastest);
      const step = TIME_STEPS.find((step) => (slowest - fastest) / step < TIME_ROWS) ?? 7200;
      const whole = (count: number) => Math.round(count * step * 10) / 10;
      return {
        slowest: whole(Math.floor(slowest / step)),
        fastest: whole(Math.ceil(fastest / step)),
        step,
      };
    }
  }
}

/** Slowest and fastest pace by unit, s: round in either, and beyond what anybody walks or runs. */
const PACE_SPANS: Record<LengthUnit, { slowest: number; fastest: number }> = {
  km: PACE_LIMITS,
  mi: { slowest: 2880, fastest: 60 },
};

/** The slowest and the fastest value of a scale, and its smallest and largest step. */
export function rowLimits(scale: RowScale): RowRange & { largestStep: number } {
  if (scale.by === "time") {
    const slowest = rowValue(scale, PACE_LIMITS.slowest);
    const fastest = rowValue(scale, PACE_LIMITS.fastest);
    return { slowest, fastest, step: 0.1, largestStep: 7200 };
  }
  const { slowest, fastest } = PACE_SPANS[scale.per ?? "km"];
  return scale.by === "pace"
    ? { slowest, fastest, step: 0.5, largestStep: 600 }
    : { slowest: 3600 / slowest, fastest: 3600 / fastest, step: 0.1, largestStep: 10 };
}
