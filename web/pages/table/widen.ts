import { paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { fasterBy, rowValue } from "@mypacer/shared/domain/table/row_scale.ts";
import { MAX_ROWS } from "../../kit/forms/limits.ts";
import { rowLimits, scaleOf } from "../../kit/table_state/row_kinds.ts";
import type { OutsideRecord } from "../../kit/athletes/overlay.ts";

/**
 * The state whose paces include the records that are slower or faster than the table, by whole
 * steps.
 *
 * @returns Null when there is none, or when no table within the limits would include them all.
 */
export function widened(state: TableState, outside: readonly OutsideRecord[]): TableState | null {
  const paces = outside.filter(({ reason }) => reason !== "no-column")
    .map(({ record }) => paceOver(record.distance, record.mark / 100));
  if (paces.length === 0) return null;
  const { slowest, fastest, step } = state;
  const scale = scaleOf(state);
  const limits = rowLimits(scale);
  const beyond = (faster: number) => Math.max(0, Math.ceil(faster / step));
  const slower = beyond(fasterBy(scale, slowest, rowValue(scale, Math.max(...paces))));
  const faster = beyond(fasterBy(scale, rowValue(scale, Math.min(...paces)), fastest));
  // A speed rises towards the fast side, pace and time fall.
  const toward = scale.by === "speed" ? step : -step;
  const moved = (value: number, steps: number) => Math.round((value + steps * toward) * 100) / 100;
  const wide = { ...state, slowest: moved(slowest, -slower), fastest: moved(fastest, faster) };
  const fits = fasterBy(scale, wide.slowest, limits.slowest) >= 0 &&
    fasterBy(scale, limits.fastest, wide.fastest) >= 0 && rowCount({ ...wide, scale }) <= MAX_ROWS;
  return fits ? wide : null;
}
