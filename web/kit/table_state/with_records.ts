import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { fasterBy, rowValue } from "@mypacer/shared/domain/table/row_scale.ts";
import { RECORD_LISTS, type RecordList } from "@mypacer/shared/domain/results/public_record.ts";
import { MAX_ROWS } from "../forms/limits.ts";
import { scaleOf } from "./row_kinds.ts";
import type { TableState } from "./table_state.ts";

/** Faster than any record, s/km: men run 100 m at 95.8. */
const BEYOND_RECORDS = 95;

/** The state with a list of public records, or without one that it has. */
export function toggleRecordList(state: TableState, list: RecordList): TableState {
  const has = state.records.includes(list);
  const records = RECORD_LISTS.filter((other) =>
    other === list ? !has : state.records.includes(other)
  );
  return { ...state, records };
}

/**
 * The state with a list of public records, or without one that it has. The rows reach to the
 * fastest of them where that makes no table too long.
 */
export function withRecordList(state: TableState, list: RecordList): TableState {
  const changed = toggleRecordList(state, list);
  if (state.records.includes(list)) return changed;
  const scale = scaleOf(state);
  const { fastest, step } = state;
  const steps = Math.ceil(fasterBy(scale, rowValue(scale, BEYOND_RECORDS), fastest) / step);
  const toward = scale.by === "speed" ? step : -step;
  const wide = {
    ...changed,
    fastest: Math.round((fastest + Math.max(0, steps) * toward) * 100) / 100,
  };
  return wide.fastest > 0 && rowCount({ ...wide, scale }) <= MAX_ROWS ? wide : changed;
}
