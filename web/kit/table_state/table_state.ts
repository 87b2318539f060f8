import { DEFAULT_DISTANCES, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import type { Discipline } from "@mypacer/shared/domain/results/discipline.ts";
import type { RecordList } from "@mypacer/shared/domain/results/public_record.ts";
import type { Pace, Speed } from "@mypacer/shared/domain/measure/pace.ts";
import { type RowKind, type RowRange, scaleOf, USUAL_GOAL, usualRange } from "./row_kinds.ts";

/** Unit of the paces and speeds that the table shows. */
export type Unit = "km" | "mi";
/** Ways to write times. */
export const TIME_NOTATIONS = ["french", "english"] as const;
/** How times are written; the language's own unless chosen. */
export type Notation = typeof TIME_NOTATIONS[number];
/** Where a record that has a pace is run. */
export type Surface = Extract<Discipline, "track" | "short-track" | "road">;

/** All of them, in their order. */
export const SURFACES: readonly Surface[] = ["track", "short-track", "road"];

/** Everything the visitor chose: what the URL holds. */
export interface TableState extends RowRange {
  /** What the rows go by; `slowest`, `fastest` and `step` are in its unit. */
  by: RowKind;
  /** Distance of rows by time, m; the usual one of other rows. */
  over: number;
  /** Official distances of the columns, m, short to long; null for the usual ones. */
  shown: number[] | null;
  /** Distances added to the official ones, m, as asked. */
  custom: number[];
  /** Maximal aerobic speed: shows the %VMA column. */
  vma: Speed | null;
  /** "Ma ligne", s/km: the row that stays in sight, or null for none. */
  mine: Pace | null;
  unit: Unit;
  /** Null for the language's own. */
  notation: Notation | null;
  /** Federation ids, in the order of their letters. */
  athletes: string[];
  /** Those of them whose records are not laid over the table for now. */
  hidden: string[];
  /** Lists of records of the world and of France that are laid over it too. */
  records: readonly RecordList[];
  /** Where the records that are laid over it were run. */
  surfaces: readonly Surface[];
}

/** The state of a first visit. */
export const DEFAULT_STATE: TableState = {
  by: "pace",
  over: USUAL_GOAL,
  ...usualRange({ by: "pace" }),
  shown: null,
  custom: [],
  vma: null,
  mine: null,
  unit: "km",
  notation: null,
  athletes: [],
  hidden: [],
  records: [],
  surfaces: SURFACES,
};

/** Distances of the columns, m, shortest first: the official ones and the visitor's. */
export function columns({ shown, custom }: Pick<TableState, "shown" | "custom">): number[] {
  const official = shown ?? DEFAULT_DISTANCES;
  const added = custom.filter((distance, index) =>
    ![...official, ...custom.slice(0, index)].some((other) => sameDistance(other, distance))
  );
  return [...official, ...added].sort((a, b) => a - b);
}

/** The state with rows of another kind, as they are on a first look. */
export function withRows(state: TableState, by: RowKind, over: number): TableState {
  const aimed = by === "time" ? over : USUAL_GOAL;
  return { ...state, by, over: aimed, ...usualRange(scaleOf({ by, over, unit: state.unit })) };
}

/** The state with one more athlete, last; unchanged when already there. */
export function withAthlete(state: TableState, ffaId: string): TableState {
  return state.athletes.includes(ffaId)
    ? state
    : { ...state, athletes: [...state.athletes, ffaId] };
}

/** The state without one athlete. */
export function withoutAthlete(state: TableState, ffaId: string): TableState {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== ffaId);
  return { ...state, athletes: without(state.athletes), hidden: without(state.hidden) };
}

/** The state with the records of one athlete shown again, or hidden. */
export function withAthleteShown(state: TableState, ffaId: string, shown: boolean): TableState {
  const hidden = new Set(state.hidden);
  if (shown) hidden.delete(ffaId);
  else hidden.add(ffaId);
  return { ...state, hidden: state.athletes.filter((id) => hidden.has(id)) };
}
