import { formatSeconds, leastPrecision } from "@mypacer/shared/domain/measure/time.ts";
import type { RowKind } from "./row_kinds.ts";

/**
 * A duration as the URL and the fields write it: `3:30:00`, `4:30`, `4:30.5`, `0:04.5`; hundredths
 * at most.
 */
export function durationText(seconds: number): string {
  const text = formatSeconds(seconds, { notation: "english", precision: leastPrecision(seconds) });
  // Below a minute decimals come without minutes; a lone `4.5` would be read as a number of its
  // own.
  return text.includes(":") ? text : `0:${text.indexOf(".") === 1 ? "0" : ""}${text}`;
}

/** The first or the last row of a table, in the unit of its scale, as the URL writes it. */
export function boundText(value: number, { by }: { by: RowKind }): string {
  return by === "speed" ? String(value) : durationText(value);
}

/** What lies between two rows, as the URL writes it. */
export function stepText(step: number, { by }: { by: RowKind }): string {
  return by === "time" && step >= 60 ? durationText(step) : String(step);
}
