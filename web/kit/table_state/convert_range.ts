import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { paceOfRow, type RowScale, rowValue } from "@mypacer/shared/domain/table/row_scale.ts";
import { MAX_ROWS } from "../forms/limits.ts";
import { rowLimits, type RowRange, usualRange } from "./row_kinds.ts";

/** Steps of paces that people count in, s. */
const PACE_STEPS = [0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600] as const;
/**
 * Bounds are multiples of the step, or of these where it is larger: half minutes, whole units per
 * hour.
 */
const LARGEST_GRID = { pace: 30, speed: 1, time: 1 } as const;

/**
 * About the same rows on another scale of their kind, by round values: 6'30 to 3'00 per kilometer
 * by 5 s become 10'30 to 4'50 per mile by 10 s. What is usual on one scale is what is usual on the
 * other.
 */
export function convertRange(range: RowRange, from: RowScale, to: RowScale): RowRange {
  const { slowest, fastest, step } = range;
  const usual = usualRange(from);
  if (slowest === usual.slowest && fastest === usual.fastest && step === usual.step) {
    return usualRange(to);
  }
  // Times over a distance are the same in any unit.
  if (to.by === "time") return { slowest, fastest, step };
  const pick = (step: number): RowRange => {
    const grid = Math.min(step, LARGEST_GRID[to.by]);
    const bound = (value: number) => roundBound(rowValue(to, paceOfRow(from, value)), grid, to);
    return { slowest: bound(slowest), fastest: bound(fastest), step };
  };
  // A treadmill has the same steps in any unit.
  if (to.by === "speed") return pick(step);
  const sized = step * rowValue(to, paceOfRow(from, 1));
  const [nearest] = PACE_STEPS.map(pick).filter((other) =>
    rowCount({ ...other, scale: to }) <= MAX_ROWS
  )
    .sort((a, b) => Math.abs(Math.log(a.step / sized)) - Math.abs(Math.log(b.step / sized)));
  return nearest ?? usualRange(to);
}

/** A bound as a multiple of a grid, within what the scale takes. */
function roundBound(value: number, grid: number, scale: RowScale): number {
  const { slowest, fastest } = rowLimits(scale);
  const least = Math.ceil(Math.min(slowest, fastest) / grid);
  const most = Math.floor(Math.max(slowest, fastest) / grid);
  const count = Math.min(Math.max(Math.round(value / grid), least), most);
  return Math.round(count * grid * 100) / 100;
}
