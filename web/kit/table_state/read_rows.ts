import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { paceFrom, paceIn, speedIn } from "@mypacer/shared/domain/measure/pace.ts";
import {
  isLikelyPace,
  paceReadings,
  speedReadings,
} from "@mypacer/shared/domain/measure/pace_text.ts";
import type { Reading } from "@mypacer/shared/domain/measure/reading.ts";
import type { RowScale } from "@mypacer/shared/domain/table/row_scale.ts";
import { parseTime } from "@mypacer/shared/domain/measure/time_text.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import { type Field, refuse } from "../forms/field.ts";
import { readNumber, readValue } from "../forms/read_value.ts";
import { readTime } from "../forms/read_values.ts";
import { type RowKind, rowLimits } from "./row_kinds.ts";

/** Digits that are kept of a bound, as many as the address writes. */
const DECIMALS: Record<RowKind, number> = { pace: 1, speed: 2, time: 2 };

/** Slack for what a conversion leaves, such as a bound that lies on a limit. */
const SLACK = 1e-6;

/** Readings with their values in the unit of a scale. */
function scaled(readings: Reading[], toScale: (value: number) => number): Reading[] {
  return readings.map((reading) => ({ ...reading, value: toScale(reading.value) }));
}

/**
 * Reads the first or the last row of a table, in the unit of its scale; a text without a unit is in
 * it.
 */
export function readBound(text: string, scale: RowScale): Field<number> {
  if (scale.by === "time") {
    const read = readTime(text, scale.over);
    return read.problem ? read : { ...read, value: read.value / 100 };
  }
  const { by, per = "km" } = scale;
  const { slowest, fastest } = rowLimits(scale);
  const [least, most] = [Math.min(slowest, fastest), Math.max(slowest, fastest)];
  const shared = {
    isPossible: (value: number) => value >= least - SLACK && value <= most + SLACK,
    round: (value: number) => Number(value.toFixed(DECIMALS[by])),
  };
  return by === "pace"
    ? readValue(text, {
      ...shared,
      readings: (typed) => scaled(paceReadings(typed, { per }), (pace) => paceIn(pace, per)),
      code: "pace",
      beyond: "pace-range",
      overflow: "pace-overflow",
      limits: [{ kind: "pace", seconds: least, per }, { kind: "pace", seconds: most, per }],
      isLikely: (value) => isLikelyPace(paceFrom(value, per)),
    })
    : readValue(text, {
      ...shared,
      readings: (typed) => scaled(speedReadings(typed, { per }), (speed) => speedIn(speed, per)),
      code: "speed",
      limits: [{ kind: "speed", speed: least, per }, { kind: "speed", speed: most, per }],
    });
}

/** Seconds behind a step, and what a pace is told by. */
const SECONDS = / ?(?:s|sec|secondes?|seconds?|"|'')?(?: ?(?:\/|par|per|au|le) ?(km|mi|miles?))?$/i;

/** Speed in km/h of a text with a unit of speed, or NaN. */
function speedOf(text: string): number {
  try {
    const [reading] = speedReadings(text);
    // A pace is no step of speeds.
    return reading === undefined || reading.noted ? NaN : reading.value;
  } catch (error) {
    if (error instanceof InputError) return NaN;
    throw error;
  }
}

/** A step of another unit, to the hundredth. */
const converted = (value: number) => Number(value.toFixed(2));

/** A step in the unit of its scale; NaN when it is no number alone or with a unit of its kind. */
function numberedStep(plain: string, scale: RowScale): number {
  if (scale.by === "speed") {
    const { per = "km" } = scale;
    const alone = readNumber(plain);
    return Number.isNaN(alone) ? converted(speedIn(speedOf(plain), per)) : alone;
  }
  const number = readNumber(plain.replace(SECONDS, ""));
  const [, told] = SECONDS.exec(plain) ?? [];
  if (scale.by === "time") return told === undefined ? number : NaN;
  const { per = "km" } = scale;
  const named = told === undefined ? per : told.toLowerCase() === "km" ? "km" : "mi";
  return named === per ? number : converted(paceIn(paceFrom(number, named), per));
}

/** Limits of a step, as a problem tells them. */
function stepSpan(scale: RowScale): readonly [InputValue, InputValue] {
  const { step, largestStep } = rowLimits(scale);
  const value = (size: number): InputValue =>
    scale.by === "speed"
      ? { kind: "speed", speed: size, per: scale.per ?? "km" }
      : { kind: "number", value: size };
  return [value(step), value(largestStep)];
}

/** Reads what lies between two rows, in the unit of their scale: a number, or a duration. */
export function readRowStep(text: string, scale: RowScale): Field<number> {
  const { step: least, largestStep: most } = rowLimits(scale);
  const plain = plainText(text);
  const number = numberedStep(plain, scale);
  const step = Number.isNaN(number) && scale.by !== "speed" ? duration(plain) : number;
  return step >= least && step <= most
    ? { value: step }
    : refuse(scale.by === "pace" ? "step" : `step-${scale.by}`, text, { limits: stepSpan(scale) });
}

/** Seconds of a duration, or NaN. */
function duration(text: string): number {
  try {
    return parseTime(text) / 100;
  } catch (error) {
    if (error instanceof InputError) return NaN;
    throw error;
  }
}
