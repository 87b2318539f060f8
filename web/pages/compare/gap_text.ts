import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { formatTime } from "@mypacer/shared/domain/measure/mark.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";

/** Gaps of computed times show tenths up to here, s: beyond, tenths would mean nothing. */
const TENTHS_BELOW = 10;

/**
 * A gap without its sign: in seconds up to a length that is easy to read, then in minutes.
 *
 * @param seconds 0 or more. For times as run it keeps the hundredths, unless it is a whole number.
 */
export function gapText(
  seconds: number,
  by: Comparison["by"],
  { language, notation }: Written,
): string {
  const step = by === "time" ? 0.01 : seconds < TENTHS_BELOW ? 0.1 : 1;
  const hundredths = Math.round(Math.round(seconds / step) * step * 100);
  if (hundredths >= 6000) return formatTime(hundredths, { notation, precision: "auto" });
  const decimals = hundredths % 100 === 0 ? 0 : by === "time" ? 2 : 1;
  return `${formatDecimal(hundredths / 100, decimals, language)}\u00a0s`;
}

/** A figure with its sign, 0 without one. */
export function withSign(value: number, text: string): string {
  return (value > 0 ? "+" : value < 0 ? "−" : "") + text;
}
