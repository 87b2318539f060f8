import type { AthleteRecord, AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { sameDistance } from "@mypacer/shared/domain/distance.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "../routes/to_athlete.ts";
import type { RecordsReading } from "./gateway.ts";

/** Tells of each record whether it is the fastest run over its distance, of all disciplines; of equals the first. */
export function findBests(records: readonly RecordEntry[]): ReadonlySet<RecordEntry> {
  const bests: RecordEntry[] = [];
  for (const record of records) {
    if (!isRun(record)) continue;
    const index = bests.findIndex((best) => sameDistance(best.distance ?? 0, record.distance));
    const best = bests[index];
    if (best === undefined) bests.push(record);
    else if (record.mark < best.mark) bests[index] = record;
  }
  return new Set(bests);
}

/** A timed run over a known distance: what a pace can be told from. */
export function isRun(record: RecordEntry): record is RecordEntry & { distance: number } {
  return record.isRunning && record.distance !== null && record.unit === "hundredths";
}

/** Records as `GET /athletes/{ffaId}/records` answers them, in the federation's order. */
export function toAthleteRecords(
  reading: RecordsReading,
  { athlete, federationUrl }: { athlete: AthleteRow; federationUrl: string },
): AthleteRecords {
  const bests = findBests(reading.records);
  return {
    athlete: toAthlete(athlete, federationUrl),
    source: reading.source,
    fetched_at: reading.fetchedAt.toISOString(),
    stale: reading.stale,
    records: reading.records.map((record): AthleteRecord => ({
      discipline: record.discipline,
      event: record.event,
      distance: record.distance,
      is_running: record.isRunning,
      unit: record.unit,
      mark: record.mark,
      text: record.text,
      hand_timed: record.handTimed,
      wind: record.wind,
      chip_time: record.chipTime,
      date: record.date,
      category: record.category,
      club: record.club,
      league: record.league,
      department: record.department,
      place: record.place,
      is_best_at_distance: bests.has(record),
    })),
  };
}
