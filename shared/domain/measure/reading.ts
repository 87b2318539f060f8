/** Ways to read one text: literally, and as its writer may have meant it. */
import type { InputValue } from "./input_value.ts";

/** One way to read a text. */
export interface Reading {
  /** In the unit of what is read: hundredths, s/km, km/h or m. */
  value: number;
  /** The same value, written so that it can be read in no other way. */
  as: InputValue;
  /** Read literally: no unit was added, no sign replaced. */
  literal: boolean;
  /** The writer may expect another reading, so the page shows how the text was read. */
  noted: boolean;
  /** Never chosen, only suggested where no other reading is possible. */
  offered?: boolean;
}

/** The outcome of choosing among several readings. */
export type Choice =
  | { kind: "one"; reading: Reading }
  /** Readings to suggest, not to guess from: several, or one that hardly anybody means. */
  | { kind: "open"; readings: readonly Reading[] }
  | { kind: "none" };

/**
 * Chooses the reading that makes sense where the text stands: what a runner does comes before what
 * is merely possible, and a text with units is read literally.
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
