/** What one field of a page gives: its value, how it was read, or why it was refused. */
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { clipText, visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
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

/** Reads one of some values. */
export function readChoice<T extends string>(text: string, values: readonly T[]): Field<T> {
  const value = values.find((value) => value === text);
  return value === undefined ? refuse("choice", text) : { value };
}
