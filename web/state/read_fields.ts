import {
  canonicalDistance,
  DEFAULT_DISTANCES,
  DISTANCES,
  parseDistance,
  sameDistance,
} from "@mypacer/shared/domain/distance.ts";
import { InputError, type InputErrorReason } from "@mypacer/shared/domain/input_error.ts";
import type { Speed } from "@mypacer/shared/domain/pace.ts";
import { DISTANCE_LIMITS, MAX_ATHLETES, MAX_CUSTOM_DISTANCES, VMA_LIMITS } from "./limits.ts";
import { type Notation, type Surface, SURFACES } from "./board_state.ts";

/** Why a field was refused: a key of the texts' `problems`, and the part that is wrong. */
export interface FieldProblem {
  code:
    | "pace"
    | "pace-ambiguous"
    | "pace-seconds"
    | "pace-range"
    | "order"
    | "speed"
    | "speed-range"
    | "time"
    | "time-ambiguous"
    | "time-seconds"
    | "time-range"
    | "rows-by"
    | "step"
    | "step-speed"
    | "step-time"
    | "rows"
    | "distance"
    | "distance-ambiguous"
    | "distance-range"
    | "distances-many"
    | "columns"
    | "vma"
    | "unit"
    | "notation"
    | "surface"
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

/** Refuses a text. */
export const refused = (
  code: FieldProblem["code"],
  given: string,
  suggestions: readonly string[] = [],
) => ({ problem: { code, given, suggestions } });

/** Codes of what the domain refuses, by its reason. */
export type Codes = Record<InputErrorReason, FieldProblem["code"]>;
const DISTANCE_CODES: Codes = {
  unreadable: "distance",
  ambiguous: "distance-ambiguous",
  overflow: "distance",
  "out-of-range": "distance-range",
};

/** Reads a text by the domain's own rules. */
export function readBy<T>(parse: (text: string) => T, text: string, codes: Codes): Field<T> {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refused(codes[error.reason], text, error.suggestions);
  }
}

/** A number with a comma or a point, or NaN. */
export function readNumber(text: string): number {
  return /^\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}

/** Reads a maximal aerobic speed, km/h; empty means none. */
export function readVma(text: string): Field<Speed | null> {
  if (text === "") return { value: null };
  const vma = readNumber(text.replace(/\s*km\s*\/\s*h$/i, ""));
  return vma >= VMA_LIMITS.min && vma <= VMA_LIMITS.max ? { value: vma } : refused("vma", text);
}

/** Reads one distance, m; empty means the one given. */
export function readDistance(text: string, usual: number): Field<number> {
  if (text === "") return { value: usual };
  const read = readBy(parseDistance, text, DISTANCE_CODES);
  if (read.problem) return read;
  return read.value >= DISTANCE_LIMITS.min && read.value <= DISTANCE_LIMITS.max
    ? { value: canonicalDistance(read.value) }
    : refused("distance-range", text);
}

/** Reads the official distances that are shown, m; null for the usual ones. */
export function readColumns(text: string): Field<number[] | null> {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const shown = new Set<number>();
  for (const part of parts) {
    const length = readNumber(part);
    const known = DISTANCES.find(({ meters }) => sameDistance(meters, length));
    if (known === undefined) return refused("columns", part);
    shown.add(known.meters);
  }
  const usual = shown.size === 0 ||
    shown.size === DEFAULT_DISTANCES.length &&
      DEFAULT_DISTANCES.every((meters) => shown.has(meters));
  return { value: usual ? null : [...shown].sort((a, b) => a - b) };
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

/** Reads the notation of times; empty means the language's own. */
export function readNotation(text: string): Field<Notation | null> {
  if (text === "") return { value: null };
  return text === "french" || text === "english" ? { value: text } : refused("notation", text);
}

/** Reads where the records that are shown were run; empty means everywhere. */
export function readSurfaces(text: string): Field<readonly Surface[]> {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const wrong = parts.find((part) => !SURFACES.some((surface) => surface === part));
  if (wrong !== undefined) return refused("surface", wrong);
  const value = SURFACES.filter((surface) => parts.includes(surface));
  return { value: value.length === 0 ? SURFACES : value };
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
