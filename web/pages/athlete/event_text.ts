import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import type { Language } from "../../kit/language/language.ts";

/** What names an event. */
export type NamedEvent = Pick<AthleteRecord, "discipline" | "event" | "distance" | "is_running">;

/** Name of an event among those of its discipline: a distance, or the label as published. */
export function shortEventText(
  { event, discipline, distance, is_running: isRunning }: NamedEvent,
  language: Language,
): string {
  const isFlat = discipline === "track" || discipline === "short-track" || discipline === "road";
  return isRunning && isFlat && distance !== null ? distanceLabel(distance, language) : event;
}

/** m: from the half marathon on, races are on the road unless something else is said. */
const ROAD_FROM = 21_000;

/** Name of an event, with what was run on where that is not clear: `10 km · route`. */
export function eventText(event: NamedEvent, language: Language): string {
  const { discipline, distance } = event;
  const text = shortEventText(event, language);
  const isSaid = discipline === "short-track" ||
    discipline === "road" && distance !== null && distance < ROAD_FROM;
  return isSaid && text !== event.event
    ? `${text} · ${athleteTexts(language).legend[discipline]}`
    : text;
}
