/** Distances as a visitor types them. */
import { InputError } from "./input_error.ts";
import { HALF_MARATHON, MARATHON, MILE } from "./official_lengths.ts";
import { chooseReading, type Reading } from "./reading.ts";
import { figureText } from "./typed_text.ts";

const NAMES: ReadonlyMap<string, number> = new Map([
  ["mile", MILE],
  ...["semi", "semi marathon", "demi", "demi marathon", "half", "half marathon", "1/2 marathon"]
    .map((half) => [half, HALF_MARATHON] as const),
  ...["1/2", "½", "½ marathon", "½marathon"].map((half) => [half, HALF_MARATHON] as const),
  ["marathon", MARATHON],
  // Rounded as runners who count in miles say them.
  ...["13.1 mi", "13.1 mile", "13.1 miles"].map((half) => [half, HALF_MARATHON] as const),
  ...["26.2 mi", "26.2 mile", "26.2 miles"].map((whole) => [whole, MARATHON] as const),
]);

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|m[eéè]tres?|meters?)$/, 1],
  [/^(?:k|kms?|kilom[eéè]tres?|kilometers?)$/, 1000],
  [/^(?:mi|miles?)$/, MILE],
];

/**
 * A figure, with spaces between its thousands or without, its decimals and the letters behind it.
 */
const FIGURE = /^(\d{1,3}(?: \d{3})+|\d{1,9})(?:([.,])(\d{1,6}))? ?(\p{L}*)$/u;
/**
 * Thousands separated by a sign, decimals by another one: `10,000`, `1'500`, `1.234.567`,
 * `10,000.5`.
 */
const THOUSANDS =
  /^(\d{1,3}(?:([.,'])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,3}))?(?= ?(?:\p{L}|$))/u;

/** Kilometers and meters in one: `42 km 195`, `42k195`, `21 km 97,5 m`. */
const MIXED = /^(\d{1,3}) ?km? ?(?:(\d{3})|(\d{1,3}(?:[.,]\d{1,3})?) ?m)$/;
/** The surface behind a distance, as lists of events have it: `10 km route`, `5 000 m (piste)`. */
const SURFACE = / ?\(?(?:(?:sur |on )?(?:route|piste|road|track))\)?$/;
/** Longest text that is read. */
const MAX_TEXT = 60;
/**
 * Figures with decimals and no unit are kilometers below, and meters from the second on: `42,195`,
 * `1609.344`.
 */
const BARE_DECIMALS = { kilometers: 100, meters: 1000 } as const;
/** Bare meters below this may be kilometers: somebody who writes `10` hardly means ten meters. */
const NOTED_BELOW = 100;
/** Thousands from here on may be two lengths: `400 800`. */
const NOTED_FROM = 200_000;

/** A decimal number times a unit, without rounding error: 21.0975 km is exactly 21097.5 m. */
function meters(digits: string, decimals: string, unit: number): number {
  return Number((Number(`${digits}.${decimals || 0}`) * unit).toPrecision(13));
}

function reading(value: number, { literal, noted = !literal }: {
  literal: boolean;
  noted?: boolean;
}): Reading {
  return { value, as: { kind: "distance", meters: value }, literal, noted };
}

/** A figure with decimals and no unit. */
function bareDecimals(whole: string, decimals: string): Reading[] {
  const asKilometers = reading(meters(whole, decimals, 1000), { literal: false });
  const asMeters = reading(meters(whole, decimals, 1), { literal: true });
  if (Number(whole) < BARE_DECIMALS.kilometers) return [asKilometers];
  if (Number(whole) >= BARE_DECIMALS.meters) return [asMeters];
  return [asKilometers, { ...asMeters, literal: false, noted: true }];
}

/**
 * A figure with three decimals in meters: they are thousands, except in a length given to the
 * millimeter.
 */
function metersByThousands(whole: string, decimals: string): Reading[] {
  const asThousands = reading(Number(whole + decimals), { literal: true, noted: false });
  if (Number(whole) < BARE_DECIMALS.kilometers) return [asThousands];
  const asDecimals = reading(meters(whole, decimals, 1), { literal: false });
  return [{ ...asThousands, literal: false, noted: true }, asDecimals];
}

/** All readings of a plain text; none if it is not a length. */
function readingsOf(plain: string): Reading[] {
  const name = NAMES.get(plain.replace(/-/g, " ").replace(",", "."));
  if (name !== undefined) return [reading(name, { literal: true })];
  const mixed = MIXED.exec(plain);
  if (mixed !== null) {
    const rest = (mixed[2] ?? mixed[3] ?? "").replace(",", ".");
    return [reading(Number(mixed[1]) * 1000 + Number(rest), { literal: true })];
  }
  const thousands = THOUSANDS.exec(plain);
  // One sign and three digits are decimals as well: of a kilometer both come to the same, 10.000 km
  // = 10 000 m.
  const grouped = thousands?.[1] !== undefined &&
    (thousands[2] === "'" || thousands[3] !== undefined || thousands[1].length > 7);
  const match = FIGURE.exec(
    grouped
      ? plain.replace(thousands[0], `${thousands[1]?.replace(/[.,']/g, "")}.${thousands[3] ?? 0}`)
      : plain,
  );
  const [, written = "", point, decimals = "", word = ""] = match ?? [];
  const unit = word === "" ? 1 : UNITS.find(([form]) => form.test(word))?.[1];
  if (match === null || unit === undefined) return [];
  const whole = written.replace(/ /g, "");
  if (grouped || point === undefined) {
    const value = meters(whole, decimals, unit);
    if (word !== "" || value >= NOTED_BELOW) {
      const noted = word === "" && written.includes(" ") && value >= NOTED_FROM;
      return [reading(value, { literal: true, noted })];
    }
    const asKilometers = reading(value * 1000, { literal: false });
    return [reading(value, { literal: true, noted: true }), { ...asKilometers, offered: true }];
  }
  if (word === "") return bareDecimals(whole, decimals);
  return unit === 1 && decimals.length === 3 && whole.length <= 3
    ? metersByThousands(whole, decimals)
    : [reading(meters(whole, decimals, unit), { literal: true })];
}

/**
 * All ways to read a distance that somebody typed. A plain number is meters; with decimals and no
 * unit it is kilometers where nobody would measure as finely (`42,195`), and where it may be both
 * there are two readings (`160,9`).
 *
 * @returns Readings in meters, above 0.
 * @throws {InputError} If the text is not a length above 0; says what is accepted.
 */
export function distanceReadings(text: string): Reading[] {
  const plain = text.length > MAX_TEXT ? "" : figureText(text);
  const readings = readingsOf(plain.replace(SURFACE, ""));
  if (readings.length === 0) {
    throw new InputError("distance", text, "write for example 400, 1500 m, 10 km, semi, marathon", {
      reason: "unreadable",
    });
  }
  const positive = readings.filter(({ value }) => value > 0);
  if (positive.length > 0) return positive;
  throw new InputError("distance", text, "must be above 0", { reason: "out-of-range" });
}

/**
 * Reads a distance as a visitor types it: `400`, `1500 m`, `1 500 m`, `1,500 m`, `10 km`, `42,195`,
 * `21,0975 km`, `10 miles`, `semi`, `half`, `marathon`, `mile`. A plain number is meters, with
 * decimals kilometers below 100; comma and point both mark decimals.
 *
 * @param text What was typed.
 * @returns Length in meters, above 0.
 * @throws {InputError} If the text is not a length above 0, or could be two (`160,9`); says what is
 *   accepted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseDistance } from "./distance.ts";
 * assertEquals(parseDistance("10km"), 10_000);
 * assertEquals(parseDistance("Semi"), 21_097.5);
 * assertEquals(parseDistance("21,0975 km"), 21_097.5);
 * assertEquals(parseDistance("42,195"), 42_195);
 * assertEquals(parseDistance("1,500 m"), 1500);
 * ```
 */
export function parseDistance(text: string): number {
  const choice = chooseReading(distanceReadings(text), () => true);
  if (choice.kind === "one") return choice.reading.value;
  throw new InputError("distance", text, "write its unit, m or km", {
    reason: "ambiguous",
    suggestions: choice.kind === "open" ? choice.readings.map(({ as }) => as) : [],
  });
}
