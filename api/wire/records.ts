import { AthleteRecord, type AthleteRecords, SeasonBest } from "@mypacer/shared/contract/record.ts";
import { bestsByDiscipline, bestsByDistance } from "@mypacer/shared/domain/results/best_records.ts";
import type { AthleteRow } from "../repositories/athlete.ts";
import { toAthlete } from "./athlete.ts";
import { toWire } from "./fields.ts";
import { type PageAge, toPageFreshness } from "../federation/page_age.ts";
import type { RecordsReading } from "../records/records_kind.ts";

/** The lasting part of an answer of records. */
export type RecordsContent = Omit<AthleteRecords, keyof PageAge>;

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
    ...toPageFreshness(reading),
    athlete: toAthlete(athlete, federationUrl),
    records: reading.records.map((record) =>
      toWire(AthleteRecord, {
        ...record,
        isBestAtDistance: atDistance.has(record),
        isBestInDiscipline: inDiscipline.has(record),
      })
    ),
    season_bests: reading.seasonBests.map((best) => toWire(SeasonBest, best)),
  };
}
