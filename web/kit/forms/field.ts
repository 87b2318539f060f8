/** What one field of a page gives: its value, how it was read, or why it was refused. */
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { chooseReading, type Reading } from "@mypacer/shared/domain/measure/reading.ts";
import { clipText, plainText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { MAX_TYPED } from "./limits.ts";

/** Why a field was refused: a key of the texts of problems: `*_problems.ts` beside this. */
export type FieldProblemCode =
  // Of no form that the field knows.
  | "time"
  | "pace"
  | "speed"
  | "distance"
  | "vma"
  | "percent"
  | "age"
  | "step"
  | "step-speed"
  | "step-time"
  | "athlete"
  | "choice"
  // Of a known form, but not to be taken as it stands.
  | "ambiguous"
  | "overflow"
  | "pace-overflow"
  | "range"
  | "pace-range"
  | "time-pace"
  | "order"
  // Nothing, where something is needed.
  | "time-missing"
  | "distance-missing"
  | "vma-missing"
  // Too many.
  | "rows"
  | "distances-many"
  | "athletes-many"
  | "results-many";

/** Why a field was refused, and the part that is wrong. */
export interface FieldProblem {
  code: FieldProblemCode;
  /** The part that is wrong, as it was typed; a count where there are too many. */
  typed: string;
  /** What it could be written as instead; the field that refuses the text takes each of them. */
  suggestions: readonly InputValue[];
  /** What the text was read as, where its writer may have expected another reading. */
  as?: InputValue;
  /** Least and most that the field takes. */
  limits?: readonly [InputValue, InputValue];
}

/** How a text was read whose writer may have expected another reading. */
export interface ReadingNote {
  typed: string;
  /** One value, or those of a list. */
  as: readonly InputValue[];
}

/** What one field gave; a list that is refused in part gives what can be taken of it. */
export type Field<T> =
  | { value: T; note?: ReadingNote; problem?: undefined }
  | { value?: T; note?: undefined; problem: FieldProblem };

/** Problems of a page's fields, by name. */
export type Problems<Name extends string = string> = Partial<Record<Name, FieldProblem>>;
/** How fields of a page were read, by name. */
export type Notes<Name extends string = string> = Partial<Record<Name, ReadingNote>>;

/** Refuses a text. */
export function refuse(
  code: FieldProblemCode,
  typed: string,
  details: Partial<Omit<FieldProblem, "code" | "typed">> = {},
): { problem: FieldProblem } {
  return { problem: { code, typed, suggestions: [], ...details } };
}

/**
 * The text of a parameter as it is looked at; empty when there is none. What is too long ends in
 * `…`, which nothing reads: a list that was cut would say something else.
 */
export function typedText(text: string | null | undefined, most = MAX_TYPED): string {
  const whole = (text ?? "").trim();
  const visible = visibleText(clipText(whole, 2 * most));
  return visible.length > most || whole.length > 2 * most
    ? `${clipText(visible, most - 1)}…`
    : visible;
}

/** How a field reads a single value. */
export interface ValueRules {
  /** All ways to read a text. @throws {InputError} If there is none. */
  readings: (text: string) => Reading[];
  /** Code of a text of no known form. */
  code: FieldProblemCode;
  /** Code of what lies beyond the limits; `range` unless given. */
  beyond?: FieldProblemCode;
  /** Code of minutes or seconds of 60 or more; `overflow` unless given. */
  overflow?: FieldProblemCode;
  limits?: readonly [InputValue, InputValue];
  isPossible: (value: number) => boolean;
  isLikely?: (value: number) => boolean;
  /** Brings a value to what the address keeps of it. */
  round?: (value: number) => number;
}

/** Reads a single value: the one reading that makes sense, or what could be written instead. */
export function readValue(text: string, rules: ValueRules): Field<number> {
  const { readings, code, beyond = "range", overflow = "overflow", round = Number, limits } = rules;
  const details = limits === undefined ? {} : { limits };
  try {
    const all = readings(text);
    const choice = chooseReading(all, rules.isPossible, rules.isLikely);
    if (choice.kind === "one") {
      const { value, as, noted } = choice.reading;
      return { value: round(value), ...noted && { note: { typed: text, as: [as] } } };
    }
    const [first] = all;
    const read = first?.noted ? { ...details, as: first.as } : details;
    if (choice.kind === "none") return refuse(beyond, text, read);
    const suggestions = choice.readings.filter((reading) => isTaken(reading, rules))
      .map(({ as }) => as);
    return choice.readings.every(({ offered }) => offered)
      ? refuse(beyond, text, { ...read, suggestions })
      : refuse("ambiguous", text, { suggestions });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    switch (error.reason) {
      case "unreadable":
        return refuse(code, text, details);
      case "overflow":
        return refuse(overflow, text);
      case "out-of-range":
        return refuse(beyond, text, details);
      case "ambiguous":
        return refuse("ambiguous", text);
    }
  }
}

/** Whether a field reads a value as it would be suggested, in both languages. */
function isTaken(
  { value, as }: Reading,
  { readings, isPossible, isLikely, round = Number }: ValueRules,
) {
  return (["fr", "en"] as const).every((language) => {
    const choice = chooseReading(readings(writeInput(as, language)), isPossible, isLikely);
    return choice.kind === "one" && round(choice.reading.value) === round(value);
  });
}

/** A number with a comma or a point, or NaN. */
export function readNumber(text: string): number {
  return /^\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}

/** Parts of a list that an address or the boxes of a form give. */
export function listedParts(text: string): string[] {
  return plainText(text).split(/[,;]/).map((part) => part.trim()).filter((part) => part !== "");
}

/** Reads one of some values. */
export function readChoice<T extends string>(text: string, values: readonly T[]): Field<T> {
  const value = values.find((value) => value === text);
  return value === undefined ? refuse("choice", text) : { value };
}
