import { formatCount, formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";

/** Below this, m, a length is told in tenths: two sprinters are no whole meters apart. */
const TENTHS_BELOW = 10;

/** A length on the track: `3,2 m`, `174 m`, `1 204 m`. */
export function metersText(meters: number, language: Language): string {
  const text = meters > 0 && meters < TENTHS_BELOW
    ? formatDecimal(meters, 1, language)
    : formatCount(Math.round(meters), language);
  return `${text}\u00a0m`;
}
