/**
 * Race distances: exact lengths, the catalogue a runner chooses from, and how they are read and
 * written.
 */

import { HALF_MARATHON, MARATHON, MILE } from "./official_lengths.ts";

export { parseDistance } from "./distance_text.ts";
export { HALF_MARATHON, MARATHON, MILE };

/**
 * The 16 distances of the original service, as its clients know them (mile and half marathon cut).
 */
export const LEGACY_DISTANCES: readonly number[] = [
  100,
  200,
  300,
  400,
  500,
  600,
  800,
  1000,
  1500,
  1609.34,
  3000,
  5000,
  10000,
  20000,
  21097,
  42195,
];

/** Languages that the site is written in. */
export type Language = "fr" | "en";

/** A distance one can choose by name. */
export interface RaceDistance {
  /** Short stable name, e.g. `5000m`, `5km`, `half`. */
  key: string;
  meters: number;
  /** Where it is run: 5000 m on the track and 5 km on the road are two entries. */
  kind: "track" | "road";
  labels: Record<Language, string>;
}

/** Separates thousands in French, and keeps a figure and its unit on one line. */
const NARROW_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";

function groupThousands(digits: string, language: Language): string {
  // English writes distances of four digits without a comma: 1500 m, but 10,000 m.
  if (language === "en" && digits.length <= 4) return digits;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, language === "fr" ? NARROW_SPACE : ",");
}

function formatNumber(value: number, decimals: number, language: Language): string {
  const [whole = "", fraction = ""] = value.toFixed(decimals).split(".");
  const digits = fraction.replace(/0+$/, "");
  const point = language === "fr" ? "," : ".";
  return groupThousands(whole, language) + (digits === "" ? "" : point + digits);
}

function inMeters(meters: number, language: Language): string {
  return `${formatNumber(meters, 3, language)}${NO_BREAK_SPACE}m`;
}

function inKilometers(meters: number, language: Language): string {
  return `${formatNumber(meters / 1000, 6, language)}${NO_BREAK_SPACE}km`;
}

function named(key: string, meters: number, kind: "track" | "road", fr: string, en: string) {
  return { key, meters, kind, labels: { fr, en } } as const;
}

function onTrack(meters: number): RaceDistance {
  return named(`${meters}m`, meters, "track", inMeters(meters, "fr"), inMeters(meters, "en"));
}

function onRoad(kilometers: number): RaceDistance {
  const meters = kilometers * 1000;
  return named(
    `${kilometers}km`,
    meters,
    "road",
    inKilometers(meters, "fr"),
    inKilometers(meters, "en"),
  );
}

/** Distances a French runner expects to find, track then road, short to long. */
export const DISTANCES: readonly RaceDistance[] = [
  ...[100, 200, 300, 400, 500, 600, 800, 1000, 1500].map(onTrack),
  named("mile", MILE, "track", "Mile", "Mile"),
  ...[2000, 3000, 5000, 10000].map(onTrack),
  ...[5, 10, 15, 20].map(onRoad),
  named("half", HALF_MARATHON, "road", "Semi", "Half"),
  ...[25, 30].map(onRoad),
  named("marathon", MARATHON, "road", "Marathon", "Marathon"),
  ...[50, 100].map(onRoad),
];

/** Road races over whole miles, in meters; the mile itself is run on the track too. */
export const MILE_RACES: readonly number[] = [8046.72, 16_093.44];

/** Columns of a table when none are chosen, in meters, short to long. */
export const DEFAULT_DISTANCES: readonly number[] = [
  100,
  200,
  300,
  400,
  500,
  600,
  800,
  1000,
  1500,
  MILE,
  2000,
  3000,
  5000,
  10000,
  15000,
  20000,
  HALF_MARATHON,
  MARATHON,
];

/**
 * Shortened lengths that stand for an exact one: in the original service's keys, and in common
 * writing.
 */
const ALIASES: readonly (readonly [alias: number, meters: number])[] = [
  [21097, HALF_MARATHON],
  [21098, HALF_MARATHON],
  [1609, MILE],
  [1609.3, MILE],
  [1609.34, MILE],
];

/** Lengths closer than this are one: far below what is measured, far above a rounding error. */
const EPSILON = 1e-6;

/**
 * Gives the exact length a shortened one stands for: 21097 m is the half marathon, 1609.34 m the
 * mile.
 *
 * @param meters Any length in meters.
 * @returns The exact length; the same length when it is no known short form.
 */
export function canonicalDistance(meters: number): number {
  for (const [alias, exact] of ALIASES) {
    if (Math.abs(meters - alias) < EPSILON || Math.abs(meters - exact) < EPSILON) return exact;
  }
  return meters;
}

/**
 * Tells whether two lengths are the same race distance, the original service's short forms
 * included.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { sameDistance } from "./distance.ts";
 * assert(sameDistance(21097, 21097.5));
 * assert(sameDistance(1609.34, 1609.344));
 * assert(!sameDistance(1600, 1609.344));
 * ```
 */
export function sameDistance(a: number, b: number): boolean {
  return Math.abs(canonicalDistance(a) - canonicalDistance(b)) < EPSILON;
}

/**
 * Names a distance: `400 m`, `1 500 m`, `5 km`, `7,5 km`, `Semi`, `Marathon`, `Mile`, `10 miles`.
 * Figures and units are held together by no-break spaces.
 *
 * @param meters Length in meters, above 0.
 * @throws {RangeError} If the length is not a finite number above 0.
 */
export function distanceLabel(meters: number, language: Language): string {
  if (!Number.isFinite(meters) || meters <= 0) {
    throw new RangeError(`Cannot name distance ${meters}: must be > 0`);
  }
  const exact = canonicalDistance(meters);
  const named = DISTANCES.find((distance) => distance.meters === exact && !/\d/.test(distance.key));
  if (named) return named.labels[language];
  const miles = Math.round(exact / MILE);
  if (miles > 1 && Math.abs(exact - miles * MILE) < EPSILON) {
    return `${miles}${NO_BREAK_SPACE}miles`;
  }
  return exact >= 5000 ? inKilometers(exact, language) : inMeters(exact, language);
}
