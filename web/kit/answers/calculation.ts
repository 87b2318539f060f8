/** What the search field understands besides names: a race, a pace or a speed, a distance. */
import { distanceReadings } from "@mypacer/shared/domain/measure/distance_text.ts";
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import type { Pace } from "@mypacer/shared/domain/measure/pace.ts";
import { isLikelyPace, paceReadings } from "@mypacer/shared/domain/measure/pace_text.ts";
import { chooseReading, type Reading } from "@mypacer/shared/domain/measure/reading.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { slowestTime, worldBestTime } from "@mypacer/shared/domain/models/human_limits.ts";
import { PACE_LIMITS, RACE_LIMITS } from "../forms/limits.ts";
import { type Race, readRace } from "../tools/race_fields.ts";
import { raceTextsIn } from "../tools/race_text.ts";

/** A question that figures answer. */
export type Calculation =
  | { kind: "race" } & Race
  /** s/km; of a speed, the pace that holds it. */
  | { kind: "pace"; pace: Pace }
  /** m. */
  | { kind: "distance"; distance: number };

/** Longest text that is read: a race with words around it. */
const MAX_TEXT = 50;
/** A pace or a speed says so by its unit, or by minutes and seconds: `16 km/h`, `4'15`, `4:15`. */
const PACE_SIGN =
  /(?:\/ ?(?:km|mi)|km\/?h|kmh|kph|mph|min\/|\bau k)|^\d{1,2}[:']\d{2}"?$|^\d{1,2} ?min ?\d{0,2}$/i;
/** A distance says so by its unit or its name: `10 km`, `5000m`, `semi`, `marathon`. */
const DISTANCE_SIGN =
  /^\d[\d ]*(?:[.,]\d+)? ?(?:k|km|m|mi|miles?|kilom[eè]tres?|m[eè]tres?)$|^(?:semi|half)(?:[- ]?marathon)?$|^marathon$|^mile$/i;

/**
 * Reads a question for figures; null for anything else, names and years above all.
 *
 * @param text As typed: `10 km en 42'30`, `marathon 3h15`, `16 km/h`, `4'15/km`, `semi`.
 */
export function readCalculation(text: string): Calculation | null {
  if (text.length > MAX_TEXT) return null;
  const plain = plainText(text).toLowerCase();
  if (DISTANCE_SIGN.test(plain)) {
    const { min, max } = RACE_LIMITS;
    const distance = only(distanceReadings, plain, (meters) => meters >= min && meters <= max);
    return distance === null ? null : { kind: "distance", distance };
  }
  if (!/\d/.test(plain)) return null;
  return readPace(plain) ?? readRaceText(plain);
}

function readPace(plain: string): Calculation | null {
  if (!PACE_SIGN.test(plain)) return null;
  const { slowest, fastest } = PACE_LIMITS;
  const isPace = (pace: number) => pace >= fastest && pace <= slowest;
  const pace = only(paceReadings, plain, isPace, (value) => isPace(value) && isLikelyPace(value));
  return pace === null ? null : { kind: "pace", pace };
}

function readRaceText(plain: string): Calculation | null {
  for (const texts of raceTextsIn(plain)) {
    const { race } = readRace(texts);
    if (race === null) continue;
    const seconds = race.time / 100;
    const isHuman = seconds >= worldBestTime(race.distance) &&
      seconds <= slowestTime(race.distance);
    if (isHuman) return { kind: "race", ...race };
  }
  return null;
}

/** The one sensible reading of a text; null without one. */
function only(
  readings: (text: string) => Reading[],
  text: string,
  isPossible: (value: number) => boolean,
  isLikely = isPossible,
): number | null {
  try {
    const choice = chooseReading(readings(text), isPossible, isLikely);
    return choice.kind === "one" ? choice.reading.value : null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}
