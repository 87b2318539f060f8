/** What a model answers: its figures, or that it says nothing here, and why. */

/**
 * Why a model says nothing. `effort-too-short` and `effort-too-long`: the time lies outside of what the model
 * was made for; `too-few-records`: fewer usable records than it needs; `equal-distances`: all of them over one
 * distance; `not-plausible`: its figures would describe no runner; `index-out-of-range`: the same for an index;
 * `distance-out-of-range`, `age-out-of-range`, `no-figures`: the tables do not reach there; `sex-unknown`,
 * `age-unknown`: they depend on it; `minor`: people under age are not ranked.
 */
export const NOT_VALID_REASONS = [
  "effort-too-short",
  "effort-too-long",
  "too-few-records",
  "equal-distances",
  "not-plausible",
  "index-out-of-range",
  "distance-out-of-range",
  "age-out-of-range",
  "no-figures",
  "sex-unknown",
  "age-unknown",
  "minor",
] as const;
/** Why a model says nothing: a word for programs. */
export type NotValidReason = typeof NOT_VALID_REASONS[number];

/** Not valid here. There is no figure to show by mistake. */
export interface NotValid {
  valid: false;
  reason: NotValidReason;
  /** The reason in English, with the limits. */
  detail: string;
}

/** Figures of a model where it is valid, else the reason why not. */
export type Estimate<T> = { valid: true } & T | NotValid;

/** A run: what models rest on. */
export interface Effort {
  /** Meters, above 0. */
  distance: number;
  /** Seconds, above 0. */
  time: number;
}

/** Says that a model is not valid here. */
export function notValid(reason: NotValidReason, detail: string): NotValid {
  return { valid: false, reason, detail };
}

/** Range of durations a model was made for, in seconds, both included. */
export interface EffortLimits {
  shortest: number;
  longest: number;
}

const minutes = (seconds: number) => `${Number((seconds / 60).toFixed(1))} min`;

/**
 * Compares a duration with what a model was made for.
 *
 * @param time Seconds.
 * @param what What lasts so long, for the reason: `the run`, `the predicted time` …
 * @returns Why it is outside; null when it is inside.
 */
export function outsideLimits(
  time: number,
  what: string,
  { shortest, longest }: EffortLimits,
): NotValid | null {
  if (time < shortest) {
    return notValid("effort-too-short", `${what} is shorter than ${minutes(shortest)}`);
  }
  if (time > longest) {
    return notValid("effort-too-long", `${what} is longer than ${minutes(longest)}`);
  }
  return null;
}

/**
 * Refuses what is no run at all: such a value is a mistake of the caller, not a limit of a model.
 *
 * @throws {RangeError} If distance or time is not a finite number above 0.
 */
export function checkEffort({ distance, time }: Effort): void {
  checkPositive(distance, "distance");
  checkPositive(time, "time");
}

/** @throws {RangeError} If the value is not a finite number above 0. */
export function checkPositive(value: number, name: string): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`Cannot compute with ${name} ${value}: must be a finite number above 0`);
  }
}
