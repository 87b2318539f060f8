/** Times, paces and speeds as the tools show them, in the notation of a language. */
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { HumanTime } from "@mypacer/shared/domain/measure/estimate.ts";
import {
  formatSeconds,
  formatTime,
  type TimePrecision,
} from "@mypacer/shared/domain/measure/mark.ts";
import {
  formatPace,
  type LengthUnit,
  type Pace,
  type Speed,
  speedIn,
  speedUnit,
} from "@mypacer/shared/domain/measure/pace.ts";
import { formatDecimal } from "../language/format.ts";
import type { Language } from "../language/language.ts";

/** Notation of times of a language. */
export const NOTATIONS = { fr: "french", en: "english" } as const;

/** A computed time, rounded once. @param seconds Unrounded. */
export function secondsText(
  seconds: number,
  language: Language,
  precision: TimePrecision = "seconds",
): string {
  return formatSeconds(seconds, { notation: NOTATIONS[language], precision });
}

/**
 * A model's time. Only `human_limits.ts` makes this type, so the time is humanly possible and can
 * be written.
 */
export function estimateText(time: HumanTime, language: Language): string {
  return secondsText(time, language);
}

/** A time in whole hundredths. */
export function timeText(
  hundredths: number,
  language: Language,
  precision: TimePrecision = "auto",
): string {
  return formatTime(hundredths, { notation: NOTATIONS[language], precision });
}

/** A pace with its unit: `4'30"/km`, `4:30/km`. */
export function paceText(pace: Pace, language: Language, unit: LengthUnit = "km"): string {
  return `${formatPace(pace, { notation: NOTATIONS[language], unit })}/${unit}`;
}

/** A speed with its unit: `13,50 km/h`, `8,39 mi/h`, `8.39 mph`. @param speed km/h. */
export function speedText(
  speed: Speed,
  language: Language,
  decimals = 2,
  unit: LengthUnit = "km",
): string {
  const figure = formatDecimal(speedIn(speed, unit), decimals, language);
  return `${figure}\u00a0${speedUnit(unit, NOTATIONS[language])}`;
}

/** A share: `85 %`, `85%` in English. */
export function percentText(percent: number, language: Language, decimals = 0): string {
  const figure = formatDecimal(percent, decimals, language).replace("-", "−");
  return language === "fr" ? `${figure}\u00a0%` : `${figure}%`;
}

/** Below this a repetition shows tenths, as a coach's watch does, s. */
const TENTHS_BELOW = 120;

/** The time of a repetition, rounded once. @param seconds Unrounded. */
export function repetitionText(seconds: number, language: Language): string {
  return secondsText(seconds, language, seconds < TENTHS_BELOW ? "tenths" : "seconds");
}

/** A result: `10 km, 42'30"`. @param time Seconds. */
export function resultText(
  { distance, time }: { distance: number; time: number },
  language: Language,
): string {
  return `${distanceLabel(distance, language)}, ${timeText(Math.round(time * 100), language)}`;
}
