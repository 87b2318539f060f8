/** Tables of age factors, and reading a factor from one. */
import { canonicalDistance } from "../measure/distance.ts";

/** Factors of one sex on one kind of course. */
export interface AgeFactors {
  edition: string;
  /** Age of the first line, in years. */
  firstAge: number;
  /** Meters, short to long: the columns. */
  distances: readonly number[];
  /** Open standards in seconds, by column. */
  open: readonly number[];
  /** One line an age, one column a distance, in ten-thousandths. */
  factors: string;
}

/** Parsed tables: few are ever read. */
const rows = new WeakMap<AgeFactors, readonly (readonly number[])[]>();

function rowsOf(table: AgeFactors): readonly (readonly number[])[] {
  let read = rows.get(table);
  if (read === undefined) {
    read = table.factors.trim().split("\n").map((line) =>
      line.split(" ").map((factor) => Number(factor) / 10_000)
    );
    rows.set(table, read);
  }
  return read;
}

/** Oldest age of a table, in years. */
export function oldestAge(table: AgeFactors): number {
  return table.firstAge + rowsOf(table).length - 1;
}

/** Place of a distance among the columns: at one (share 0) or between it and the next. */
function place(
  distances: readonly number[],
  distance: number,
): { at: number; share: number } | null {
  const exact = canonicalDistance(distance);
  const lengths = distances.map(canonicalDistance);
  const at = lengths.findLastIndex((length) => length <= exact);
  const from = lengths[at];
  const to = lengths[at + 1];
  if (from === undefined) return null;
  if (from === exact) return { at, share: 0 };
  if (to === undefined) return null;
  return { at, share: Math.log(exact / from) / Math.log(to / from) };
}

/**
 * Reads factor and open standard for an age and a distance. Between two distances of the table the
 * factor is interpolated linearly in ln(distance), as the authors of the tables do, and the
 * standard along the power law through its neighbors, as their own standards do.
 *
 * @param age Whole years.
 * @param distance Meters.
 * @returns Null outside the table.
 */
export function readAgeFactor(
  table: AgeFactors,
  { age, distance }: { age: number; distance: number },
): { factor: number; open: number } | null {
  const row = rowsOf(table)[age - table.firstAge];
  const column = place(table.distances, distance);
  if (row === undefined || column === null) return null;
  const { at, share } = column;
  const factor = row[at];
  const open = table.open[at];
  if (factor === undefined || open === undefined) return null;
  const nextFactor = row[at + 1] ?? factor;
  const nextOpen = table.open[at + 1] ?? open;
  return {
    factor: factor + share * (nextFactor - factor),
    open: open * (nextOpen / open) ** share,
  };
}
