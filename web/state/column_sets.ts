import {
  DEFAULT_DISTANCES,
  DISTANCES,
  HALF_MARATHON,
  MARATHON,
} from "@mypacer/shared/domain/distance.ts";
import type { PaceTable } from "@mypacer/shared/domain/pace_table.ts";
import type { BoardState } from "./board_state.ts";
import type { Overlay } from "./overlay.ts";

/** Lengths of the official distances of one kind, m. */
const lengthsOf = (kind: "track" | "road") =>
  DISTANCES.filter((distance) => distance.kind === kind).map(({ meters }) => meters);
const track = lengthsOf("track");
const road = lengthsOf("road");

/** The official distances by where they are run, m: those of the track, of both, of the road. */
export const COLUMN_GROUPS = {
  track: track.filter((meters) => !road.includes(meters)),
  both: track.filter((meters) => road.includes(meters)),
  road: road.filter((meters) => !track.includes(meters)),
} as const;

/** Ready-made choices of columns, m; null for the usual ones. */
export const COLUMN_SETS = {
  essential: [400, 1000, 1500, 3000, 5000, 10_000, HALF_MARATHON, MARATHON],
  track,
  road,
  usual: null,
} as const satisfies Record<string, readonly number[] | null>;

/** Official distances that were chosen, m, short to long; null for the usual ones, which no choice stands for too. */
export function shownColumns(distances: readonly number[]): number[] | null {
  const usual = distances.length === 0 ||
    distances.length === DEFAULT_DISTANCES.length &&
      DEFAULT_DISTANCES.every((meters) => distances.includes(meters));
  return usual ? null : distances.toSorted((a, b) => a - b);
}

/** The columns of the usual table that a narrow screen has room for, m. */
const NARROW_COLUMNS: readonly number[] = [400, 1000, 5000, 10_000, HALF_MARATHON, MARATHON];

/**
 * Which columns of a table a narrow screen leaves out until they are asked for: none that the visitor chose, and none
 * that holds a record.
 */
export function leftOutWhenNarrow(
  { shown, custom }: Pick<BoardState, "shown" | "custom">,
  { distances }: Pick<PaceTable, "distances">,
  { marked }: Pick<Overlay, "marked">,
): boolean[] {
  if (shown !== null) return distances.map(() => false);
  return distances.map((meters, column) =>
    !NARROW_COLUMNS.includes(meters) && !custom.includes(meters) && !marked.has(column)
  );
}
