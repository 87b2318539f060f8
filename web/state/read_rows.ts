import { isLikelyPace, paceReadings, speedReadings } from "@mypacer/shared/domain/pace_text.ts";
import { fasterBy, type RowScale } from "@mypacer/shared/domain/row_scale.ts";
import { parseTime } from "@mypacer/shared/domain/time_text.ts";
import { plainText } from "@mypacer/shared/domain/typed_text.ts";
import { InputError } from "@mypacer/shared/domain/input_error.ts";
import { type Field, readNumber, readValue, refuse } from "./field.ts";
import { isPace, PACE_SPAN, readTime } from "./read_values.ts";
import { ROW_KINDS, type RowKind, rowLimits } from "./row_kinds.ts";

/** Digits that are kept of a bound, as many as the address writes. */
const DECIMALS: Record<RowKind, number> = { pace: 1, speed: 2, time: 2 };

/** Reads what the rows go by; empty means their paces. */
export function readRowKind(text: string): Field<RowKind> {
  if (text === "") return { value: "pace" };
  const kind = ROW_KINDS.find((kind) => kind === text);
  return kind === undefined ? refuse("choice", text) : { value: kind };
}

/** Reads the first or the last row of a table, in the unit of its scale. */
export function readBound(text: string, scale: RowScale): Field<number> {
  const round = (value: number) => Number(value.toFixed(DECIMALS[scale.by]));
  switch (scale.by) {
    case "pace":
      return readValue(text, {
        readings: paceReadings,
        code: "pace",
        beyond: "pace-range",
        overflow: "pace-overflow",
        limits: PACE_SPAN,
        isPossible: isPace,
        isLikely: isLikelyPace,
        round,
      });
    case "speed": {
      const { slowest, fastest } = rowLimits(scale);
      return readValue(text, {
        readings: speedReadings,
        code: "speed",
        limits: [
          { kind: "speed", speed: slowest, per: "km" },
          { kind: "speed", speed: fastest, per: "km" },
        ],
        isPossible: (speed) =>
          fasterBy(scale, speed, slowest) >= 0 && fasterBy(scale, fastest, speed) >= 0,
        round,
      });
    }
    case "time": {
      const read = readTime(text, scale.over);
      return read.problem ? read : { ...read, value: read.value / 100 };
    }
  }
}

/** Units behind a step; a step of times may be a duration. */
const STEP_UNITS = {
  pace: / ?(?:s|sec|secondes?|seconds?|"|'')$/i,
  speed: / ?(?:km ?\/? ?h|kph)$/i,
  time: / ?(?:s|sec|secondes?|seconds?|"|'')$/i,
} as const;

/** Reads what lies between two rows, in the unit of their scale: a number, or a duration. */
export function readRowStep(text: string, scale: RowScale): Field<number> {
  const { step: least, largestStep: most } = rowLimits(scale);
  const plain = plainText(text);
  const number = readNumber(plain.replace(STEP_UNITS[scale.by], ""));
  const step = Number.isNaN(number) && scale.by !== "speed" ? duration(plain) : number;
  return step >= least && step <= most
    ? { value: step }
    : refuse(scale.by === "pace" ? "step" : `step-${scale.by}`, text);
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
