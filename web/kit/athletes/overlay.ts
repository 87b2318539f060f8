import { sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { nearestRow, type PaceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { MAX_ATHLETES } from "../forms/limits.ts";
import type { Surface } from "../table_state/table_state.ts";
import type { ShownAthlete, ShownRecord } from "./shown_athlete.ts";

/** Place of an athlete among those shown, from 0: gives the letter, the color and the pattern. */
export type Slot = number;

/** A record of an athlete. */
export interface OwnedRecord {
  slot: Slot;
  athlete: ShownAthlete;
  record: ShownRecord;
}

/** A record without a cell, and why. */
export interface OutsideRecord extends OwnedRecord {
  reason: "slower" | "faster" | "no-column";
}

/** Records laid over a table. */
export interface Overlay {
  /** Records by cell, keyed by `cellKey`. */
  cells: Map<string, OwnedRecord[]>;
  /** Columns with a record. */
  marked: Set<number>;
  /** Records without a cell: shown beside the table, never dropped. */
  outside: OutsideRecord[];
}

/** The overlay without athletes. */
export const NOTHING_LAID: Overlay = { cells: new Map(), marked: new Set(), outside: [] };

/** Key of a cell in `Overlay.cells`. */
export function cellKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** Of the lists of public records, in their order: world and France, men and women. */
const LIST_LETTERS: readonly string[] = ["WM", "WW", "FM", "FW"];

/** Letter of an athlete: A, B, C…; of a list of public records, two letters. */
export function slotLetter(slot: Slot): string {
  return LIST_LETTERS[slot - MAX_ATHLETES] ?? String.fromCharCode(65 + slot);
}

/** Choice of the records that are laid over a table. */
export interface LaidRecords {
  /** Ids of athletes whose records are hidden. */
  hidden: readonly string[];
  /** Where the records were run. */
  surfaces: readonly Surface[];
}

/** A visible athlete, with the records on the chosen surfaces. */
export interface LaidAthlete {
  slot: Slot;
  athlete: ShownAthlete;
  records: ShownRecord[];
}

/** The visible athletes and their records; each keeps the place among all. */
export function laidAthletes(
  athletes: readonly ShownAthlete[],
  { hidden, surfaces }: LaidRecords,
): LaidAthlete[] {
  return athletes.flatMap((athlete, place) =>
    hidden.includes(athlete.ffaId) ? [] : [{
      slot: athlete.slot ?? place,
      athlete,
      records: athlete.records.filter(({ discipline }) =>
        surfaces.some((surface) => surface === discipline)
      ),
    }]
  );
}

/** Lays the records of the athletes over the rows of a table. */
export function layRecords(
  table: PaceTable,
  athletes: readonly ShownAthlete[],
  options: LaidRecords,
): Overlay {
  const { distances } = table;
  const overlay: Overlay = { cells: new Map(), marked: new Set(), outside: [] };
  for (const { slot, athlete, records } of laidAthletes(athletes, options)) {
    for (const record of records) {
      const column = distances.findIndex((distance) => sameDistance(distance, record.distance));
      if (column < 0) {
        overlay.outside.push({ slot, athlete, record, reason: "no-column" });
        continue;
      }
      const { index, offTable } = nearestRow(table, column, record.mark / 100);
      if (offTable !== null) {
        overlay.outside.push({ slot, athlete, record, reason: offTable });
        continue;
      }
      overlay.marked.add(column);
      const key = cellKey(index, column);
      const cell = overlay.cells.get(key);
      if (cell) cell.push({ slot, athlete, record });
      else overlay.cells.set(key, [{ slot, athlete, record }]);
    }
  }
  return overlay;
}
