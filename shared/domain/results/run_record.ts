/** Runs as the analysis of a runner takes them. */
import { bestsByDistance, isRun, type RankedRecord } from "./best_records.ts";
import type { Effort } from "../measure/estimate.ts";
import type { Discipline } from "./event.ts";

/** A record over a known distance: meters and seconds, with what it was. */
export interface RunRecord extends Effort {
  discipline: Discipline;
  /** Event label as published. */
  event: string;
  /** ISO date; null where none is published. */
  date: string | null;
}

/** A record as published, with its date. */
export type DatedRecord = RankedRecord & { date: string | null };

/** Takes the runs out of records: distance in m, time in s. */
export function toRuns(records: readonly DatedRecord[]): RunRecord[] {
  return records.filter(isRun).map(toRun);
}

/** The fastest run over each distance, short to long: what models of one runner rest on. */
export function toBestRuns(records: readonly DatedRecord[]): RunRecord[] {
  return [...bestsByDistance(records)].filter(isRun).map(toRun)
    .sort((a, b) => a.distance - b.distance);
}

function toRun({ discipline, event, distance, mark, date }: DatedRecord & { distance: number }) {
  return { discipline, event, distance, time: mark / 100, date };
}

/**
 * Divides records by age.
 *
 * @param maxAge Years; null keeps all. Otherwise a record without a date is too old: nobody knows
 * that it is not.
 * @param today ISO date.
 */
export function divideByAge<T extends { date: string | null }>(
  records: readonly T[],
  { maxAge, today }: { maxAge: number | null; today: string },
): { kept: T[]; tooOld: T[] } {
  if (maxAge === null) return { kept: [...records], tooOld: [] };
  const oldest = `${String(Number(today.slice(0, 4)) - maxAge).padStart(4, "0")}${today.slice(4)}`;
  const isKept = ({ date }: T) => date !== null && date >= oldest;
  return { kept: records.filter(isKept), tooOld: records.filter((record) => !isKept(record)) };
}
