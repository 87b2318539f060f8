/** Times as pages and people write them, read into whole hundredths of a second. */
import { InputError } from "./input_error.ts";

/** Times read and written stay below this: 1000 hours, in hundredths. */
export const MAX_HUNDREDTHS = 1000 * 3600 * 100;

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

/** Turns every quote and space that people and pages use into `'`, `"` and ` `. */
export function plainTimeText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[’ʼ‘´`′]/g, "'")
    .replace(/[”“„″]/g, '"')
    .replace(/''/g, '"')
    .trim();
}

/** Longest text looked at. */
const MAX_TEXT = 100;
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
    throw new InputError("time", text, "minutes go up to 59 after hours", { reason: "overflow" });
  }
  if ((hours !== null || minutes !== null) && seconds !== null && seconds >= 60) {
    throw new InputError("time", text, "seconds go up to 59 after minutes", { reason: "overflow" });
  }
  return {
    seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
    unit: hours !== null ? "hours" : minutes !== null ? "minutes" : "seconds",
    ...rest,
  };
}

/**
 * Reads the parts of a written time: with units (`1h23'45"6`, `83'45`, `1h23`, `28"15`, `61''61`), with
 * colons (`1:23:45`, `4:30.5`) or as a plain number (`270`, `12.5`).
 *
 * @returns The parts, or null when the text is nothing of that kind.
 * @throws {InputError} If minutes or seconds of 60 or more follow a bigger unit.
 */
export function readTime(text: string): WrittenTime | null {
  if (text.length > MAX_TEXT) return null;
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
 * @throws {InputError} If the text is not a time above 0; says what is accepted.
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
    .slice(0, MAX_TEXT + 1)
    .replace(/(\d)\s*(?:minutes?|min|mn|m)(?![a-z])\s*/gi, "$1'")
    .replace(/(\d)\s*(?:secondes?|seconds?|sec|s)\s*$/i, '$1"')
    .replace(/(\d)\s*(?:heures?|hours?|h)(?![a-z])\s*/gi, "$1h");
  const time = readTime(plain);
  if (time === null) {
    const suggestions = ["1h23'45", "37'12", "4:30", '28"15'];
    throw new InputError("time", text, `write for example ${suggestions.join(", ")}`, {
      reason: "unreadable",
      suggestions,
    });
  }
  const hundredths = time.seconds * 100 +
    Math.floor((Number(time.fraction.padEnd(3, "0")) + 5) / 10);
  if (hundredths <= 0 || hundredths >= MAX_HUNDREDTHS) {
    throw new InputError("time", text, "must be above 0 and below 1000 h", {
      reason: "out-of-range",
    });
  }
  return hundredths;
}
