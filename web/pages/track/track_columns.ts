import type { PaceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { layRecords } from "../../kit/athletes/overlay.ts";
import { TRACK_COLUMNS, trackDistances } from "../../kit/addresses/track_address.ts";
import { tableOf } from "../../kit/table_state/table_cells.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** Columns of a track session, m. */
const SESSION = [200, 400, 1000];

/**
 * The columns where nobody chose any, m, short to long: those of a session, or with athletes those
 * in which most of their records stand.
 */
export function usualTrackColumns(state: TableState, athletes: readonly ShownAthlete[]): number[] {
  if (athletes.length === 0) return SESSION;
  const distances = trackDistances(state);
  const table = tableOf({ ...state, shown: distances, custom: [] });
  const counts = distances.map(() => 0);
  for (const [key, owned] of layRecords(table, athletes, state).cells) {
    const column = Number(key.split(":")[1]);
    counts[column] = (counts[column] ?? 0) + owned.length;
  }
  const most = distances.map((meters, column) => ({ meters, count: counts[column] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.meters - b.meters)
    .slice(0, TRACK_COLUMNS).map(({ meters }) => meters);
  const others = SESSION.filter((meters) => !most.some((one) => sameDistance(one, meters)));
  return [...most, ...others].slice(0, TRACK_COLUMNS).sort((a, b) => a - b);
}

/** The table of the track mode. @param distances m, short to long. */
export function trackTable(state: TableState, distances: readonly number[]): PaceTable {
  return tableOf({ ...state, shown: [...distances], custom: [] });
}
