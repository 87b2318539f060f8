import { assert } from "@std/assert";
import { athleteWithRecords, type ShownAthlete } from "../kit/athletes/shown_athlete.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "./sample_people.ts";

/** One of the sample athletes as the site shows them, with records. */
export function shown(index: number, changes: Partial<ShownAthlete> = {}): ShownAthlete {
  const athlete = SAMPLE_ATHLETES[index];
  assert(athlete);
  return {
    ...athleteWithRecords({
      athlete,
      source: "live",
      fetched_at: "2026-11-20T08:30:00Z",
      age_seconds: 0,
      stale: false,
      stale_reason: null,
      season_bests: [],
      records: sampleRecords(athlete.ffa_id),
    }),
    ...changes,
  };
}
