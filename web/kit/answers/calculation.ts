/** What the search field understands besides names: a race, a pace or a speed, a distance. */
import { distanceReadings } from "@mypacer/shared/domain/measure/distance_text.ts";
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import { type Pace, timeOver } from "@mypacer/shared/domain/measure/pace.ts";
import { isLikelyPace, paceReadings } from "@mypacer/shared/domain/measure/pace_text.ts";
import { chooseReading, type Reading } from "@mypacer/shared/domain/measure/reading.ts";
import { plainText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { whyNotHuman } from "@mypacer/shared/domain/models/human_limits.ts";
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
/** The unit of a pace or a speed. */
const PACE_UNIT = /\/ ?(?:km|mi)|km\/?h|kmh|kph|mph|min\/|\b(?:au|par|per) (?:k|mi)/;
/** Minutes and seconds alone are a pace: `4'15`, `4:15`, `4 min 15`. */
const BARE_PACE = /^\d{1,2}[:']\d{2}"?$|^\d{1,2} ?min ?\d{0,2}$/;
/** Words between a distance and the pace it is run at, once both are cut apart. */
const AT_PACE = /^(?:à|a|at|en|in|sur|on|for|over) | (?:à|a|at|en|in|sur|on|for|over)$/g;
/** A distance says so by its unit or its name: `10 km`, `5000m`, `semi`, `marathon`. */
const DISTANCE_SIGN =
  /^\d[\d ]*(?:[.,]\d+)? ?(?:k|km|m|mi|miles?|kilom[eè]tres?|m[eè]tres?)$|^(?:semi|half)(?:[- ]?marathon)?$|^marathon$|^mile$/i;

/**
 * Reads a question for figures; null for anything else, names and years above all.
 *
 * @param text As typed: `10 km en 42'30`, `marathon 3h15`, `semi à 16 km/h`, `16 km/h`, `4'15/km`,
 *   `semi`.
 */
export function readCalculation(text: string): Calculation | null {
  if (text.length > MAX_TEXT) return null;
  const plain = plainText(text).toLowerCase();
  const distance = distanceOf(plain);
  if (distance !== null) return { kind: "distance", distance };
  if (!/\d/.test(plain)) return null;
  const pace = paceOf(plain);
  return pace === null ? readRaceText(plain) ?? readRaceAtPace(plain) : { kind: "pace", pace };
}

/** Meters of a text that says it is a distance; null of another. */
function distanceOf(plain: string): number | null {
  const { min, max } = RACE_LIMITS;
  return DISTANCE_SIGN.test(plain)
    ? only(distanceReadings, plain, (meters) => meters >= min && meters <= max)
    : null;
}

/** Pace, s/km, of a text that says it is one or a speed; null of another. */
function paceOf(plain: string): Pace | null {
  if (!PACE_UNIT.test(plain) && !BARE_PACE.test(plain)) return null;
  const { slowest, fastest } = PACE_LIMITS;
  const isPace = (pace: number) => pace >= fastest && pace <= slowest;
  return only(paceReadings, plain, isPace, (value) => isPace(value) && isLikelyPace(value));
}

function readRaceText(plain: string): Calculation | null {
  for (const texts of raceTextsIn(plain)) {
    const { race } = readRace(texts);
    if (race !== null && isHuman(race)) return { kind: "race", ...race };
  }
  return null;
}

/** Reads a distance and the pace or the speed it is run at, in either order: `semi à 16 km/h`. */
function readRaceAtPace(plain: string): Calculation | null {
  for (const { index } of plain.matchAll(/[ @]/g)) {
    const [left = "", right = ""] = [plain.slice(0, index), plain.slice(index + 1)]
      .map((part) => part.replaceAll(AT_PACE, "").trim());
    for (const [length, speed] of [[left, right], [right, left]] as const) {
      const [distance, pace] = [distanceOf(length), PACE_UNIT.test(speed) ? paceOf(speed) : null];
      if (distance === null || pace === null) continue;
      const race = { distance, time: Math.round(timeOver(pace, distance) * 100) };
      if (isHuman(race)) return { kind: "race", ...race };
    }
  }
  return null;
}

/** Whether somebody may run a race in its time, hundredths of a second. */
function isHuman({ distance, time }: Race): boolean {
  return whyNotHuman({ distance, time: time / 100 }) === null;
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
