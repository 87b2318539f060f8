/** Reads single values: among all ways to read a text, the one that makes sense in its field. */
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { chooseReading, type Reading } from "@mypacer/shared/domain/measure/reading.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { type Field, type FieldProblemCode, refuse } from "./field.ts";

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
