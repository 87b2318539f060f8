/** Pace and speed: conversions, and how both are read and written. */
import { MILE } from "./official_lengths.ts";
import { formatSeconds, type Notation } from "./time.ts";
import { plainTimeText, quoted, readTime } from "./time_text.ts";

/** Running pace, in seconds per kilometer (s/km). Lower is faster. */
export type Pace = number;
/** Running speed, in kilometers per hour (km/h). */
export type Speed = number;

/** Unit of length a pace or a speed is told by: kilometer or international mile. */
export type LengthUnit = "km" | "mi";

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

/** How {@link formatPace} writes. */
export interface PaceFormat {
  /** `french` unless given. */
  notation?: Notation;
  /** Per kilometer unless given. */
  unit?: LengthUnit;
  /** Whole seconds unless given. */
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
  return formatSeconds(pace * UNIT_KILOMETERS[unit], { notation, precision });
}

/**
 * Writes a speed with its unit, two decimals: `13,33 km/h`, `13.33 km/h`, `8.28 mph`.
 *
 * @param speed Speed in km/h, above 0.
 * @throws {RangeError} If the speed is not a finite number above 0.
 */
export function formatSpeed(
  speed: Speed,
  { notation = "french", unit = "km" }: Pick<PaceFormat, "notation" | "unit"> = {},
): string {
  checkPositive(speed, "format speed");
  const rounded = (Math.round(Number((speed / UNIT_KILOMETERS[unit] * 100).toPrecision(13))) / 100)
    .toFixed(2);
  const figure = notation === "english" ? rounded : rounded.replace(".", ",");
  return `${figure}\u00a0${unit === "km" ? "km/h" : notation === "english" ? "mph" : "mi/h"}`;
}

const SPEED = /^(\d{1,3})(?:[.,](\d{1,4}))? ?(km\/?h(?:eure)?|kph|mph|mi\/h)$/i;
const PER_MILE = /^(.*?) ?(?:\/|per|par) ?(?:mi|mile|miles)$/i;
const PER_KILOMETER = /^(.*?) ?(?:\/|per|par) ?(?:km|k)$/i;
const HINT = `write for example 4'30, 4:30, 4'30/km or 15 km/h`;

/**
 * Reads a pace or a speed as a visitor types it: `4'30`, `4'30"`, `4:30`, `270` (s), `4'30/km`, `7:15/mi`,
 * `15 km/h`, `15,5 km/h`, `9.3 mph`; straight or typographic quotes.
 *
 * @param text What was typed.
 * @returns Pace in s/km, above 0.
 * @throws {SyntaxError} If the text is not a pace, or could be several (`4.30`, `15`); the message says how
 *   to write it.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { parsePace } from "./pace.ts";
 * assertEquals(parsePace("4’30”"), 270);
 * assertEquals(parsePace("15 km/h"), 240);
 * assertThrows(() => parsePace("4.30"), SyntaxError, "4'30");
 * ```
 */
export function parsePace(text: string): Pace {
  const refuse = (reason: string) => new SyntaxError(`Cannot read pace ${quoted(text)}: ${reason}`);
  if (text.length > 60) throw refuse(HINT);
  const plain = plainTimeText(text).replace(/ ?\/ ?/g, "/");
  const positive = (pace: number) => {
    if (pace <= 0 || !Number.isFinite(pace)) throw refuse("must be above 0");
    return pace;
  };

  const speed = SPEED.exec(plain);
  if (speed) {
    const figure = Number(`${speed[1]}.${speed[2] ?? 0}`);
    const kilometers = /^m/i.test(speed[3] ?? "") ? UNIT_KILOMETERS.mi : UNIT_KILOMETERS.km;
    return positive(3600 / (figure * kilometers));
  }
  const perMile = PER_MILE.exec(plain);
  const figure = perMile?.[1] ?? PER_KILOMETER.exec(plain)?.[1] ?? plain;
  const time = readTime(
    figure
      // `4:30 min/km` says its minutes twice.
      .replace(/([:'].*?) ?min$/i, "$1")
      .replace(/(\d) ?(?:minutes?|min|mn)(?![a-z]) ?/i, "$1'")
      .replace(/(\d) ?(?:secondes?|seconds?|sec|s)$/i, '$1"'),
  );
  if (time === null || time.unit === "hours") throw refuse(HINT);
  const seconds = time.seconds + Number(`0.${time.fraction || 0}`);
  if (time.unit === "none" && time.decimal && seconds < 60) {
    const minutes = time.seconds;
    const written = time.fraction.padEnd(2, "0");
    throw refuse(
      `write ${minutes}'${written} for ${minutes} min ${written} s, or ${minutes} km/h for a speed`,
    );
  }
  if (time.unit === "none" && seconds < 60) {
    throw refuse(`write ${time.seconds}'00 for a pace, or ${time.seconds} km/h for a speed`);
  }
  return positive(perMile ? seconds / UNIT_KILOMETERS.mi : seconds);
}
