/** Times as pages and people write them, read into whole hundredths of a second. */
import { InputError } from "./input_error.ts";
import type { Reading } from "./reading.ts";
import { MAX_HUNDREDTHS } from "./time_limits.ts";
import { figureText, plainText } from "./typed_text.ts";

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

/** Longest text that is read. */
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
 * Reads the parts of a written time: with units (`1h23'45"6`, `83'45`, `1h23`, `28"15`, `61''61`),
 * with colons (`1:23:45`, `4:30.5`) or as a plain number (`270`, `12.5`).
 *
 * @returns The parts, or null when the text has another form.
 * @throws {InputError} If minutes or seconds of 60 or more follow a bigger unit.
 */
export function readTime(text: string): WrittenTime | null {
  if (text.length > MAX_TEXT) return null;
  const plain = plainText(text);
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

/** Units in words, and the marks in their place. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(\d) ?(?:heures?|hours?|hrs?|h)\.?(?![a-z]) ?/g, "$1h"],
  [/(\d) ?(?:minutes?|mins?|mn|m)\.?(?![a-z]) ?/g, "$1'"],
  [/(\d) ?(?:secondes?|seconds?|secs?|s)\.?(?![a-z]) ?/g, '$1"'],
  // Marks and colons in one: `1h23:45`, `1:23'45`, `3:15 h`, `1:23:45 h`, `45:30 min`.
  [/^(\d{1,3}h\d{1,2}):(\d{2})(?!\d)/, "$1'$2"],
  [/^(\d{1,3}):(\d{2}'\d{2})/, "$1h$2"],
  [/^(\d{1,3}):(\d{2})h$/, "$1h$2"],
  [/^(\d{1,3}:\d{2}:\d{2})h$/, "$1"],
  [/^(\d{1,4}:\d{2})'$/, "$1"],
];

/** A time with its units written as marks: `1h23'45"`. */
export function markedTimeText(text: string): string {
  return UNIT_WORDS.reduce(
    (marked, [words, mark]) => marked.replace(words, mark),
    figureText(text),
  ).trim();
}

function hundredthsOf({ seconds, fraction }: Pick<WrittenTime, "seconds" | "fraction">): number {
  return seconds * 100 + Math.floor((Number(fraction.padEnd(3, "0")) + 5) / 10);
}

/**
 * Two digits behind a point are minutes or seconds where they can be, as in `4.30`; all others are
 * decimals.
 */
function decimalsAsUnits(whole: string, decimals: string, size: number): number {
  return decimals.length === 2 && Number(decimals) < 60
    ? Number(whole) * size + Number(decimals) * size / 60
    : Number(`${whole}.${decimals}`) * size;
}

const HOUR = 360_000;
const MINUTE = 6000;

/** Whole digits that stand for minutes and seconds, or for hours too: `430`, `33000`. */
function digitGroups(digits: string): number[] {
  const [, head = "", middle = "", last = ""] = /^(\d{1,2}?)(\d{2})?(\d{2})$/.exec(digits) ?? [];
  if (head === "" || Number(middle) >= 60 || Number(last) >= 60) return [];
  return middle === ""
    ? [Number(head) * MINUTE + Number(last) * 100, Number(head) * HOUR + Number(last) * MINUTE]
    : [Number(head) * HOUR + Number(middle) * MINUTE + Number(last) * 100];
}

/** Other readings of a time whose units were left out or mistaken, in hundredths. */
function otherMeanings(marked: string): number[] {
  const [, whole, decimals] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(marked) ?? [];
  if (whole !== undefined) {
    return decimals === undefined
      ? [Number(whole) * MINUTE, Number(whole) * HOUR, ...digitGroups(whole)]
      : [MINUTE, HOUR].map((size) => decimalsAsUnits(whole, decimals, size));
  }
  const [, hours, minutes] = /^(\d{1,2})[:'](\d{2})$/.exec(marked) ?? [];
  if (hours !== undefined) return [Number(hours) * HOUR + Number(minutes) * MINUTE];
  const [, first, second, third] = /^(\d{1,3}):(\d{2}):(\d{2})$/.exec(marked) ?? [];
  return first === undefined ? [] : [Number(first) * MINUTE + Number(second) * 100 + Number(third)];
}

/**
 * Two figures separated by a semicolon, which lies beside the colon on a keyboard, or a space:
 * `45;30`, `3 15`.
 */
function partedMeanings(marked: string): number[] {
  const [, first, second] = /^(\d{1,3})[; ](\d{2})$/.exec(marked) ?? [];
  return first === undefined || Number(second) >= 60
    ? []
    : [MINUTE, HOUR].map((size) => Number(first) * size + Number(second) * size / 60);
}

/** Readings of a text that is not literally a time: `1,5h`, `1,30 h`, `1.23.45`, `3 15`. */
function looseMeanings(marked: string): number[] {
  const [, whole, decimals = "", unit] = /^(\d{1,4})[.,](\d{1,4})(h|')$/.exec(marked) ?? [];
  if (whole !== undefined) {
    const size = unit === "h" ? HOUR : MINUTE;
    return [
      decimalsAsUnits(whole, decimals, size),
      Math.round(Number(`${whole}.${decimals}`) * size),
    ];
  }
  const [, first, , second, third] = /^(\d{1,3})([.; ])(\d{2})\2(\d{2})$/.exec(marked) ?? [];
  if (first === undefined) return partedMeanings(marked);
  if (Number(second) >= 60) return [];
  const hours = Number(first) * HOUR + Number(second) * MINUTE + Number(third) * 100;
  const minutes = Number(first) * MINUTE + Number(second) * 100 + Number(third);
  return Number(third) < 60 ? [hours, minutes] : [minutes];
}

/**
 * From here on the page shows bare seconds as minutes too, hundredths: people rarely say 270
 * seconds.
 */
const BARE_SECONDS_NOTED = 12_000;

/**
 * All readings of a time that somebody typed, the literal one first. Where a text leaves units out
 * the others follow: `45` is seconds, minutes or hours, `3:15` minutes and seconds or hours and
 * minutes, `1930` also 19'30.
 *
 * @returns Readings in whole hundredths of a second, above 0; a third decimal is rounded, halves
 *   up.
 * @throws {InputError} If the text is not a time above 0; says what is accepted.
 */
export function timeReadings(text: string): Reading[] {
  const marked = text.length > MAX_TEXT ? "" : markedTimeText(text);
  const loose = looseMeanings(marked);
  const time = loose.length > 0 ? null : readTime(marked);
  if (time === null && loose.length === 0) {
    throw new InputError("time", text, `write for example 1h23'45, 37'12, 4:30, 28"15`, {
      reason: "unreadable",
    });
  }
  const readings: Reading[] = [];
  const add = (exact: number, literal: boolean, noted: boolean) => {
    const hundredths = Math.round(Number(exact.toPrecision(13)));
    if (hundredths <= 0 || hundredths >= MAX_HUNDREDTHS) return;
    if (readings.some(({ value }) => value === hundredths)) return;
    readings.push({ value: hundredths, as: { kind: "time", hundredths }, literal, noted });
  };
  if (time !== null) {
    const hundredths = hundredthsOf(time);
    add(hundredths, true, time.unit === "none" && hundredths >= BARE_SECONDS_NOTED);
  }
  const sole = new Set(loose).size === 1;
  for (const hundredths of loose) add(hundredths, sole, !sole);
  for (const hundredths of time === null ? [] : otherMeanings(marked)) {
    add(hundredths, false, true);
  }
  if (readings.length === 0 || time !== null && readings[0]?.literal === false) {
    throw new InputError("time", text, "must be above 0 and below 1000 h", {
      reason: "out-of-range",
    });
  }
  return readings;
}

/**
 * Reads a time as a visitor types it: `1h23`, `1h23'45`, `83'45`, `4:30`, `1:23:45`, `28"15`,
 * `12.5`, `45 s`, `1 h 23 min`, `1,5 h`; straight or typographic quotes. A plain number is seconds.
 *
 * @param text What was typed.
 * @returns The time in whole hundredths of a second, above 0; a third decimal is rounded, halves
 *   up.
 * @throws {InputError} If the text is not a time above 0, or could be two (`1,30 h`); says what is
 *   accepted.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { parseTime } from "./time.ts";
 * assertEquals(parseTime("1h23"), 498_000);
 * assertEquals(parseTime("83’45"), 502_500);
 * assertEquals(parseTime("12,5"), 1250);
 * assertEquals(parseTime("1,5 h"), 540_000);
 * assertThrows(() => parseTime("4:75"), SyntaxError);
 * ```
 */
export function parseTime(text: string): number {
  const readings = timeReadings(text);
  const [first] = readings;
  if (first !== undefined && (first.literal || readings.length === 1)) return first.value;
  throw new InputError("time", text, "its units can be read in two ways", {
    reason: "ambiguous",
    suggestions: readings.map(({ as }) => as),
  });
}
