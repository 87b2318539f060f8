import { paceToSpeed, parsePace } from "@mypacer/shared/domain/pace.ts";
import { parseTime } from "@mypacer/shared/domain/mark.ts";
import { fasterBy, type RowScale } from "@mypacer/shared/domain/row_scale.ts";
import { type Codes, type Field, readBy, readNumber, refused } from "./read_fields.ts";
import { ROW_KINDS, type RowKind, rowLimits } from "./row_kinds.ts";

const PACE_CODES: Codes = {
  unreadable: "pace",
  ambiguous: "pace-ambiguous",
  overflow: "pace-seconds",
  "out-of-range": "pace-range",
};
/** A speed may be told by its pace. */
const SPEED_CODES: Codes = {
  unreadable: "speed",
  ambiguous: "pace-ambiguous",
  overflow: "pace-seconds",
  "out-of-range": "speed-range",
};
const TIME_CODES: Codes = {
  unreadable: "time",
  ambiguous: "time-ambiguous",
  overflow: "time-seconds",
  "out-of-range": "time-range",
};

/** Code of what is readable and lies beyond the limits of its scale. */
const BEYOND = { pace: "pace-range", speed: "speed-range", time: "time-range" } as const;
/** Digits that are kept of a bound, as many as the address writes. */
const DECIMALS: Record<RowKind, number> = { pace: 1, speed: 2, time: 2 };

const SPEED_UNIT = /\s*km\s*\/\s*h$/i;

/** Reads what the rows go by; empty means their paces. */
export function readRowKind(text: string): Field<RowKind> {
  if (text === "") return { value: "pace" };
  const kind = ROW_KINDS.find((kind) => kind === text);
  return kind === undefined ? refused("rows-by", text) : { value: kind };
}

/** A speed, km/h: a number alone is one, a pace is turned into it. */
function parseSpeed(text: string): number {
  const number = readNumber(text.replace(SPEED_UNIT, ""));
  return Number.isNaN(number) ? paceToSpeed(parsePace(text)) : number;
}

function readValue(text: string, scale: RowScale): Field<number> {
  switch (scale.by) {
    case "pace":
      return readBy(parsePace, text, PACE_CODES);
    case "speed":
      return readBy(parseSpeed, text, SPEED_CODES);
    case "time":
      return readBy((text) => parseTime(text) / 100, text, TIME_CODES);
  }
}

/** Reads the first or the last row of a table, in the unit of its scale. */
export function readBound(text: string, scale: RowScale): Field<number> {
  const read = readValue(text, scale);
  if (read.problem) return read;
  const { slowest, fastest } = rowLimits(scale);
  const beyond = fasterBy(scale, read.value, slowest) < 0 ||
    fasterBy(scale, fastest, read.value) < 0;
  return beyond
    ? refused(BEYOND[scale.by], text)
    : { value: Number(read.value.toFixed(DECIMALS[scale.by])) };
}

/** Reads what lies between two rows, in the unit of their scale: a number, of times a duration as well. */
export function readRowStep(text: string, scale: RowScale): Field<number> {
  const { step: least, largestStep: most } = rowLimits(scale);
  const number = readNumber(
    text.replace(scale.by === "speed" ? SPEED_UNIT : /\s*(s|sec|")$/i, ""),
  );
  const code = scale.by === "pace" ? "step" : `step-${scale.by}` as const;
  const read = Number.isNaN(number) && scale.by === "time"
    ? readBy((text) => parseTime(text) / 100, text, TIME_CODES)
    : { value: number };
  if (read.problem) return refused(code, text);
  return read.value >= least && read.value <= most ? { value: read.value } : refused(code, text);
}
