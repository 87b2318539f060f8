/** Single values that a visitor types, as every field of every page reads them. */
import { canonicalDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { distanceReadings } from "@mypacer/shared/domain/measure/distance_text.ts";
import { whyNotHuman, worldBestTime } from "@mypacer/shared/domain/models/human_limits.ts";
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { paceOver, type Speed } from "@mypacer/shared/domain/measure/pace.ts";
import type { Reading } from "@mypacer/shared/domain/measure/reading.ts";
import { formatTime } from "@mypacer/shared/domain/measure/time.ts";
import { speedReadings } from "@mypacer/shared/domain/measure/pace_text.ts";
import { timeReadings } from "@mypacer/shared/domain/measure/time_text.ts";
import { ZONE_VMA_LIMITS } from "@mypacer/shared/domain/models/training_zones.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { type Field, refuse } from "./field.ts";
import { readNumber, readValue } from "./read_value.ts";
import { ADULT_AGE_LIMITS, AGE_LIMITS, PACE_LIMITS } from "./limits.ts";

/** Least and most of a number, as a field takes it. */
export interface Limits {
  min: number;
  max: number;
}

/** A length as the address keeps it, m: to the millimeter, below a kilometer to the centimeter. */
export function roundDistance(meters: number): number {
  return Number(canonicalDistance(meters).toFixed(meters < 1000 ? 2 : 3));
}

/** Reads a distance, m, within the limits of its field. */
export function readDistance(text: string, { min, max }: Limits): Field<number> {
  return readValue(text, {
    readings: distanceReadings,
    code: "distance",
    limits: [{ kind: "distance", meters: min }, { kind: "distance", meters: max }],
    isPossible: (meters) => roundDistance(meters) >= min && roundDistance(meters) <= max,
    round: roundDistance,
  });
}

/** Limits of a pace, as a problem tells them. */
const PACE_SPAN: readonly [InputValue, InputValue] = [
  { kind: "pace", seconds: PACE_LIMITS.fastest, per: "km" },
  { kind: "pace", seconds: PACE_LIMITS.slowest, per: "km" },
];

/** Slack for what the address rounds, such as a bound that lies on a limit. */
const SLACK = 1e-9;

/** Whether a pace is one that the site knows, s/km. */
function isPace(pace: number): boolean {
  return pace >= PACE_LIMITS.fastest - SLACK && pace <= PACE_LIMITS.slowest + SLACK;
}

/**
 * Reads a time over a distance, whole hundredths. What the text leaves out the distance tells: over
 * a marathon `3:15` is 3h15, over 10 km `45` is 45'00.
 *
 * @param distance Meters; null when it is not known: then only what the text says counts.
 */
export function readTime(text: string, distance: number | null): Field<number> {
  if (distance === null) {
    return readValue(text, { readings: literalReadings, code: "time", isPossible: () => true });
  }
  const read = readValue(text, {
    readings: timeReadings,
    code: "time",
    beyond: "time-pace",
    limits: PACE_SPAN,
    isPossible: (time) => isPace(paceOver(distance, time / 100)),
    isLikely: (time) => whyNotHuman({ distance, time: time / 100 }) === null,
  });
  if (read.problem?.code !== "time") return read;
  return { problem: { ...read.problem, suggestions: exampleTimes(distance) } };
}

/** Sizes that a time of an example is rounded to, s, and from which length on. */
const ROUND_SIZES = [
  { from: 3600, size: 300 },
  { from: 600, size: 60 },
  { from: 60, size: 5 },
  { from: 0, size: 1 },
] as const;

/**
 * A time that a runner has over a distance, in two spellings: what a field of a time is told by.
 */
function exampleTimes(distance: number): InputValue[] {
  const usual = worldBestTime(distance) * 1.5;
  const size = ROUND_SIZES.find(({ from }) => usual >= from)?.size ?? 1;
  const hundredths = Math.round(usual / size) * size * 100;
  return [
    { kind: "time", hundredths },
    { kind: "text", text: formatTime(hundredths, { notation: "english", precision: "seconds" }) },
  ];
}

/** What a text says as it stands, where it says anything. */
function literalReadings(text: string): Reading[] {
  const readings = timeReadings(text);
  const literal = readings.filter((reading) => reading.literal);
  return literal.length > 0 ? literal : readings;
}

/** A VMA is told by its name as well: `VMA 16`, `VMA : 16`, `MAS=16`. */
const VMA_NAME = /^(?:vma|v\.m\.a\.|mas)(?: ?[:=])? ?/i;

/**
 * Reads a maximal aerobic speed, km/h, to the hundredth: `16`, `16,5 km/h`, `VMA 16`, `3'45/km`.
 */
export function readVma(text: string): Field<Speed> {
  const { lowest, highest } = ZONE_VMA_LIMITS;
  return readValue(text, {
    readings: (typed) => speedReadings(plainText(typed).replace(VMA_NAME, "")),
    code: "vma",
    beyond: "vma",
    limits: [{ kind: "number", value: lowest }, { kind: "number", value: highest }],
    isPossible: (speed) => speed >= lowest - SLACK && speed <= highest + SLACK,
    round: (speed) => Number(speed.toFixed(2)),
  });
}

/** Reads a number with a sign, within limits; what may stand behind it is left out. */
function readNumberOf(
  text: string,
  code: "percent" | "age",
  { unit, decimals, min, max }: Limits & { unit: RegExp; decimals: number },
): Field<number> {
  const plain = plainText(text).toLowerCase().replace(unit, "").replace(/^([+-]) /, "$1");
  const size = readNumber(plain.replace(/^[+-]/, ""));
  // `+ 0` turns -0 into 0.
  const value = Number((plain.startsWith("-") ? -size : size).toFixed(decimals)) + 0;
  return value >= min && value <= max && (decimals > 0 || Number.isInteger(size))
    ? { value }
    : refuse(code, text, {
      limits: [{ kind: "number", value: min }, { kind: "number", value: max }],
    });
}

/** Reads a number of per cent, to the tenth; a sign is allowed. */
export function readPercent(text: string, limits: Limits): Field<number> {
  const unit = / ?(?:%|٪|pour ?cent|per ?cent|pct)$/;
  return readNumberOf(text, "percent", { unit, decimals: 1, ...limits });
}

const YEARS = / ?(?:ans?|years?(?: old)?|yrs?|yo|y)\.?$/;

/** Reads an age in whole years: `40`, `40 ans`, `40 years old`. */
export function readAge(text: string): Field<number> {
  return readNumberOf(text, "age", { unit: YEARS, decimals: 0, ...AGE_LIMITS });
}

/** Reads the age of a grown-up, as {@link readAge}. */
export function readAdultAge(text: string): Field<number> {
  return readNumberOf(text, "age", { unit: YEARS, decimals: 0, ...ADULT_AGE_LIMITS });
}
