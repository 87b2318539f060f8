import { DEFAULT_DISTANCES, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { queryOf } from "../forms/query.ts";
import type { Language } from "../language/language.ts";
import { stateParameters } from "../table_state/table_fields.ts";
import { columns, type TableState } from "../table_state/table_state.ts";
import { COLUMN_DISTANCES } from "../table_state/column_sets.ts";
import { PATHS } from "./paths.ts";

/** Name of the parameter of each column. */
export const TRACK_COLUMN = "c";
/** Columns of the track mode: as many as can be read at arm's length. */
export const TRACK_COLUMNS = 3;

/** Distances that a column can have, m, short to long. */
export function trackDistances({ custom }: Pick<TableState, "custom">): number[] {
  return columns({ shown: [...new Set([...DEFAULT_DISTANCES, ...COLUMN_DISTANCES])], custom });
}

/**
 * The columns that an address asks for, m, short to long; null where it asks for none.
 *
 * @param params Texts that name no distance are left out.
 */
export function readTrackColumns(params: URLSearchParams, state: TableState): number[] | null {
  const written = params.getAll(TRACK_COLUMN).join().slice(0, 100).split(",").map(Number);
  const columns = trackDistances(state).filter((meters) =>
    written.some((one) => one > 0 && sameDistance(one, meters))
  );
  return columns.length === 0 ? null : columns.slice(0, TRACK_COLUMNS);
}

/** Query string of the track mode, `""` or `?…`. */
export function trackSearch(
  { state, columns = null }: { state: TableState; columns?: readonly number[] | null },
): string {
  return queryOf([[TRACK_COLUMN, columns?.join() ?? null], ...stateParameters(state)]);
}

/** Address of the track mode of a table. */
export function trackAddress(
  language: Language,
  options: { state: TableState; columns?: readonly number[] | null },
): string {
  return PATHS[language].track + trackSearch(options);
}
