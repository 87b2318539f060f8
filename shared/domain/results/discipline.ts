/** Events: what the federation's labels stand for. */
import { type AthleticsEvent, describeEvent, DISCIPLINES } from "./event.ts";
import { EVENT_CATALOG } from "./event_catalog.ts";
import { readEventLabel } from "./event_label.ts";

export { DISCIPLINES } from "./event.ts";
export type { AthleticsEvent, Discipline } from "./event.ts";

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
const RACE_CATEGORY = / ?\/ ?(?:[a-z]{2}|m\d{1,2})[mfx]?$/i;
/** Longest label read; what is longer is free text. */
const MAX_LABEL = 100;

/**
 * Finds the event a label stands for: one of {@link EVENTS}, or a label built the same way (`50 Km
 * Route`, `3000m Steeple (84)`). A race category behind it (`5 Km Route / M0M`) does not matter.
 *
 * @param label Label as published, in any spelling of case, accents and spaces.
 * @returns The event, or null for free text, which races off the track and the measured road have.
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
  if (label.length > MAX_LABEL) return null;
  const exact = EVENT_BY_KEY.get(labelKey(label));
  if (exact) return exact;
  const bare = label.normalize("NFC").replace(/\s+/g, " ").trim().replace(RACE_CATEGORY, "");
  return EVENT_BY_KEY.get(labelKey(bare)) ?? readEventLabel(bare);
}
