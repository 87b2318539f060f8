/** Lists of distances, as an address writes them and as a visitor types them. */
import { DISTANCES, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { COLUMN_DISTANCES, shownColumns } from "./column_sets.ts";
import { type Field, refuse } from "../forms/field.ts";
import { listedParts, readNumber } from "../forms/read_value.ts";
import { DISTANCE_LIMITS, MAX_CUSTOM_DISTANCES } from "../forms/limits.ts";
import { readDistance, roundDistance } from "../forms/read_values.ts";

/** Reads which distances of the list are shown, m; null for the usual ones. */
export function readColumns(text: string): Field<number[] | null> {
  const shown = new Set<number>();
  for (const part of listedParts(text)) {
    const length = readNumber(part);
    const listed = COLUMN_DISTANCES.find((meters) => sameDistance(meters, length));
    if (listed === undefined) return refuse("choice", part);
    shown.add(listed);
  }
  return { value: shownColumns([...shown]) };
}

/** Meters as the address writes them: whole or with a point, without a zero in front. */
const ADDRESS_METERS = /^[1-9]\d*(?:\.\d+)?$/;

/**
 * Meters of a list in the address's own form, `7000,12000`; null where the text is none. One comma
 * between digits is a decimal one where kilometers come of it: `42,195`, `12,400`, `21,0975`,
 * `1609,344` are one distance each. From 100 m on two lengths are likelier, as in `400,1000`.
 */
function addressMeters(plain: string): number[] | null {
  const parts = plain.replace(/,$/, "").split(",");
  if (parts.length < 2 || !parts.every((part) => ADDRESS_METERS.test(part))) return null;
  const meters = parts.map(Number);
  if (meters.some((length) => length < DISTANCE_LIMITS.min)) return null;
  const [first = 0, second = 0] = meters;
  if (meters.length > 2 || parts.some((part) => part.includes("."))) return meters;
  const asDecimals = Number(`${first}.${second}`);
  const isOne = first < 100 || DISTANCES.some(({ meters }) => sameDistance(meters, asDecimals));
  return isOne && second < 1000 ? null : meters;
}

/**
 * Whether lengths in meters may have been meant as something else: a short one, or two of three
 * digits.
 */
function areDoubtful(meters: readonly number[]): boolean {
  return meters.some((length) => length < 100) ||
    meters.length === 2 && meters.every((length) => length < 1000 && Number.isInteger(length));
}

/** Cuts a list at its signs or words: a comma only with a space behind it or a unit before it. */
function cutDistances(plain: string): string[] {
  return plain.split(/[;|]|,(?= |$)|(?<=[^\d\s]),| (?:et|and|&|\/|\+) /i).map((part) =>
    part.replace(/^[ ,]+|[ ,]+$/g, "")
  )
    .filter((part) => part !== "");
}

/** Reads the distances a visitor adds, m: as an address writes them or as somebody types them. */
export function readDistances(text: string): Field<number[]> {
  const plain = plainText(text);
  const meters = addressMeters(plain);
  const parts = meters === null
    ? cutDistances(plain)
    : meters.map((length) => `${roundDistance(length)} m`);
  if (parts.length > MAX_CUSTOM_DISTANCES) return refuse("distances-many", String(parts.length));
  const distances: number[] = [];
  const noted: InputValue[] = [];
  for (const part of parts) {
    const read = readDistance(part, DISTANCE_LIMITS);
    if (read.problem) return { problem: read.problem };
    noted.push(...read.note?.as ?? []);
    if (!distances.includes(read.value)) distances.push(read.value);
  }
  if (meters !== null && areDoubtful(meters)) {
    noted.push(...distances.map((meters): InputValue => ({ kind: "distance", meters })));
  }
  return { value: distances, ...noted.length > 0 && { note: { typed: text, as: noted } } };
}
