/**
 * The records of each list. What no page was found for is left out: a list is not complete, and
 * each row says up to when it was the record.
 */
import type { PublicRecord, RecordList } from "./public_record.ts";
import { RECORDS_OF_FRANCE_MEN, RECORDS_OF_FRANCE_WOMEN } from "./records_of_france.ts";
import { WORLD_RECORDS_MEN } from "./world_records_men.ts";
import { WORLD_RECORDS_WOMEN } from "./world_records_women.ts";

/** Slower than on the track, so that it is none of `WORLD_RECORDS_MEN`. */
const MEN_5_KM_ROAD: PublicRecord = {
  distance: 5000,
  discipline: "road",
  mark: 769_00,
  holder: "Berihu Aregawi",
  date: "2021-12-31",
  place: "Barcelona",
  sources: ["https://www.sports247.my/ratified-world-5km-records-for-taye-and-aregawi/"],
  asOf: "2022-02-16",
};

/** Short to long. */
export const PUBLIC_RECORDS: Readonly<Record<RecordList, readonly PublicRecord[]>> = {
  "world-m": WORLD_RECORDS_MEN.flatMap((record) =>
    record.distance === MEN_5_KM_ROAD.distance ? [record, MEN_5_KM_ROAD] : [record]
  ),
  "world-f": WORLD_RECORDS_WOMEN,
  "france-m": RECORDS_OF_FRANCE_MEN,
  "france-f": RECORDS_OF_FRANCE_WOMEN,
};
