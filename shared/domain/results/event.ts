/** What an event is. */
import type { MarkKind } from "../measure/mark.ts";

/** Kinds of competition. Records of two disciplines are never merged, even over one distance. */
export const DISCIPLINES = [
  "track",
  "short-track",
  "road",
  "hurdles",
  "walk",
  "relay",
  "field",
  "combined",
  "cross",
  "trail",
  "other",
] as const;
/**
 * Kind of competition an event belongs to. `short-track` is indoors, `hurdles` include the
 * steeplechase.
 */
export type Discipline = typeof DISCIPLINES[number];

/** What a label of the federation stands for. */
export interface AthleticsEvent {
  /** The federation's own spelling. */
  label: string;
  discipline: Discipline;
  /** Race distance in meters; null for events without one. */
  distance: number | null;
  /**
   * Whether a pace follows from a mark: a run over a known distance, without hurdles, walk or
   * relay.
   */
  isRunning: boolean;
  /** What its marks measure. Races over a fixed time (`24 Heures`) give a length. */
  measures: MarkKind;
}

const RUNNING: ReadonlySet<Discipline> = new Set(["track", "short-track", "road"]);
/** Races over a fixed time, whose mark is the way covered. */
const FIXED_TIME = /^(\d+ )?heures?\b/i;

function measureOf(label: string, discipline: Discipline): MarkKind {
  if (discipline === "field" || FIXED_TIME.test(label)) return "length";
  return discipline === "combined" ? "points" : "time";
}

/** Describes an event whose discipline and distance are known. */
export function describeEvent(
  label: string,
  discipline: Discipline,
  distance: number | null,
): AthleticsEvent {
  return {
    label,
    discipline,
    distance,
    isRunning: distance !== null && RUNNING.has(discipline),
    measures: measureOf(label, discipline),
  };
}
