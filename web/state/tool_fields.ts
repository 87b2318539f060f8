/** What the forms of the tools are read from: results, shares, choices. Each is a value or a problem. */
import { canonicalDistance, parseDistance } from "@mypacer/shared/domain/distance.ts";
import { InputError, type InputErrorReason } from "@mypacer/shared/domain/input_error.ts";
import { parseTime } from "@mypacer/shared/domain/mark.ts";
import { paceOver, type Speed } from "@mypacer/shared/domain/pace.ts";
import { PACE_LIMITS } from "@mypacer/shared/domain/pace_table.ts";
import { ZONE_VMA_LIMITS } from "@mypacer/shared/domain/training_zones.ts";
import { MAX_TYPED } from "./limits.ts";
import { readNumber } from "./read_fields.ts";
import { durationText } from "./row_texts.ts";

/** Shortest and longest race that the tools take, m. */
export const RACE_LIMITS = { min: 100, max: 200_000 } as const;

/** Why a field was refused. */
export const TOOL_PROBLEMS = [
  "distance",
  "distance-ambiguous",
  "distance-range",
  "distance-missing",
  "time",
  "time-ambiguous",
  "time-overflow",
  "time-missing",
  "time-pace",
  "vma",
  "vma-missing",
  "percent",
  "choice",
  "rows",
  "age",
  "block",
  "block-range",
  "blocks",
  "runner",
  "runner-effort",
  "runners",
] as const;
/** A key of the texts of problems. */
export type ToolProblemCode = typeof TOOL_PROBLEMS[number];

/** Why a field was refused, and the part that is wrong. */
export interface ToolProblem {
  code: ToolProblemCode;
  given: string;
  /** What it could be written as instead. */
  suggestions: readonly string[];
}

/** What one field gave. */
export type ToolField<T> = { value: T; problem?: undefined } | {
  value?: undefined;
  problem: ToolProblem;
};

/** What a URL or a form says to a tool: the state it gives, what was typed and what was refused. */
export interface ToolInput<State, Name extends string = string> {
  state: State;
  typed: Readonly<Record<Name, string>>;
  problems: Partial<Record<Name, ToolProblem>>;
}

/** Refuses a text. */
export function refuse(
  code: ToolProblemCode,
  given: string,
  suggestions: readonly string[] = [],
): { problem: ToolProblem } {
  return { problem: { code, given, suggestions } };
}

/** The text of a parameter as it is looked at; empty when it is not given. */
export function typedText(text: string | null | undefined): string {
  return (text ?? "").slice(0, MAX_TYPED).replaceAll(/\p{Cc}/gu, " ").trim();
}

type Codes = Record<InputErrorReason, ToolProblemCode>;
const DISTANCE_CODES: Codes = {
  unreadable: "distance",
  ambiguous: "distance-ambiguous",
  overflow: "distance",
  "out-of-range": "distance-range",
};
const TIME_CODES: Codes = {
  unreadable: "time",
  ambiguous: "time-ambiguous",
  overflow: "time-overflow",
  "out-of-range": "time",
};

function readBy<T>(parse: (text: string) => T, text: string, codes: Codes): ToolField<T> {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(codes[error.reason], text, error.suggestions);
  }
}

/**
 * Reads the distance of a race, m, to the millimeter; below a kilometer to the centimeter, since three decimals
 * could be thousands.
 */
export function readRaceDistance(text: string): ToolField<number> {
  if (text === "") return refuse("distance-missing", text);
  const read = readBy(parseDistance, text, DISTANCE_CODES);
  if (read.problem) return read;
  const meters = Number(canonicalDistance(read.value).toFixed(read.value < 1000 ? 2 : 3));
  return meters >= RACE_LIMITS.min && meters <= RACE_LIMITS.max
    ? { value: meters }
    : refuse("distance-range", text);
}

/** Whether a time over a distance is a runner's or a walker's. @param time Whole hundredths. */
function hasPace(distance: number, time: number): boolean {
  const pace = paceOver(distance, time / 100);
  return pace >= PACE_LIMITS.fastest && pace <= PACE_LIMITS.slowest;
}

/**
 * Reads a time, whole hundredths.
 *
 * @param distance What it was run over, m, when that is known: a time that is no one's pace is refused, and `3:30`
 *   over a marathon is told to be `3h30`.
 */
export function readRaceTime(text: string, distance: number | undefined): ToolField<number> {
  if (text === "") return refuse("time-missing", text);
  const read = readBy(parseTime, text, TIME_CODES);
  if (read.problem || distance === undefined || hasPace(distance, read.value)) return read;
  const [, hours, minutes] = /^(\d{1,2})[:'’.,](\d{2})$/.exec(text) ?? [];
  const meant = hours === undefined ? "" : `${Number(hours)}h${minutes}`;
  const asHours = meant === "" ? undefined : readBy(parseTime, meant, TIME_CODES).value;
  return refuse(
    "time-pace",
    text,
    asHours !== undefined && hasPace(distance, asHours) ? [meant] : [],
  );
}

/** Reads a maximal aerobic speed, km/h, to the hundredth. */
export function readVmaOf(text: string): ToolField<Speed> {
  if (text === "") return refuse("vma-missing", text);
  const vma = readNumber(text.replace(/^vma\s*/i, "").replace(/\s*km\s*\/\s*h$/i, ""));
  return vma >= ZONE_VMA_LIMITS.lowest && vma <= ZONE_VMA_LIMITS.highest
    ? { value: Number(vma.toFixed(2)) }
    : refuse("vma", text);
}

/** Reads a number of per cent, to the tenth; a sign is allowed. */
export function readPercent(
  text: string,
  { min, max }: { min: number; max: number },
): ToolField<number> {
  const plain = text.replace(/\s*%$/, "").replace(/^[−–]/, "-");
  const size = readNumber(plain.replace(/^[+-]\s*/, ""));
  const percent = Number((plain.startsWith("-") ? -size : size).toFixed(1)) + 0;
  return percent >= min && percent <= max ? { value: percent } : refuse("percent", text);
}

/** Reads one of some values; empty means the first. */
export function readChoice<T extends string>(
  text: string,
  values: readonly [T, ...T[]],
): ToolField<T> {
  if (text === "") return { value: values[0] };
  const value = values.find((value) => value === text);
  return value === undefined ? refuse("choice", text) : { value };
}

/** A distance as the URL writes it. */
export const distanceCode = (meters: number) => String(meters);
/** A time as the URL writes it. @param time Whole hundredths. */
export const timeCode = (time: number) => durationText(time / 100);
