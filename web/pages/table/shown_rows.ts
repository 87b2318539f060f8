import {
  type Pace,
  paceToSpeed,
  shareOfVma,
  timeOver,
} from "@mypacer/shared/domain/measure/pace.ts";
import { zoneAt } from "@mypacer/shared/domain/models/training_zones.ts";
import type { PaceTable, PaceTableRow } from "@mypacer/shared/domain/table/pace_table.ts";
import { rowValue } from "@mypacer/shared/domain/table/row_scale.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** A row as the table shows it. */
export interface ShownRow {
  row: PaceTableRow;
  /** Its place in the table; -1 for a line of one's own between two rows. */
  index: number;
  /** Whether it is "ma ligne". */
  mine: boolean;
  /** Key of its training zone, where the VMA is known. */
  zone: string | null;
  /** Whether it is the first row of its zone. */
  zoneBegins: boolean;
}

/** How near a row is "ma ligne" itself, s/km: an address writes tenths of a second. */
const SAME_PACE = 0.06;

/** The rows of a table, with "ma ligne" among them, slowest first. */
export function shownRows(table: PaceTable, { mine, vma }: TableState): ShownRow[] {
  const own = mine === null ? null : ownPlace(table, mine);
  const rows = table.rows.map((row, index) => ({ row, index }));
  if (own !== null && mine !== null && !own.isRow) {
    rows.splice(own.at, 0, { row: rowOf(table, mine), index: -1 });
  }
  let before: string | null = null;
  return rows.map(({ row, index }, at) => {
    const zone = vma === null ? null : zoneAt(shareOfVma(row.pace, vma) * 100)?.key ?? null;
    const zoneBegins = zone !== before;
    before = zone;
    return { row, index, mine: own !== null && at === own.at, zone, zoneBegins };
  });
}

/** Where "ma ligne" stands: at a row that has its pace, or before the next faster one. */
function ownPlace({ paces }: PaceTable, mine: Pace): { at: number; isRow: boolean } {
  let nearest = 0;
  for (const [at, pace] of paces.entries()) {
    if (Math.abs(pace - mine) < Math.abs((paces[nearest] ?? Infinity) - mine)) nearest = at;
  }
  if (Math.abs((paces[nearest] ?? Infinity) - mine) <= SAME_PACE) {
    return { at: nearest, isRow: true };
  }
  const faster = paces.findIndex((pace) => pace < mine);
  return { at: faster === -1 ? paces.length : faster, isRow: false };
}

function rowOf({ scale, distances }: PaceTable, pace: Pace): PaceTableRow {
  return {
    value: Math.round(rowValue(scale, pace) * 100) / 100,
    pace,
    speed: paceToSpeed(pace),
    times: distances.map((distance) => timeOver(pace, distance)),
  };
}

/** Classes of a row: its zone, "ma ligne", and what guides the eye. */
export function rowClass(
  { row, mine, zone, zoneBegins }: ShownRow,
  state: Pick<TableState, "by" | "step">,
): string | undefined {
  const names = [
    zone !== null && `zone-${zone}`,
    zone !== null && zoneBegins && "zone-begins",
    isStrong(row, state) && "strong",
    mine && "mine",
  ];
  return names.filter((name) => name !== false).join(" ") || undefined;
}

/** Emphasized rows, as a guide for the eye: each half minute, whole km/h, sixth step. */
function isStrong({ value }: PaceTableRow, { by, step }: Pick<TableState, "by" | "step">): boolean {
  const every = by === "pace" ? 30 : by === "speed" ? 1 : step * 6;
  const place = value / every;
  return Math.abs(place - Math.round(place)) < 1e-9;
}
