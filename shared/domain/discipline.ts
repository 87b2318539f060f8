/** Events: what the federation's labels stand for. */
import { EVENT_CATALOG } from "./event_catalog.ts";
import type { MarkKind } from "./mark.ts";

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
/** Kind of competition an event belongs to. `short-track` is indoors, `hurdles` include the steeplechase. */
export type Discipline = typeof DISCIPLINES[number];

/** What a label of the federation stands for. */
export interface AthleticsEvent {
  /** The federation's own spelling. */
  label: string;
  discipline: Discipline;
  /** Race distance in meters; null for events without one. */
  distance: number | null;
  /** Whether a pace can be told from a mark: a run over a known distance, without hurdles, walk or relay. */
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

/** Every event label known, discipline by discipline, short to long. */
export const EVENTS: readonly AthleticsEvent[] = DISCIPLINES.flatMap((discipline) =>
  EVENT_CATALOG[discipline].map(([label, distance]) => describeEvent(label, discipline, distance))
);

/**
 * What two spellings of one label have in common: case, accents and spaces do not matter, since the
 * site writes `1 500m` with normal, no-break or narrow spaces or none, and `Haies(106)` beside
 * `Haies (106)`.
 */
function labelKey(label: string): string {
  return label.normalize("NFKD").replace(/[\u0300-\u036f\s]/g, "").toLowerCase();
}

const EVENT_BY_KEY = new Map<string, AthleticsEvent>();
for (const event of EVENTS) {
  const key = labelKey(event.label);
  if (!EVENT_BY_KEY.has(key)) EVENT_BY_KEY.set(key, event);
}

/** Category of the race behind a label in lists of results: `1 500m Piste Courte / ESF`. */
const RACE_CATEGORY = /\s*\/\s*(?:[a-z]{2}|m\d{1,2})[mfx]?\s*$/i;

/**
 * Finds the event a label stands for. A race category behind it (`5 Km Route / M0M`) does not matter.
 *
 * @param label Label as published, in any spelling of case, accents and spaces.
 * @returns The event, or null for a label that is not known (free text of cross, trail and
 *   unmeasured races).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findEvent } from "./discipline.ts";
 * assertEquals(findEvent("1\u202f500m Piste Courte")?.distance, 1500);
 * assertEquals(findEvent("3000m Steeple (91)")?.isRunning, false);
 * assertEquals(findEvent("Foulées du Lac"), null);
 * ```
 */
export function findEvent(label: string): AthleticsEvent | null {
  if (label.length > 100) return null;
  return EVENT_BY_KEY.get(labelKey(label)) ??
    EVENT_BY_KEY.get(labelKey(label.replace(RACE_CATEGORY, ""))) ?? null;
}
