/**
 * Durations as runners write them. Kept as whole hundredths of a second, so that no rounding error
 * is ever cut off.
 */
import { MAX_HUNDREDTHS } from "./time_limits.ts";

export { parseTime } from "./time_text.ts";

/**
 * How marks are written: `french` `2'05"50`, `english` `2:05.50`, `federation` `2'05''50` (as
 * athle.fr prints them, with two apostrophes for the seconds).
 */
export type Notation = "french" | "english" | "federation";

/**
 * What is shown below the second. `auto` shows hundredths when there are any or when the time is
 * below one minute, as the federation does with official times.
 */
export type TimePrecision = "hundredths" | "tenths" | "seconds" | "auto";

/** How {@link formatTime} and {@link formatSeconds} write. */
export interface TimeFormat {
  notation: Notation;
  /** `hundredths` by default. */
  precision?: TimePrecision;
}

/**
 * Rounds to the nearest integer, halves up.
 *
 * A product such as 1.005 × 100 falls just below the half (100.49999…): 13 significant digits bring
 * it back to what was meant, and leave every real difference alone.
 */
function roundHalfUp(value: number): number {
  // Far from a half no rounding error decides, and formatting digits is slow: tables have many
  // times.
  const beyondHalf = value - Math.floor(value) - 0.5;
  if (value < 1e9 && (beyondHalf < -1e-3 || beyondHalf > 1e-3)) return Math.floor(value + 0.5);
  return Math.floor(Number(value.toPrecision(13)) + 0.5);
}

/**
 * Rounds a duration to whole hundredths of a second: once, halves up, so that minutes carry
 * (59.996 s gives 6000, which is written `1'00"00`).
 *
 * @param seconds Duration in seconds, 0 or more.
 * @returns Whole hundredths of a second.
 * @throws {RangeError} If the duration is not a finite number of 0 or more.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { secondsToHundredths } from "./time.ts";
 * assertEquals(secondsToHundredths(28.15), 2815);
 * assertEquals(secondsToHundredths(59.996), 6000);
 * ```
 */
export function secondsToHundredths(seconds: number): number {
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw new RangeError(`Cannot round ${seconds} s to hundredths: must be a number of 0 or more`);
  }
  return roundHalfUp(seconds * 100);
}

/** 0 to 99 in two digits. */
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

const HUNDREDTHS_PER_UNIT = { hundredths: 1, tenths: 10, seconds: 100 } as const;

const two = (value: number) => TWO_DIGITS[value] ?? String(value);

function formatUnits(units: number, perSecond: 1 | 10 | 100, notation: Notation): string {
  const fraction = units % perSecond;
  const whole = (units - fraction) / perSecond;
  const digits = perSecond === 1 ? "" : perSecond === 10 ? String(fraction) : two(fraction);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = whole % 60;

  if (notation === "english") {
    const decimals = digits === "" ? "" : `.${digits}`;
    if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds)}${decimals}`;
    if (minutes > 0 || decimals === "") return `${minutes}:${two(seconds)}${decimals}`;
    return `${seconds}${decimals}`;
  }
  const mark = notation === "federation" ? "''" : '"';
  if (hours > 0) return `${hours}h${two(minutes)}'${two(seconds)}${mark}${digits}`;
  if (minutes > 0) return `${minutes}'${two(seconds)}${mark}${digits}`;
  return `${seconds}${mark}${digits}`;
}

/**
 * Writes a time, e.g. `2'05"50`, `1h23'45"`, `37:12`.
 *
 * What the precision leaves out is rounded once, halves up, and carries. A time that was computed
 * should come unrounded to {@link formatSeconds} instead: rounding it to hundredths here and to
 * seconds there would round it twice.
 *
 * @param hundredths Time in whole hundredths of a second, 0 to 1000 h.
 * @throws {RangeError} If the time is not a whole number in that range.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatTime } from "./time.ts";
 * assertEquals(formatTime(12550, { notation: "french" }), `2'05"50`);
 * assertEquals(formatTime(12550, { notation: "english" }), "2:05.50");
 * assertEquals(formatTime(502549, { notation: "french", precision: "seconds" }), `1h23'45"`);
 * ```
 */
export function formatTime(
  hundredths: number,
  { notation, precision = "hundredths" }: TimeFormat,
): string {
  if (!Number.isInteger(hundredths) || hundredths < 0 || hundredths >= MAX_HUNDREDTHS) {
    throw new RangeError(
      `Cannot format ${hundredths} hundredths: must be a whole number from 0 to below ${MAX_HUNDREDTHS}`,
    );
  }
  const shown = precision !== "auto"
    ? precision
    : hundredths % 100 === 0 && hundredths >= 6000
    ? "seconds"
    : "hundredths";
  const unit = HUNDREDTHS_PER_UNIT[shown];
  return formatUnits(
    Math.floor((hundredths + unit / 2) / unit),
    (100 / unit) as 1 | 10 | 100,
    notation,
  );
}

/**
 * Writes a computed duration, rounded once, halves up, to what is shown: 59.996 s is `1'00"00`,
 * 269.6 s to the second `4'30"`.
 *
 * @param seconds Duration in seconds, unrounded, 0 to below 1000 h.
 * @throws {RangeError} If the duration is not a number in that range.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatSeconds } from "./time.ts";
 * assertEquals(formatSeconds(59.996, { notation: "french" }), `1'00"00`);
 * assertEquals(formatSeconds(29.4951, { notation: "french", precision: "seconds" }), `29"`);
 * ```
 */
export function formatSeconds(
  seconds: number,
  { notation, precision = "hundredths" }: TimeFormat,
): string {
  const hundredths = secondsToHundredths(seconds);
  if (precision === "auto" || hundredths >= MAX_HUNDREDTHS) {
    return formatTime(hundredths, { notation, precision });
  }
  const perSecond = (100 / HUNDREDTHS_PER_UNIT[precision]) as 1 | 10 | 100;
  return formatUnits(roundHalfUp(seconds * perSecond), perSecond, notation);
}

/**
 * Official time of a road race: any part of a second goes to the next longer whole second.
 * Source: World Athletics, Technical Rules, rule 19 (timing by transponder), 2024.
 *
 * @param hundredths Measured time in whole hundredths, 0 or more.
 * @returns Hundredths, a multiple of 100.
 * @throws {RangeError} If the time is not a whole number of 0 or more.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { roadTime } from "./time.ts";
 * // 2:09:44.30 is published as 2:09:45.
 * assertEquals(roadTime(778_430), 778_500);
 * ```
 */
export function roadTime(hundredths: number): number {
  if (!Number.isInteger(hundredths) || hundredths < 0) {
    throw new RangeError(
      `Cannot round ${hundredths} hundredths up to a second: must be whole, 0 or more`,
    );
  }
  return Math.ceil(hundredths / 100) * 100;
}

/** The coarsest precision that leaves nothing out of a time that is told to the hundredth, s. */
export function leastPrecision(seconds: number): TimePrecision {
  const hundredths = Math.round(seconds * 100) % 100;
  return hundredths === 0 ? "seconds" : hundredths % 10 === 0 ? "tenths" : "hundredths";
}
