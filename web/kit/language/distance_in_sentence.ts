import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "./language.ts";

/** A distance inside a sentence: names in lower case, in English with their article. */
export function distanceInSentence(meters: number, language: Language): string {
  const label = distanceLabel(meters, language);
  const name = !/^\d/.test(label);
  return (language === "en" && name ? "the " : "") + (name ? label.toLowerCase() : label);
}
