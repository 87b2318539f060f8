import { distanceLabel, DISTANCES, MILE_RACES } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../language/language.ts";

/** Id of the list of distances. */
export const DISTANCE_NAMES = "distance-names";

/**
 * The official distances and races over miles, offered while a distance is typed; any other may be
 * typed as well.
 */
export function DistanceNames({ language }: { language: Language }) {
  const lengths = [...DISTANCES.map(({ meters }) => meters), ...MILE_RACES];
  const names = new Set(lengths.map((meters) => distanceLabel(meters, language)));
  return (
    <datalist id={DISTANCE_NAMES}>
      {[...names].map((name) => <option key={name} value={name} />)}
    </datalist>
  );
}
