import { parseDistance } from "@mypacer/shared/domain/distance.ts";
import { InputError, type InputErrorReason } from "@mypacer/shared/domain/input_error.ts";
import { type Pace, parsePace, type Speed } from "@mypacer/shared/domain/pace.ts";
import {
  DISTANCE_LIMITS,
  MAX_ATHLETES,
  MAX_CUSTOM_DISTANCES,
  PACE_LIMITS,
  STEP_LIMITS,
  VMA_LIMITS,
} from "./limits.ts";

/** Why a field was refused: a key of the texts' `problems`, and the part that is wrong. */
export interface FieldProblem {
  code:
    | "pace"
    | "pace-ambiguous"
    | "pace-seconds"
    | "pace-range"
    | "order"
    | "step"
    | "rows"
    | "distance"
    | "distance-ambiguous"
    | "distance-range"
    | "distances-many"
    | "vma"
    | "unit"
    | "athlete"
    | "athletes-many";
  given: string;
  /** What it could be written as instead. */
  suggestions: readonly string[];
}

/** What one field gave: its value, or why it was refused. */
export type Field<T> = { value: T; problem?: undefined } | {
  value?: undefined;
  problem: FieldProblem;
};

const refused = (
  code: FieldProblem["code"],
  given: string,
  suggestions: readonly string[] = [],
) => ({ problem: { code, given, suggestions } });

/** Codes of what the domain refuses, by its reason. */
type Codes = Record<InputErrorReason, FieldProblem["code"]>;
const PACE_CODES: Codes = {
  unreadable: "pace",
  ambiguous: "pace-ambiguous",
  overflow: "pace-seconds",
  "out-of-range": "pace-range",
};
const DISTANCE_CODES: Codes = {
  unreadable: "distance",
  ambiguous: "distance-ambiguous",
  overflow: "distance",
  "out-of-range": "distance-range",
};

/** Reads a text by the domain's own rules. */
function readBy<T>(parse: (text: string) => T, text: string, codes: Codes): Field<T> {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refused(codes[error.reason], text, error.suggestions);
  }
}

/** Reads a pace, per kilometer unless it says `/mi`. */
export function readPace(text: string): Field<Pace> {
  const pace = readBy(parsePace, text, PACE_CODES);
  if (pace.problem) return pace;
  return pace.value < PACE_LIMITS.fastest || pace.value > PACE_LIMITS.slowest
    ? refused("pace-range", text)
    : pace;
}

/** A number with a comma or a point, or NaN. */
function readNumber(text: string): number {
  return /^\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}

/** Reads the step between rows, s/km. */
export function readStep(text: string): Field<number> {
  const step = readNumber(text.replace(/\s*(s|sec|")$/i, ""));
  return step >= STEP_LIMITS.min && step <= STEP_LIMITS.max
    ? { value: step }
    : refused("step", text);
}

/** Reads a maximal aerobic speed, km/h; empty means none. */
export function readVma(text: string): Field<Speed | null> {
  if (text === "") return { value: null };
  const vma = readNumber(text.replace(/\s*km\s*\/\s*h$/i, ""));
  return vma >= VMA_LIMITS.min && vma <= VMA_LIMITS.max ? { value: vma } : refused("vma", text);
}

/**
 * Cuts a list of distances at its separators. A comma may also be a decimal one (`21,1 km`): it
 * separates in the URL's own form (`7000,12000`), before a space and after a letter.
 */
function cutDistances(text: string): string[] {
  const parts = /^[\d.]+(,[\d.]+)*$/.test(text)
    ? text.split(",")
    : text.split(/;|,\s+|(?<=\p{L}),/u);
  return parts.map((part) => part.replaceAll(/^[\s,]+|[\s,]+$/g, ""))
    .filter((part) => part !== "");
}

/** Reads the distances a visitor adds, m. */
export function readDistances(text: string): Field<number[]> {
  const parts = cutDistances(text);
  if (parts.length > MAX_CUSTOM_DISTANCES) return refused("distances-many", String(parts.length));
  const distances: number[] = [];
  for (const part of parts) {
    const read = readBy(parseDistance, part, DISTANCE_CODES);
    if (read.problem) return read;
    const distance = read.value;
    if (!(distance >= DISTANCE_LIMITS.min && distance <= DISTANCE_LIMITS.max)) {
      return refused("distance-range", part);
    }
    if (!distances.includes(distance)) distances.push(distance);
  }
  return { value: distances };
}

/** Reads the unit of paces and speeds; empty means kilometers. */
export function readUnit(text: string): Field<"km" | "mi"> {
  if (text === "" || text === "km") return { value: "km" };
  return text === "mi" ? { value: "mi" } : refused("unit", text);
}

/**
 * Reads federation ids. What can be shown is shown whatever else is wrong: the value and the problem
 * come together.
 */
export function readAthletes(text: string): { value: string[]; problem?: FieldProblem } {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const ids = [...new Set(parts.filter((part) => /^\d{1,12}$/.test(part)))];
  const wrong = parts.find((part) => !/^\d{1,12}$/.test(part));
  const value = ids.slice(0, MAX_ATHLETES);
  if (wrong !== undefined) return { value, ...refused("athlete", wrong) };
  return ids.length > MAX_ATHLETES
    ? { value, ...refused("athletes-many", String(ids.length)) }
    : { value };
}
