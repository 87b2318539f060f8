/** Ways to read one text: what it says as it stands, and what its writer may have meant by it. */
import type { InputValue } from "./input_value.ts";

/** One way to read a text. */
export interface Reading {
  /** In the unit of what is read: hundredths, s/km, km/h or m. */
  value: number;
  /** The same value, written so that it can be read in no other way. */
  as: InputValue;
  /** The text says so as it stands: no unit was filled in, no sign taken for another. */
  literal: boolean;
  /** The writer may expect another reading, and is told of this one. */
  noted: boolean;
  /** Never taken unasked, only offered where no other will do. */
  offered?: boolean;
}

/** What is left of several readings. */
export type Choice =
  | { kind: "one"; reading: Reading }
  /** What may be meant, and is not to be guessed: several, or one that hardly anybody means. */
  | { kind: "open"; readings: readonly Reading[] }
  | { kind: "none" };

/**
 * Chooses the reading that makes sense where the text stands: what a runner does comes before what
 * is merely possible, and a text that says its units is taken by its word.
 *
 * @param readings All of a text, the literal one first.
 * @param isPossible Whether the field takes the value.
 * @param isLikely Whether somebody would mean it.
 */
export function chooseReading(
  readings: readonly Reading[],
  isPossible: (value: number) => boolean,
  isLikely: (value: number) => boolean = isPossible,
): Choice {
  const possible = different(readings.filter(({ value }) => isPossible(value)));
  const likely = possible.filter(({ value, offered }) => !offered && isLikely(value));
  const [literal] = possible;
  if (literal === undefined) return { kind: "none" };
  const [first, ...others] = likely;
  if (first !== undefined && (others.length === 0 || first.literal && !first.noted)) {
    return { kind: "one", reading: first };
  }
  if (first === undefined && literal.literal) return { kind: "one", reading: literal };
  return { kind: "open", readings: first === undefined ? possible : likely };
}

/** Readings of different values: `60` is 1'00 per kilometer in seconds as well as at 60 km/h. */
function different(readings: readonly Reading[]): Reading[] {
  return readings.filter(({ value }, index) =>
    readings.findIndex((other) => Math.abs(other.value - value) < 1e-9) === index
  );
}
