/** Which of a runner's records is the best, over its distance and within its discipline. */
import { canonicalDistance } from "../measure/distance.ts";
import type { Discipline } from "./event.ts";
import type { MarkUnit } from "../measure/mark.ts";

/** The part of a record by which it is compared with others. */
export interface RankedRecord {
  discipline: Discipline;
  /** Event label as published, e.g. `1 500m Piste Courte`. */
  event: string;
  /** Race distance, m; null for events without one. */
  distance: number | null;
  /** Whether a pace follows from it. */
  isRunning: boolean;
  unit: MarkUnit;
  /** Hundredths of a second, centimeters or points. */
  mark: number;
}

/** Whether a record is a timed run over a known distance: one that has a pace. */
export function isRun<T extends RankedRecord>(record: T): record is T & { distance: number } {
  return record.isRunning && record.distance !== null && record.unit === "hundredths";
}

function isBetter(a: RankedRecord, b: RankedRecord): boolean {
  return a.unit === "hundredths" ? a.mark < b.mark : a.mark > b.mark;
}

/** The best of each group; of equals the first. Records without a group are left out. */
function bestOfEach<T extends RankedRecord>(
  records: readonly T[],
  groupOf: (record: T) => string | number | null,
): Set<T> {
  const bests = new Map<string | number, T>();
  for (const record of records) {
    const group = groupOf(record);
    if (group === null) continue;
    const best = bests.get(group);
    if (best === undefined || isBetter(record, best)) bests.set(group, record);
  }
  return new Set(bests.values());
}

/** The fastest run over each distance, of all disciplines together. */
export function bestsByDistance<T extends RankedRecord>(records: readonly T[]): Set<T> {
  return bestOfEach(records, (record) => isRun(record) ? canonicalDistance(record.distance) : null);
}

/** The best in each event, by its label: indoors and outdoors have one each. */
export function bestsByEvent<T extends RankedRecord>(records: readonly T[]): Set<T> {
  return bestOfEach(records, ({ event, unit }) => `${unit} ${foldLabel(event)}`);
}

/** Endings that say that an event was held indoors, in old and new labels. */
const INDOORS = /\s*(?:-\s*salle|piste courte)$/i;

/**
 * The best within each discipline: of runs and walks over each distance, so that track, short track
 * and road each have theirs; of all other events by their name, indoors and outdoors together.
 */
export function bestsByDiscipline<T extends RankedRecord>(records: readonly T[]): Set<T> {
  return bestOfEach(records, ({ discipline, event, distance, isRunning, unit }) => {
    const within = (isRunning || discipline === "walk") && distance !== null
      ? canonicalDistance(distance)
      : foldLabel(event.normalize("NFKC").replace(INDOORS, ""));
    return `${discipline} ${unit} ${within}`;
  });
}

/** An event label in one spelling. */
function foldLabel(label: string): string {
  return label.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
