/** Paces and speeds as a visitor types them. */
import { InputError } from "./input_error.ts";
import type { InputValue } from "./input_value.ts";
import { MILE } from "./official_lengths.ts";
import type { LengthUnit, Pace, Speed } from "./pace.ts";
import { chooseReading, type Reading } from "./reading.ts";
import { markedTimeText, readTime } from "./time_text.ts";
import { figureText } from "./typed_text.ts";

/** Longest text that is read. */
const MAX_TEXT = 60;
const KILOMETERS = { km: 1, mi: MILE / 1000 } as const;

/** Units of speed as they are written behind a figure, and each in km/h. */
const SPEED_UNITS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:k(?:ilo)?m(?:[eè]tres?|eters?)?s? ?(?:\/|par|per|à l'|a l')? ?(?:h|heures?|hours?)|kph|kmph|km ?[.·] ?h ?(?:-1|⁻¹)|(?:à|a) l'heure)$/,
    1,
  ],
  [/^(?:mph|mi(?:les?)? ?(?:\/|par|per|à l'|a l')? ?(?:h|heures?|hours?))$/, KILOMETERS.mi],
];
const FIGURE = /^(\d{1,3})(?:[.,](\d{1,4}))? ?([^\d].*)?$/;

/** The unit of length written behind a pace: `/km`, `au km`, `min/km`, `per mile`. */
const PER =
  /^(.*?) ?(min|mn|')? ?(?:\/|per|par|au|le|du) ?(?:(k|km|kms|kilom[eéè]tres?|kilometers?)|mi|miles?)$/;
/** A pace with its unit right behind it: `4'30 km`. */
const MARKED_PER = /^(\d{1,2}[:']\d{2}"?) ?(km|mi)$/;
/**
 * Minutes and seconds separated by a semicolon, which lies beside the colon on a keyboard, or a
 * space: `4;30`, `4 30`.
 */
const PARTED = /^(\d{1,2})[; ](\d{2})$/;

/** A bare number below this is minutes or a speed; from it on, seconds or the digits of both. */
const FEWEST_SECONDS = 60;
/** No slower pace is read from a bare figure, s/km: from `12` on it is a speed. */
const SLOWEST_BARE = 720;
/**
 * Paces that somebody on foot may mean: from the pace of the fastest 800 m to a slow walk, s/km.
 */
const LIKELY = { fastest: 110, slowest: 1200 } as const;

interface Unit {
  /** Unit of a figure without one. */
  per?: LengthUnit;
}

function paceReading(
  seconds: number,
  per: LengthUnit,
  { literal, noted = !literal }: { literal: boolean; noted?: boolean },
): Reading {
  return {
    value: seconds / KILOMETERS[per],
    as: { kind: "pace", seconds, per },
    literal,
    noted,
  };
}

function refusal(kind: "pace" | "speed", text: string): InputError {
  const examples = kind === "pace" ? "4'30, 4:30, 4'30/km, 15 km/h" : "13.5, 13.5 km/h, 4'30/km";
  return new InputError(kind, text, `write for example ${examples}`, { reason: "unreadable" });
}

/** Speed in km/h of a figure with a unit of speed; null when it has none. */
function speedWithUnit(plain: string): Speed | null {
  const [, whole, decimals = "0", unit] = FIGURE.exec(plain) ?? [];
  if (whole === undefined || unit === undefined) return null;
  const factor = SPEED_UNITS.find(([form]) => form.test(unit))?.[1];
  return factor === undefined ? null : Number(`${whole}.${decimals}`) * factor;
}

/**
 * Minutes with decimals or without, in seconds: `4.30` is meant as 4'30, `4.5` and `4.75` can only
 * be parts of a minute.
 */
function minutesOf(whole: string, decimals: string): number {
  return decimals === "" || decimals.length === 2 && Number(decimals) < 60
    ? Number(whole) * 60 + Number(decimals)
    : Math.round(Number(`${whole}.${decimals}`) * 600) / 10;
}

/** Readings of a number alone: minutes or a speed; from 60 on, seconds or both in one (`430`). */
function bareReadings(whole: string, decimals: string, per: LengthUnit): Reading[] {
  const figure = Number(`${whole}.${decimals || 0}`);
  const aside = { literal: false } as const;
  if (figure < FEWEST_SECONDS) {
    const speed: InputValue = { kind: "speed", speed: figure, per, decimals: decimals.length };
    const asSpeed = { value: 3600 / (figure * KILOMETERS[per]), as: speed, ...aside, noted: true };
    const asPace = paceReading(minutesOf(whole, decimals), per, aside);
    return asPace.value >= SLOWEST_BARE ? [asSpeed] : [asPace, asSpeed];
  }
  const readings = [paceReading(figure, per, { literal: decimals !== "", noted: true })];
  const [, minutes, seconds] = /^(\d{1,2})(\d{2})$/.exec(whole) ?? [];
  if (decimals === "" && minutes !== undefined && Number(seconds) < 60) {
    readings.unshift(paceReading(Number(minutes) * 60 + Number(seconds), per, aside));
  }
  return readings;
}

/**
 * Readings of a text without a unit of speed; null when it is not a pace.
 *
 * @param per Unit of length of a pace without one.
 * @throws {InputError} If its seconds are 60 or more.
 */
function paceMeanings(plain: string, per: LengthUnit): Reading[] | null {
  const [, before, minutes, kilometers] = PER.exec(plain.replace(MARKED_PER, "$1/$2")) ?? [];
  const unit = before === undefined ? per : kilometers === undefined ? "mi" : "km";
  // `4:30 min/km` names its minutes twice.
  const marked = markedTimeText(`${before ?? plain}${minutes === undefined ? "" : "'"}`)
    .replace(/([:'].*)'$/, "$1");
  const filledIn = { literal: true, noted: true } as const;
  const [, first, second] = PARTED.exec(marked) ?? [];
  if (first !== undefined && Number(second) < 60) {
    return [paceReading(Number(first) * 60 + Number(second), unit, filledIn)];
  }
  const [, whole, decimals = "", mark] = /^(\d{1,4})(?:[.,](\d{1,3}))?('?)$/.exec(marked) ?? [];
  if (whole !== undefined && mark === "") {
    // A figure per kilometer, as `5/km`, is not a speed.
    return before === undefined || Number(whole) >= FEWEST_SECONDS
      ? bareReadings(whole, decimals, unit)
      : [paceReading(minutesOf(whole, decimals), unit, filledIn)];
  }
  if (whole !== undefined && decimals !== "") {
    return [paceReading(minutesOf(whole, decimals), unit, filledIn)];
  }
  const time = readTime(marked);
  if (time === null || time.unit === "hours" || time.unit === "none") return null;
  const seconds = time.seconds + Number(`0.${time.fraction || 0}`);
  return [paceReading(seconds, unit, { literal: true })];
}

/**
 * All readings of a pace that somebody typed, or of a speed in its place. A number alone may be
 * minutes, seconds, both of them in one (`430`) or a speed.
 *
 * @param unit.per Unit of length of a pace or a speed without one; kilometers by default.
 * @returns Readings in s/km, above 0.
 * @throws {InputError} If the text is not a pace.
 */
export function paceReadings(text: string, { per = "km" }: Unit = {}): Reading[] {
  if (text.length > MAX_TEXT) throw refusal("pace", text);
  const plain = figureText(text);
  const speed = speedWithUnit(plain);
  const readings = speed === null ? paceMeanings(plain, per) : [{
    value: 3600 / speed,
    as: { kind: "speed", speed, per: "km" } as const,
    literal: true,
    noted: false,
  }];
  if (readings === null) throw refusal("pace", text);
  const positive = readings.filter(({ value }) => value > 0 && Number.isFinite(value));
  if (positive.length > 0) return positive;
  throw new InputError("pace", text, "must be above 0", { reason: "out-of-range" });
}

/** Whether somebody means a pace by a number alone. */
export function isLikelyPace(pace: Pace): boolean {
  return pace >= LIKELY.fastest && pace <= LIKELY.slowest;
}

/**
 * Reads a pace or a speed as a visitor types it: `4'30`, `4'30"`, `4:30`, `4m30`, `4'30/km`, `5'00
 * au km`, `7:15/mi`, `15 km/h`, `15,5 km/h`, `9.3 mph`; of numbers alone those that can mean one
 * pace only: `270` (s), `13,5` (km/h).
 *
 * @param text What was typed.
 * @param unit.per Unit of length of a pace or a speed without one; kilometers by default.
 * @returns Pace in s/km, above 0.
 * @throws {InputError} If the text is not a pace, or could be several (`4.30`, `430`); says how to
 *   write it.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { parsePace } from "./pace_text.ts";
 * assertEquals(parsePace("4’30”"), 270);
 * assertEquals(parsePace("15 km/h"), 240);
 * assertEquals(parsePace("13,5"), 3600 / 13.5);
 * assertThrows(() => parsePace("4.30"), SyntaxError);
 * assertThrows(() => parsePace("430"), SyntaxError);
 * ```
 */
export function parsePace(text: string, unit: Unit = {}): Pace {
  const choice = chooseReading(paceReadings(text, unit), () => true, isLikelyPace);
  if (choice.kind === "one") return choice.reading.value;
  throw new InputError("pace", text, "a number alone can be read in several ways", {
    reason: "ambiguous",
    suggestions: choice.kind === "open" ? choice.readings.map(({ as }) => as) : [],
  });
}

/**
 * All readings of a speed that somebody typed: a number alone is a speed; a pace is converted.
 *
 * @param unit.per Length of the unit of a number alone; kilometers by default.
 * @returns Readings in km/h, above 0.
 * @throws {InputError} If the text is neither.
 */
export function speedReadings(text: string, { per = "km" }: Unit = {}): Reading[] {
  const plain = text.length > MAX_TEXT ? "" : figureText(text);
  const [, whole, decimals = ""] = /^(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(plain) ?? [];
  if (whole !== undefined) {
    const speed = Number(`${whole}.${decimals || 0}`) * KILOMETERS[per];
    if (speed > 0) {
      return [{
        value: speed,
        as: { kind: "speed", speed: speed / KILOMETERS[per], per },
        literal: true,
        noted: false,
      }];
    }
    throw new InputError("speed", text, "must be above 0", { reason: "out-of-range" });
  }
  try {
    return paceReadings(text, { per }).map((reading) => {
      const speed = 3600 / reading.value;
      const as: InputValue = { kind: "speed", speed: speed / KILOMETERS[per], per };
      return { ...reading, value: speed, as, noted: reading.as.kind === "pace" };
    });
  } catch (error) {
    if (error instanceof InputError && error.reason === "unreadable") throw refusal("speed", text);
    throw error;
  }
}
