/** The pace table: for each pace its speed and the time it takes over each distance. */
import { type Pace, paceToSpeed, type Speed } from "../measure/pace.ts";
import { BY_PACE, fasterBy, paceOfRow, type RowScale, rowValue } from "./row_scale.ts";

/** Options of a table. */
export interface PaceTableOptions {
  /** What the rows count: paces by default. */
  scale?: RowScale;
  /** First row, in the unit of the scale: seconds per km or mile, km/h or mph, or s. */
  slowest: number;
  /** No row is faster than this; not slower than `slowest`. */
  fastest: number;
  /** From one row to the next, above 0. It need not divide the range: then `fastest` has no row. */
  step: number;
  /** Lengths of the columns, meters. */
  distances: readonly number[];
}

/** One row. */
export interface PaceTableRow {
  /** Value of the row, in the unit of the table's scale. */
  value: number;
  /** s/km. */
  pace: Pace;
  /** km/h, unrounded. */
  speed: Speed;
  /** Seconds over each distance, unrounded, in the order asked for. */
  times: number[];
}

/** A table, slowest pace first. */
export interface PaceTable extends PaceTableOptions {
  scale: RowScale;
  paces: Pace[];
  rows: PaceTableRow[];
}

/**
 * Slowest and fastest pace a table can hold, s/km: a slow walk, and faster than any world record.
 */
export const PACE_LIMITS = { slowest: 1800, fastest: 60 } as const;
/** Most cells (rows × distances) of one table: more is refused before any work. */
export const MAX_CELLS = 100_000;
/** Most distances of one table. */
export const MAX_DISTANCES = 60;
/** Longest distance of a table, m. */
export const MAX_DISTANCE = 1_000_000;

/** Slack for quotients such as 0.3 / 0.1, which fall just below the whole number they mean. */
const SLACK = 1e-9;

function checkPositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`Cannot make a pace table with ${name} ${value}: must be > 0`);
  }
}

/**
 * Number of rows of a table, computed without making it.
 *
 * @throws {RangeError} If a bound or the step is not a finite number above 0, or `fastest` is
 *   slower than `slowest`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rowCount } from "./pace_table.ts";
 * assertEquals(rowCount({ slowest: 360, fastest: 120, step: 1 }), 241);
 * // 5'00, 4'53, 4'46: the next, 4'39, would be faster than 4'40.
 * assertEquals(rowCount({ slowest: 300, fastest: 280, step: 7 }), 3);
 * ```
 */
export function rowCount(
  { scale = BY_PACE, slowest, fastest, step }: Omit<PaceTableOptions, "distances">,
): number {
  checkPositive(`slowest ${scale.by}`, slowest);
  checkPositive(`fastest ${scale.by}`, fastest);
  checkPositive("step", step);
  const span = fasterBy(scale, fastest, slowest);
  if (span < 0) {
    throw new RangeError(
      `Cannot make a pace table from ${slowest} to ${fastest}: the fastest ${scale.by} must not be slower than the slowest`,
    );
  }
  return Math.floor(span / step + SLACK) + 1;
}

/**
 * Makes a pace table: rows from `slowest` on, each a step faster, as long as they are not faster
 * than `fastest`.
 *
 * @returns The table, slowest pace first, nothing rounded.
 * @throws {RangeError} If an option is out of its range, no distance is given or the table would
 *   have more than {@link MAX_CELLS} cells; thrown before any row is made.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { paceTable } from "./pace_table.ts";
 * const { paces, rows } = paceTable({ slowest: 300, fastest: 240, step: 30, distances: [400, 5000] });
 * assertEquals(paces, [300, 270, 240]);
 * assertEquals(rows[2], { value: 240, pace: 240, speed: 15, times: [96, 1200] });
 * ```
 */
export function paceTable(
  { scale = BY_PACE, slowest, fastest, step, distances }: PaceTableOptions,
): PaceTable {
  const count = rowCount({ scale, slowest, fastest, step });
  if (distances.length === 0) throw new RangeError("Cannot make a pace table without distances");
  if (count * distances.length > MAX_CELLS) {
    throw new RangeError(
      `Cannot make a pace table of ${count} rows and ${distances.length} distances: at most ${MAX_CELLS} cells`,
    );
  }
  for (const distance of distances) checkPositive("distance", distance);

  // Each value from the first, not from the one before: subtracting 0.1 again and again would
  // drift. The rounding error of the product is removed at a billionth.
  const toward = scale.by === "speed" ? step : -step;
  const values = Array.from(
    { length: count },
    (_, index) => Math.round((slowest + index * toward) * 1e9) / 1e9,
  );
  const paces = values.map((value) => paceOfRow(scale, value));
  // Kilometers first, then the pace: the order the original service multiplies in, so that an
  // answer rounded to two decimals is its answer to the last digit (4'55 over 21097 m is 6223.615
  // s).
  const kilometers = distances.map((distance) => distance / 1000);
  const rows = paces.map((pace, index) => ({
    value: values[index] ?? pace,
    pace,
    speed: paceToSpeed(pace),
    times: kilometers.map((length) => length * pace),
  }));
  return { scale, slowest, fastest, step, distances, paces, rows };
}

/** The place of a time in a table. */
export interface RowPlace {
  /**
   * Nearest row on the table's scale; the slower of two equally near, which the runner has reached.
   */
  index: number;
  /** Set when the time lies beyond the first or last row by more than half a step. */
  offTable: "slower" | "faster" | null;
}

/**
 * Finds the row of a table that is nearest to a time over one distance.
 *
 * @param distanceIndex Column, from 0.
 * @param seconds Time over that distance, s, above 0.
 * @throws {RangeError} If there is no such column, or the time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nearestRow, paceTable } from "./pace_table.ts";
 * const table = paceTable({ slowest: 300, fastest: 240, step: 30, distances: [1000] });
 * assertEquals(nearestRow(table, 0, 262), { index: 1, offTable: null });
 * assertEquals(nearestRow(table, 0, 200), { index: 2, offTable: "faster" });
 * ```
 */
export function nearestRow(
  { scale = BY_PACE, slowest, step, distances, paces }: Pick<
    PaceTable,
    "scale" | "slowest" | "step" | "distances" | "paces"
  >,
  distanceIndex: number,
  seconds: number,
): RowPlace {
  const distance = distances[distanceIndex];
  if (distance === undefined) {
    throw new RangeError(`Cannot place a time in column ${distanceIndex}: no such column`);
  }
  checkPositive("time", seconds);
  const last = paces.length - 1;
  // In steps from the first row; digits beyond the twelfth are rounding errors and would break
  // ties.
  const value = rowValue(scale, seconds * 1000 / distance);
  const place = Number((fasterBy(scale, value, slowest) / step).toFixed(9));
  if (place < -0.5) return { index: 0, offTable: "slower" };
  if (place > last + 0.5) return { index: last, offTable: "faster" };
  return { index: Math.min(last, Math.max(0, Math.ceil(place - 0.5))), offTable: null };
}
