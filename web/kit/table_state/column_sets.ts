import {
  DEFAULT_DISTANCES,
  DISTANCES,
  HALF_MARATHON,
  MARATHON,
  MILE,
  MILE_RACES,
} from "@mypacer/shared/domain/measure/distance.ts";
import type { LengthUnit } from "@mypacer/shared/domain/measure/pace.ts";
import type { PaceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import type { TableState } from "./table_state.ts";

/** Lengths of the official distances of one kind, m. */
const lengthsOf = (kind: "track" | "road") =>
  DISTANCES.filter((distance) => distance.kind === kind).map(({ meters }) => meters);
const track = lengthsOf("track");
const road = lengthsOf("road");

/** The distances of the list by where they are run, m: those of the track, of both, of the road. */
export const COLUMN_GROUPS = {
  track: track.filter((meters) => !road.includes(meters)),
  both: track.filter((meters) => road.includes(meters)),
  road: [...road, ...MILE_RACES].filter((meters) => !track.includes(meters)).sort((a, b) => a - b),
} as const;

/** All of them, m. */
export const COLUMN_DISTANCES: readonly number[] = Object.values(COLUMN_GROUPS).flat();

/** Ready-made choices of columns, m; null for the usual ones. */
export const COLUMN_SETS = {
  essential: [400, 1000, 1500, 3000, 5000, 10_000, HALF_MARATHON, MARATHON],
  track,
  road,
  miles: [400, 800, MILE, 5000, 10_000, ...MILE_RACES, HALF_MARATHON, MARATHON],
  usual: null,
} as const satisfies Record<string, readonly number[] | null>;

/**
 * Official distances that were chosen, m, short to long; null for the usual ones, which no choice
 * stands for too.
 */
export function shownColumns(distances: readonly number[]): number[] | null {
  const usual = distances.length === 0 ||
    distances.length === DEFAULT_DISTANCES.length &&
      DEFAULT_DISTANCES.every((meters) => distances.includes(meters));
  return usual ? null : distances.toSorted((a, b) => a - b);
}

/** The columns of the usual table that a narrow screen has room for, m. */
const NARROW_COLUMNS: Record<LengthUnit, readonly number[]> = {
  km: [400, 1000, 5000, 10_000, HALF_MARATHON, MARATHON],
  mi: [400, MILE, 5000, 10_000, HALF_MARATHON, MARATHON],
};

/**
 * Which columns of a table a narrow screen leaves out until they are asked for: none that the
 * visitor chose, and none that holds a record.
 */
export function leftOutWhenNarrow(
  { shown, custom, unit }: Pick<TableState, "shown" | "custom" | "unit">,
  { distances }: Pick<PaceTable, "distances">,
  /** `marked`: which columns hold a record, by their place. */
  { marked }: { marked: ReadonlySet<number> },
): boolean[] {
  if (shown !== null) return distances.map(() => false);
  return distances.map((meters, column) =>
    !NARROW_COLUMNS[unit].includes(meters) && !custom.includes(meters) && !marked.has(column)
  );
}
