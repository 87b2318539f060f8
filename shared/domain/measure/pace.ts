/** Pace and speed: conversions, and how both are read and written. */
import { MILE } from "./official_lengths.ts";
import { formatSeconds, type Notation } from "./time.ts";

/** Running pace, in seconds per kilometer (s/km). Lower is faster. */
export type Pace = number;
/** Running speed, in kilometers per hour (km/h). */
export type Speed = number;

/** Units of length of a pace or a speed: the kilometer, by default, or the international mile. */
export const LENGTH_UNITS = ["km", "mi"] as const;
/** A unit of {@link LENGTH_UNITS}. */
export type LengthUnit = typeof LENGTH_UNITS[number];

const UNIT_KILOMETERS = { km: 1, mi: MILE / 1000 } as const;

function checkPositive(value: number, action: string): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`Cannot ${action} ${value}: must be > 0`);
  }
}

/**
 * Converts a pace to the speed that holds it.
 *
 * @param pace Pace in s/km, above 0.
 * @returns Speed in km/h, unrounded.
 * @throws {RangeError} If the pace is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { paceToSpeed } from "./pace.ts";
 * assertEquals(paceToSpeed(240), 15);
 * ```
 */
export function paceToSpeed(pace: Pace): Speed {
  checkPositive(pace, "convert pace to speed:");
  return 3600 / pace;
}

/**
 * Converts a speed to the pace that goes with it.
 *
 * @param speed Speed in km/h, above 0.
 * @returns Pace in s/km, unrounded.
 * @throws {RangeError} If the speed is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { speedToPace } from "./pace.ts";
 * assertEquals(speedToPace(15), 240);
 * ```
 */
export function speedToPace(speed: Speed): Pace {
  checkPositive(speed, "convert speed to pace:");
  return 3600 / speed;
}

/**
 * Time a pace takes over a distance.
 *
 * @param pace Pace in s/km, above 0.
 * @param distance Length in meters, above 0.
 * @returns Seconds, unrounded.
 * @throws {RangeError} If either is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { timeOver } from "./pace.ts";
 * assertEquals(timeOver(240, 400), 96);
 * ```
 */
export function timeOver(pace: Pace, distance: number): number {
  checkPositive(pace, "run at pace");
  checkPositive(distance, "run over distance");
  return pace * distance / 1000;
}

/**
 * Distance a pace covers in a time.
 *
 * @param pace Pace in s/km, above 0.
 * @param seconds Time in seconds, above 0.
 * @returns Meters, unrounded.
 * @throws {RangeError} If either is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { distanceIn } from "./pace.ts";
 * assertEquals(distanceIn(240, 30), 125);
 * ```
 */
export function distanceIn(pace: Pace, seconds: number): number {
  checkPositive(pace, "run at pace");
  checkPositive(seconds, "run for");
  return seconds * 1000 / pace;
}

/**
 * Pace that covers a distance in a time.
 *
 * @param distance Length in meters, above 0.
 * @param seconds Time in seconds, above 0.
 * @returns Pace in s/km, unrounded.
 * @throws {RangeError} If either is not a finite number above 0.
 */
export function paceOver(distance: number, seconds: number): Pace {
  checkPositive(distance, "tell the pace over distance");
  checkPositive(seconds, "tell the pace of time");
  return seconds * 1000 / distance;
}

/**
 * Share of the maximal aerobic speed (VMA) a pace asks for.
 *
 * @param pace Pace in s/km, above 0.
 * @param vma Maximal aerobic speed in km/h, above 0.
 * @returns Share, unrounded: 1 is the VMA itself.
 * @throws {RangeError} If either is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shareOfVma } from "./pace.ts";
 * assertEquals(shareOfVma(300, 16), 0.75);
 * ```
 */
export function shareOfVma(pace: Pace, vma: Speed): number {
  checkPositive(vma, "tell the share of VMA");
  return paceToSpeed(pace) / vma;
}

/**
 * Pace at a share of the maximal aerobic speed (VMA): the inverse of {@link shareOfVma}.
 *
 * @param vma Maximal aerobic speed in km/h, above 0.
 * @param share Share, above 0: 1 is the VMA itself.
 * @returns Pace in s/km, unrounded.
 * @throws {RangeError} If either is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { paceAtShare } from "./pace.ts";
 * assertEquals(paceAtShare(16, 0.75), 300);
 * ```
 */
export function paceAtShare(vma: Speed, share: number): Pace {
  checkPositive(vma, "run at a share of VMA");
  checkPositive(share, "run at share");
  return speedToPace(vma * share);
}

/**
 * Pace per unit of length.
 *
 * @param pace Pace in s/km.
 * @returns Seconds per kilometer or per mile, unrounded.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { paceIn } from "./pace.ts";
 * assertEquals(paceIn(250, "mi"), 402.336);
 * ```
 */
export function paceIn(pace: Pace, unit: LengthUnit): number {
  return pace * UNIT_KILOMETERS[unit];
}

/**
 * Speed in units of length per hour.
 *
 * @param speed Speed in km/h.
 * @returns Kilometers or miles per hour, unrounded.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { speedIn } from "./pace.ts";
 * assertEquals(speedIn(16.09344, "mi"), 10);
 * ```
 */
export function speedIn(speed: Speed, unit: LengthUnit): number {
  return speed / UNIT_KILOMETERS[unit];
}

/** The inverse of {@link paceIn}: a pace in s/km from seconds per unit of length. */
export function paceFrom(seconds: number, unit: LengthUnit): Pace {
  return seconds / UNIT_KILOMETERS[unit];
}

/** The inverse of {@link speedIn}: a speed in km/h from units of length per hour. */
export function speedFrom(perHour: number, unit: LengthUnit): Speed {
  return perHour * UNIT_KILOMETERS[unit];
}

/** How {@link formatPace} writes. */
export interface PaceFormat {
  /** `french` unless given. */
  notation?: Notation;
  /** Per kilometer by default. */
  unit?: LengthUnit;
  /** Whole seconds by default. */
  precision?: "seconds" | "tenths" | "hundredths";
}

/**
 * Writes a pace, without its unit: `4'30"`, `4:30`.
 *
 * Per mile it is converted from the exact pace and rounded once: 275 s/km is `7'23"` per mile.
 *
 * @param pace Pace in s/km, above 0.
 * @throws {RangeError} If the pace is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatPace } from "./pace.ts";
 * assertEquals(formatPace(270), `4'30"`);
 * assertEquals(formatPace(299.6, { notation: "english" }), "5:00");
 * assertEquals(formatPace(275, { unit: "mi", precision: "hundredths" }), `7'22"57`);
 * ```
 */
export function formatPace(pace: Pace, format: PaceFormat = {}): string {
  checkPositive(pace, "format pace");
  const { notation = "french", unit = "km", precision = "seconds" } = format;
  return formatSeconds(paceIn(pace, unit), { notation, precision });
}

/** Unit of a speed as it is written: `km/h`, `mph`, in French `mi/h`. */
export function speedUnit(unit: LengthUnit, notation: Notation): string {
  return unit === "km" ? "km/h" : notation === "english" ? "mph" : "mi/h";
}
