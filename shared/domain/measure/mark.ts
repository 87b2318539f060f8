/**
 * Marks: timed, measured and scored results as the federation publishes them, as whole numbers, and
 * how they are written. Times themselves are in `time.ts`.
 */
import { formatTime, type Notation, type TimePrecision } from "./time.ts";

export { formatSeconds, formatTime, parseTime, roadTime, secondsToHundredths } from "./time.ts";
export type { Notation, TimeFormat, TimePrecision } from "./time.ts";

/** What a mark is measured in. */
export type MarkUnit = "hundredths" | "centimeters" | "points";

/** What an event measures, which tells how a mark without a unit is meant. */
export type MarkKind = "time" | "length" | "points";

/** A timed, measured or scored result. */
export interface Mark {
  unit: MarkUnit;
  /** Whole hundredths of a second, centimeters or points, above 0. */
  value: number;
  /** Timed by hand, to the tenth: one digit was published behind the second. */
  handTimed: boolean;
  /** Wind in m/s, positive from behind; null where none is given. */
  wind: number | null;
  /**
   * Time from line to line in hundredths, given beside the gun time on the road; the gun time is
   * the mark.
   */
  chipTime: number | null;
  /**
   * Notes behind the mark, as written and without brackets: `RP`, `i`, `F`, `Q`, a reaction time …
   */
  flags: string[];
}

/** Narrow no-break space: groups thousands in French. */
const NARROW_SPACE = "\u202f";

function groupThousands(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

function formatLength(centimeters: number, notation: Notation): string {
  const meters = Math.floor(centimeters / 100);
  const rest = String(centimeters % 100).padStart(2, "0");
  if (meters >= 1000 && rest === "00") {
    // The way covered in 24 hours, given to the meter.
    const kilometers = (meters / 1000).toFixed(3);
    return `${notation === "french" ? kilometers.replace(".", ",") : kilometers} km`;
  }
  return notation === "english" ? `${meters}.${rest} m` : `${meters}m${rest}`;
}

function formatWind(wind: number, notation: Notation): string {
  const sign = wind < 0 ? "-" : "+";
  const value = Number.isInteger(wind) ? Math.abs(wind).toFixed(1) : String(Math.abs(wind));
  return `${sign}${notation === "french" ? value.replace(".", ",") : value}`;
}

/**
 * Writes a mark: `2'19"40`, `7"8` (by hand), `28"15 (-2,7)`, `38'31" (38'27")`, `5m12`, `1 147
 * pts`; English `2:19.40`, `5.12 m`, `1,147 pts`; the federation's `2'19''40`, followed by the
 * flags.
 *
 * @param mark The mark; its value a whole number above 0.
 * @param notation How to write. Flags are written in the `federation` notation only.
 * @param precision What a time shows below the second; by default what was published: tenths when
 *   timed by hand, hundredths when there are any.
 * @throws {RangeError} If the value is not a whole number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatMark } from "./mark.ts";
 * import { parseMark } from "./mark_text.ts";
 * const mark = parseMark("28''15 (-2.7)");
 * assertEquals(mark && formatMark(mark, "french"), `28"15 (-2,7)`);
 * assertEquals(mark && formatMark(mark, "federation"), "28''15 (-2.7)");
 * ```
 */
export function formatMark(mark: Mark, notation: Notation, precision?: TimePrecision): string {
  const { unit, value, handTimed, wind, chipTime } = mark;
  if (!Number.isInteger(value) || value <= 0) {
    throw new RangeError(`Cannot format mark ${value}: must be a whole number above 0`);
  }
  const time = (hundredths: number) =>
    formatTime(hundredths, { notation, precision: precision ?? (handTimed ? "tenths" : "auto") });
  const parts = [
    unit === "hundredths"
      ? time(value)
      : unit === "centimeters"
      ? formatLength(value, notation)
      : notation === "english"
      ? `${groupThousands(value, ",")} pts`
      : `${groupThousands(value, NARROW_SPACE)}${notation === "french" ? "\u00a0" : " "}pts`,
  ];
  if (wind !== null) parts.push(`(${formatWind(wind, notation)})`);
  if (chipTime !== null) {
    parts.push(`(${formatTime(chipTime, { notation, precision: precision ?? "auto" })})`);
  }
  if (notation === "federation") parts.push(...mark.flags.map((flag) => `(${flag})`));
  return parts.join(" ");
}
