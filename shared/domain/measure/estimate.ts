/** The answer of a model: its figures, or the reason why it has none. */

/**
 * Why a figure is extrapolated beyond what its model was made for: the time, the distance, or the
 * index that results.
 */
export const EXTENDED_REASONS = [
  "effort-too-short",
  "effort-too-long",
  "distance-out-of-range",
  "index-out-of-range",
] as const;
/** Why a figure is extrapolated, as a code. */
export type ExtendedReason = typeof EXTENDED_REASONS[number];

/**
 * Why a model gives no figure: the reasons above where it cannot be extrapolated that far;
 * `too-few-records`: fewer usable records than it needs; `equal-distances`: all of them over one
 * distance; `close-distances`: too close together to tell a curve; `contradictory`: they contradict
 * each other so much that nothing follows; `not-plausible`: the figures would describe no runner;
 * `faster-than-any`: faster than the best of the world; `slower-than-any`: slower than a stroll;
 * `age-out-of-range`, `no-figures`: the tables do not reach there; `sex-unknown`, `age-unknown`:
 * they depend on it; `minor`: people under age are not ranked.
 */
export const NOT_VALID_REASONS = [
  ...EXTENDED_REASONS,
  "too-few-records",
  "equal-distances",
  "close-distances",
  "contradictory",
  "not-plausible",
  "faster-than-any",
  "slower-than-any",
  "age-out-of-range",
  "no-figures",
  "sex-unknown",
  "age-unknown",
  "minor",
] as const;
/** Why a model gives no figure, as a code. */
export type NotValidReason = typeof NOT_VALID_REASONS[number];

/** No figure. The type has no field that could be shown by mistake. */
export interface NotValid {
  valid: false;
  reason: NotValidReason;
  /** The reason in English, with the limits. */
  detail: string;
}

/** Figures of a model where it is valid, else the reason why it is not. */
export type Estimate<T> = { valid: true } & T | NotValid;

declare const HELD: unique symbol;
/**
 * Seconds that a human can run: made by `clampToHumanTimes` of `human_limits.ts` and by nothing
 * else.
 */
export type HumanTime = number & { readonly [HELD]: true };

/** A time that a model gives, s, with the ends of nine races in ten. */
export interface TimeRange {
  /** The middle: one race in two is faster. */
  time: HumanTime;
  /** One race in twenty is faster. */
  fastest: HumanTime;
  /** One race in twenty is slower. */
  slowest: HumanTime;
  /** Why the figure lies beyond what the model was made for; null within it. */
  extended: ExtendedReason | null;
}

/** A run: what models rest on. */
export interface Effort {
  /** Meters, above 0. */
  distance: number;
  /** Seconds, above 0. */
  time: number;
}

/** Makes the answer of a model that is not valid here. */
export function notValid(reason: NotValidReason, detail: string): NotValid {
  return { valid: false, reason, detail };
}

/** Range of durations a model was made for, in seconds, both included. */
export interface EffortLimits {
  shortest: number;
  longest: number;
}

/** Why a time lies beyond what a model was made for; null within it. @param time Seconds. */
export function extendedBy(
  time: number,
  { shortest, longest }: EffortLimits,
): "effort-too-short" | "effort-too-long" | null {
  if (time < shortest) return "effort-too-short";
  return time > longest ? "effort-too-long" : null;
}

const minutes = (seconds: number) => `${Number((seconds / 60).toFixed(1))} min`;

/**
 * Compares a duration with the range that a model was made for.
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
  switch (extendedBy(time, { shortest, longest })) {
    case "effort-too-short":
      return notValid("effort-too-short", `${what} is shorter than ${minutes(shortest)}`);
    case "effort-too-long":
      return notValid("effort-too-long", `${what} is longer than ${minutes(longest)}`);
    case null:
      return null;
  }
}

/**
 * Refuses an impossible run: such a value is a mistake of the caller, not a limit of a model.
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
