import { paceOver } from "@mypacer/shared/domain/pace.ts";
import { rowCount } from "@mypacer/shared/domain/pace_table.ts";
import type { BoardState } from "./board_state.ts";
import { MAX_ROWS, PACE_LIMITS } from "./limits.ts";
import type { OutsideRecord } from "./overlay.ts";

/**
 * The state whose paces take in the records that are slower or faster than the table, by whole steps.
 *
 * @returns Null when there is none, or when no table that a page can show would take them all in.
 */
export function widened(state: BoardState, outside: readonly OutsideRecord[]): BoardState | null {
  const paces = outside.filter(({ reason }) => reason !== "no-column")
    .map(({ record }) => paceOver(record.distance, record.mark / 100));
  if (paces.length === 0) return null;
  const { slowest, fastest, step } = state;
  const slower = Math.max(0, Math.ceil((Math.max(...paces) - slowest) / step));
  const faster = Math.max(0, Math.ceil((fastest - Math.min(...paces)) / step));
  const wide = { ...state, slowest: slowest + slower * step, fastest: fastest - faster * step };
  const fits = wide.slowest <= PACE_LIMITS.slowest && wide.fastest >= PACE_LIMITS.fastest &&
    rowCount(wide) <= MAX_ROWS;
  return fits ? wide : null;
}
