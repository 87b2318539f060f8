import type { AthleteRecord, AthleteRecords, SeasonBest } from "@mypacer/shared/contract/record.ts";
import { bestsByDiscipline, bestsByDistance } from "@mypacer/shared/domain/results/best_records.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "./athlete.ts";
import { type Moment, toLasting } from "../federation/origin_to_wire.ts";
import type { RecordsReading } from "../records/records_kind.ts";

/** The lasting part of an answer of records. */
export type RecordsContent = Omit<AthleteRecords, keyof Moment>;

/**
 * Records as `GET /athletes/{ffaId}/records` answers them, in the federation's order, but for the
 * passing part.
 */
export function toRecordsContent(
  reading: RecordsReading,
  { athlete, federationUrl }: { athlete: AthleteRow; federationUrl: string },
): RecordsContent {
  const atDistance = bestsByDistance(reading.records);
  const inDiscipline = bestsByDiscipline(reading.records);
  return {
    ...toLasting(reading),
    athlete: toAthlete(athlete, federationUrl),
    records: reading.records.map((record): AthleteRecord => ({
      ...toPublishedMark(record),
      hand_timed: record.handTimed,
      wind: record.wind,
      chip_time: record.chipTime,
      category: record.category,
      is_best_at_distance: atDistance.has(record),
      is_best_in_discipline: inDiscipline.has(record),
    })),
    season_bests: reading.seasonBests.map((best): SeasonBest => ({
      ...toPublishedMark(best),
      season: best.season,
      source: best.source,
    })),
  };
}

function toPublishedMark(entry: RecordEntry | SeasonBestEntry) {
  return {
    discipline: entry.discipline,
    event: entry.event,
    distance: entry.distance,
    is_running: entry.isRunning,
    unit: entry.unit,
    mark: entry.mark,
    text: entry.text,
    date: entry.date,
    club: entry.club,
    league: entry.league,
    department: entry.department,
    place: entry.place,
  };
}
