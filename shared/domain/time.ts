/**
 * Durations as runners write them. Held as whole hundredths of a second, so that no floating-point
 * rest is ever cut off.
 */

/**
 * How marks are written: `french` `2'05"50`, `english` `2:05.50`, `federation` `2'05''50` (as athle.fr
 * prints them, with two apostrophes for the seconds).
 */
export type Notation = "french" | "english" | "federation";

/**
 * What is shown below the second. `auto` shows hundredths when there are any or when the time is below
 * one minute, as the federation does with official times.
 */
export type TimePrecision = "hundredths" | "tenths" | "seconds" | "auto";

/** How {@link formatTime} and {@link formatSeconds} write. */
export interface TimeFormat {
  notation: Notation;
  /** `hundredths` unless given. */
  precision?: TimePrecision;
}

/** Longest time read or written: 999 hours and a bit, in hundredths. */
const MAX_HUNDREDTHS = 1000 * 3600 * 100;

/**
 * Rounds to the nearest integer, halves up.
 *
 * A product such as 1.005 × 100 falls just below the half (100.49999…): 13 significant digits bring it
 * back to what was meant, and leave every real difference alone.
 */
function roundHalfUp(value: number): number {
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

const HUNDREDTHS_PER_UNIT = { hundredths: 1, tenths: 10, seconds: 100 } as const;

function formatUnits(units: number, perSecond: 1 | 10 | 100, notation: Notation): string {
  const fraction = units % perSecond;
  const whole = (units - fraction) / perSecond;
  const digits = perSecond === 1 ? "" : String(fraction).padStart(perSecond === 10 ? 1 : 2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = whole % 60;
  const two = (value: number) => String(value).padStart(2, "0");

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

/** A time as it was written, before anything is rounded. */
export interface WrittenTime {
  /** Whole seconds. */
  seconds: number;
  /** Digits after the second, up to three; empty when none were written. */
  fraction: string;
  /** Biggest unit written; `none` for a number without any unit (`270`, `12.5`). */
  unit: "hours" | "minutes" | "seconds" | "none";
  /** The separator before the fraction is a bare `.` or `,`, as in `4.30`. */
  decimal: boolean;
}

/** Turns every quote, space and unit word that people and pages use into `'`, `"`, `h` and ` `. */
export function plainTimeText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[’ʼ‘´`′]/g, "'")
    .replace(/[”“„″]/g, '"')
    .replace(/''/g, '"')
    .trim();
}

const UNITS_TEXT =
  /^(?:(\d{1,3}) ?h ?)?(?:(\d{1,4}) ?' ?)?(?:(\d{1,6})(?: ?(") ?(\d{1,3})?|([.,])(\d{1,3})"?)?)?$/;
const COLON_TEXT = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{2})(?:[.,"](\d{1,3})|")?$/;

function checkedTime(
  text: string,
  parts: { hours: number | null; minutes: number | null; seconds: number | null },
  rest: Pick<WrittenTime, "fraction" | "decimal">,
): WrittenTime {
  const { hours, minutes, seconds } = parts;
  if (hours !== null && minutes !== null && minutes >= 60) {
    throw new SyntaxError(`Cannot read time "${text}": minutes go up to 59 after hours`);
  }
  if ((hours !== null || minutes !== null) && seconds !== null && seconds >= 60) {
    throw new SyntaxError(`Cannot read time "${text}": seconds go up to 59 after minutes`);
  }
  return {
    seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
    unit: hours !== null ? "hours" : minutes !== null ? "minutes" : "seconds",
    ...rest,
  };
}

/** What an error message may repeat of a text: a long one is cut. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

/**
 * Reads the parts of a written time: with units (`1h23'45"6`, `83'45`, `1h23`, `28"15`, `61''61`), with
 * colons (`1:23:45`, `4:30.5`) or as a plain number (`270`, `12.5`).
 *
 * @returns The parts, or null when the text is nothing of that kind.
 * @throws {SyntaxError} If minutes or seconds of 60 or more follow a bigger unit.
 */
export function readTime(text: string): WrittenTime | null {
  const plain = plainTimeText(text);
  const number = (digits: string | undefined) => digits === undefined ? null : Number(digits);
  const colon = COLON_TEXT.exec(plain);
  if (colon) {
    const [, hours, minutes, seconds, fraction = ""] = colon;
    const parts = { hours: number(hours), minutes: number(minutes), seconds: number(seconds) };
    return checkedTime(plain, parts, { fraction, decimal: false });
  }
  const units = UNITS_TEXT.exec(plain);
  if (!units || plain === "") return null;
  const [, hours, minutes, last, quote, fraction, point, decimals] = units;
  const rest = { fraction: fraction ?? decimals ?? "", decimal: point !== undefined };
  if (hours !== undefined && minutes === undefined && last !== undefined) {
    // What follows the hours is minutes, `1h23`; `1h23"` or `1h23.5` would be neither.
    if (quote !== undefined || point !== undefined) return null;
    return checkedTime(plain, { hours: Number(hours), minutes: Number(last), seconds: null }, rest);
  }
  const parts = { hours: number(hours), minutes: number(minutes), seconds: number(last) };
  const time = checkedTime(plain, parts, rest);
  const bare = hours === undefined && minutes === undefined && quote === undefined &&
    !plain.endsWith('"');
  return bare ? { ...time, unit: "none" } : time;
}

/**
 * Reads a time as a visitor types it: `1h23`, `1h23'45`, `83'45`, `4:30`, `1:23:45`, `28"15`, `12.5`,
 * `45 s`, `1 h 23 min`; straight or typographic quotes. A plain number is seconds.
 *
 * @param text What was typed.
 * @returns The time in whole hundredths of a second, above 0; a third decimal is rounded, halves up.
 * @throws {SyntaxError} If the text is not a time above 0; the message says what is accepted.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { parseTime } from "./time.ts";
 * assertEquals(parseTime("1h23"), 498_000);
 * assertEquals(parseTime("83’45"), 502_500);
 * assertEquals(parseTime("12,5"), 1250);
 * assertThrows(() => parseTime("4:75"), SyntaxError);
 * ```
 */
export function parseTime(text: string): number {
  const plain = text
    .replace(/(\d)\s*(?:minutes?|min|mn|m)(?![a-z])\s*/gi, "$1'")
    .replace(/(\d)\s*(?:secondes?|seconds?|sec|s)\s*$/i, '$1"')
    .replace(/(\d)\s*(?:heures?|hours?|h)(?![a-z])\s*/gi, "$1h");
  const time = readTime(plain);
  if (time === null) {
    throw new SyntaxError(
      `Cannot read time ${quoted(text)}: write for example 1h23'45, 37'12, 4:30 or 28"15`,
    );
  }
  const hundredths = time.seconds * 100 +
    Math.floor((Number(time.fraction.padEnd(3, "0")) + 5) / 10);
  if (hundredths <= 0 || hundredths >= MAX_HUNDREDTHS) {
    throw new SyntaxError(`Cannot read time ${quoted(text)}: must be above 0 and below 1000 h`);
  }
  return hundredths;
}
