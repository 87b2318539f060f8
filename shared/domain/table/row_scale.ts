/** What the rows of a pace table count. */
import {
  type LengthUnit,
  type Pace,
  paceFrom,
  paceIn,
  paceOver,
  paceToSpeed,
  speedFrom,
  speedIn,
  speedToPace,
  timeOver,
} from "../measure/pace.ts";

/**
 * Rows by pace (seconds per kilometer, or per mile), by speed (km/h or mph, as a treadmill shows
 * it) or by the time (s) over one distance (`over`, m), for a runner with a goal. From one row to
 * the next the value changes by the same step, the pace need not.
 */
export type RowScale =
  /** Per kilometer by default. */
  | { by: "pace" | "speed"; per?: LengthUnit }
  | { by: "time"; over: number };

/** Rows by pace: the default of a table. */
export const BY_PACE: RowScale = { by: "pace" };

/**
 * Pace of a row.
 *
 * @param value Value of the row in the unit of its scale, above 0.
 * @returns s/km, unrounded.
 * @throws {RangeError} If the value is not a finite number above 0.
 */
export function paceOfRow(scale: RowScale, value: number): Pace {
  switch (scale.by) {
    case "pace":
      return paceFrom(value, scale.per ?? "km");
    case "speed":
      return speedToPace(speedFrom(value, scale.per ?? "km"));
    case "time":
      return paceOver(scale.over, value);
  }
}

/**
 * The value of a pace on a scale.
 *
 * @param pace s/km, above 0.
 * @returns Value in the unit of the scale, unrounded.
 * @throws {RangeError} If the pace is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rowValue } from "./row_scale.ts";
 * assertEquals(rowValue({ by: "speed" }, 240), 15);
 * assertEquals(rowValue({ by: "pace", per: "mi" }, 250), 402.336);
 * assertEquals(rowValue({ by: "time", over: 10_000 }, 240), 2400);
 * ```
 */
export function rowValue(scale: RowScale, pace: Pace): number {
  switch (scale.by) {
    case "pace":
      return paceIn(pace, scale.per ?? "km");
    case "speed":
      return speedIn(paceToSpeed(pace), scale.per ?? "km");
    case "time":
      return timeOver(pace, scale.over);
  }
}

/**
 * How much faster a value is than another, in the unit of the scale: speeds rise, paces and times
 * fall.
 */
export function fasterBy(scale: RowScale, value: number, than: number): number {
  return scale.by === "speed" ? value - than : than - value;
}
