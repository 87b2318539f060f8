import type { AthleteResult, AthleteResults } from "@mypacer/shared/contract/result.ts";
import { type Moment, toLasting } from "../federation/origin_to_wire.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "./athlete.ts";
import type { ResultsReading } from "../results/results_kind.ts";

/** The lasting part of an answer of results. */
export type ResultsContent = Omit<AthleteResults, keyof Moment>;

/** Results as `GET /athletes/{ffaId}/results` answers them, but for the passing part. */
export function toResultsContent(
  reading: ResultsReading,
  { athlete, year, federationUrl }: { athlete: AthleteRow; year: number; federationUrl: string },
): ResultsContent {
  return {
    ...toLasting(reading),
    athlete: toAthlete(athlete, federationUrl),
    year,
    results: reading.results.map((result): AthleteResult => ({
      date: result.date,
      discipline: result.discipline,
      event: result.event,
      distance: result.distance,
      is_running: result.isRunning,
      unit: result.mark?.unit ?? null,
      mark: result.mark?.value ?? null,
      text: result.text,
      hand_timed: result.mark?.handTimed ?? false,
      wind: result.wind,
      chip_time: result.mark?.chipTime ?? null,
      round: result.round,
      place: result.place,
      place_text: result.placeText,
      level: result.level,
      points: result.points,
      town: result.town,
    })),
  };
}
