import { findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { EVENT_CODES } from "@mypacer/shared/federation/event_codes.ts";

/** The code of an event by its label, in any spelling; null where none is known. */
export function eventCodeOf(label: string): string | null {
  const event = findEvent(label)?.label;
  return EVENT_CODES.find(([known]) => known === event)?.[1] ?? null;
}
