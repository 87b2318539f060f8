/** Paces and speeds as a visitor types them. */
import { InputError } from "./input_error.ts";
import { MILE } from "./official_lengths.ts";
import type { Pace } from "./pace.ts";
import { plainTimeText, readTime, type WrittenTime } from "./time_text.ts";

const SPEED = /^(\d{1,3})(?:[.,](\d{1,4}))? ?(km\/?h(?:eure)?|kph|mph|mi\/h)$/i;
const PER_MILE = /^(.*?) ?(?:\/|per|par) ?(?:mi|mile|miles)$/i;
const PER_KILOMETER = /^(.*?) ?(?:\/|per|par) ?(?:km|k)$/i;
const EXAMPLES = ["4'30", "4:30", "4'30/km", "15 km/h"];
/** Longest text looked at. */
const MAX_TEXT = 60;
/** Fastest pace a number without any unit stands for, s/km: a smaller one is rather minutes or km/h. */
const FASTEST_PLAIN = 60;

/** What a number too small to be seconds may have meant, as it should be written. */
function suggestionsFor({ seconds: whole, fraction, decimal }: WrittenTime) {
  const speed = `${whole}${decimal ? `.${fraction}` : ""} km/h`;
  if (!decimal) return { pace: `${whole}'00`, speed };
  const digits = Number(fraction.padEnd(2, "0"));
  // `4.30` is meant as 4'30, `4.75` can only be four minutes and three quarters.
  const seconds = fraction.length <= 2 && digits < 60
    ? digits
    : Math.floor(Number(`0.${fraction}`) * 60);
  return { pace: `${whole}'${String(seconds).padStart(2, "0")}`, speed };
}

/**
 * Reads a pace or a speed as a visitor types it: `4'30`, `4'30"`, `4:30`, `270` (s), `4'30/km`, `7:15/mi`,
 * `15 km/h`, `15,5 km/h`, `9.3 mph`; straight or typographic quotes.
 *
 * @param text What was typed.
 * @returns Pace in s/km, above 0.
 * @throws {InputError} If the text is not a pace, or could be several (`4.30`, `15`); says how to write it.
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
  const refuse = (
    detail: string,
    reason: InputError["reason"],
    suggestions: readonly string[] = [],
  ) => new InputError("pace", text, detail, { reason, suggestions });
  const unreadable = () =>
    refuse(`write for example ${EXAMPLES.join(", ")}`, "unreadable", EXAMPLES);
  const positive = (pace: number) => {
    if (pace <= 0 || !Number.isFinite(pace)) throw refuse("must be above 0", "out-of-range");
    return pace;
  };
  if (text.length > MAX_TEXT) throw unreadable();
  const plain = plainTimeText(text).replace(/ ?\/ ?/g, "/");

  const speed = SPEED.exec(plain);
  if (speed) {
    const figure = Number(`${speed[1]}.${speed[2] ?? 0}`);
    return positive(3600 / (/^m/i.test(speed[3] ?? "") ? figure * MILE / 1000 : figure));
  }
  const perMile = PER_MILE.exec(plain)?.[1];
  const figure = (perMile ?? PER_KILOMETER.exec(plain)?.[1] ?? plain)
    // `4:30 min/km` says its minutes twice.
    .replace(/([:'].*?) ?min$/i, "$1")
    .replace(/(\d) ?(?:minutes?|min|mn)(?![a-z]) ?/i, "$1'")
    .replace(/(\d) ?(?:secondes?|seconds?|sec|s)$/i, '$1"');
  const time = readTime(figure);
  if (time === null || time.unit === "hours") throw unreadable();
  const seconds = time.seconds + Number(`0.${time.fraction || 0}`);
  if (time.unit === "none" && seconds < FASTEST_PLAIN) {
    const { pace, speed } = suggestionsFor(time);
    throw refuse(`write ${pace} for a pace, or ${speed} for a speed`, "ambiguous", [pace, speed]);
  }
  return positive(perMile === undefined ? seconds : seconds * 1000 / MILE);
}
