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

/** Units of speed, as they stand behind a figure, and how many km/h one of them is. */
const SPEED_UNITS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:k(?:ilo)?m(?:[eè]tres?|eters?)?s? ?(?:\/|par|per|à l'|a l')? ?(?:h|heures?|hours?)|kph|kmph|km ?[.·] ?h ?(?:-1|⁻¹)|(?:à|a) l'heure)$/,
    1,
  ],
  [/^(?:mph|mi(?:les?)? ?(?:\/|par|per|à l'|a l')? ?(?:h|heures?|hours?))$/, KILOMETERS.mi],
];
const FIGURE = /^(\d{1,3})(?:[.,](\d{1,4}))? ?([^\d].*)?$/;

/** What a pace is told by, behind it: `/km`, `au km`, `min/km`, `per mile`. */
const PER =
  /^(.*?) ?(min|mn|')? ?(?:\/|per|par|au|le|du) ?(?:(k|km|kms|kilom[eéè]tres?|kilometers?)|mi|miles?)$/;
/** A pace with its unit right behind it: `4'30 km`. */
const MARKED_PER = /^(\d{1,2}[:']\d{2}"?) ?(km|mi)$/;
/** Minutes and seconds separated by a sign beside the colon, or by a space: `4;30`, `4 30`. */
const PARTED = /^(\d{1,2})[; ](\d{2})$/;

/**
 * A bare number below is minutes or a speed, from here on seconds or digits of minutes and seconds.
 */
const FEWEST_SECONDS = 60;
/** Nobody means a slower pace by a bare figure, s/km: from `12` on it is a speed. */
const SLOWEST_BARE = 720;
/** What somebody on foot means: from the pace of the fastest 800 m to a slow walk, s/km. */
const LIKELY = { fastest: 110, slowest: 1200 } as const;

interface Unit {
  /** What a figure without a unit is told by. */
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

/** What a number alone may mean: minutes or a speed, or from 60 on seconds or both in one. */
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
 * What a text without a unit of speed may mean; null when it is no pace.
 *
 * @param per What a pace without a unit is told by.
 * @throws {InputError} If its seconds are 60 or more.
 */
function paceMeanings(plain: string, per: LengthUnit): Reading[] | null {
  const [, before, minutes, kilometers] = PER.exec(plain.replace(MARKED_PER, "$1/$2")) ?? [];
  const unit = before === undefined ? per : kilometers === undefined ? "mi" : "km";
  // `4:30 min/km` says its minutes twice.
  const marked = markedTimeText(`${before ?? plain}${minutes === undefined ? "" : "'"}`)
    .replace(/([:'].*)'$/, "$1");
  const filledIn = { literal: true, noted: true } as const;
  const [, first, second] = PARTED.exec(marked) ?? [];
  if (first !== undefined && Number(second) < 60) {
    return [paceReading(Number(first) * 60 + Number(second), unit, filledIn)];
  }
  const [, whole, decimals = "", mark] = /^(\d{1,4})(?:[.,](\d{1,3}))?('?)$/.exec(marked) ?? [];
  if (whole !== undefined && mark === "") {
    // What is told by a kilometer, as `5/km`, is no speed.
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
 * All ways to read a pace that somebody typed, or the speed that it goes by. A number alone may be
 * minutes, seconds, both of them in one (`430`) or a speed.
 *
 * @param unit.per What a pace or a speed without a unit is told by; kilometers by default.
 * @returns Readings in s/km, above 0.
 * @throws {InputError} If the text is no pace.
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
 * @param unit.per What a pace or a speed without a unit is told by; kilometers by default.
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
 * All ways to read a speed that somebody typed: a number alone is one; a pace is turned into it.
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
