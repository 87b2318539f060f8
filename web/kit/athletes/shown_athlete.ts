import type { Athlete, AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecord, AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { isMinor } from "@mypacer/shared/domain/people/minor.ts";

/** A running record as the table shows it. */
export interface ShownRecord {
  discipline: AthleteRecord["discipline"];
  /** Event label as published. */
  event: string;
  /** m. */
  distance: number;
  /** Hundredths of a second. */
  mark: number;
  handTimed: boolean;
  wind: number | null;
  chipTime: number | null;
  /** ISO date. */
  date: string | null;
  place: string | null;
  /** Fastest of all disciplines over this distance. */
  best: boolean;
  /** Of a public record: who holds it, and up to when a page says so, ISO date. */
  held?: { by: string; asOf: string };
}

/** A record without a pace, as of hurdles and jumps. */
export interface OtherRecord
  extends Pick<ShownRecord, "event" | "mark" | "handTimed" | "wind" | "date" | "place"> {
  discipline: AthleteRecord["discipline"];
  /** What `mark` measures. */
  unit: AthleteRecord["unit"];
  distance: null;
}

/** Why an athlete has no records to show. */
export type Missing =
  | "loading"
  | "unavailable"
  /** The federation's page exists but is not understood. */
  | "changed"
  | "unreachable"
  /** The visitor's network has read its share of the directory. */
  | "limited"
  | "offline"
  /** In the directory, without a page at the federation. */
  | "gone"
  | "unknown";

/** An athlete laid over the table. */
export interface ShownAthlete {
  ffaId: string;
  /** As published; null while only the id is known. */
  name: string | null;
  club: string | null;
  category: string | null;
  /** A year, or the range the categories allow: `1990–1992`. */
  born: string | null;
  sex: "M" | "F" | null;
  /** Their page on the federation's site. */
  url: string | null;
  missing: Missing | null;
  /** The federation could not be read: older records are shown. */
  stale: boolean;
  /** When the records were read, ISO. */
  readAt: string | null;
  /** Those with a pace, short to long. */
  records: ShownRecord[];
  /** Place of a list of public records, which is no athlete; athletes have theirs in their order. */
  slot?: number;
  /** Those without. */
  others: OtherRecord[];
}

/** Birth year of an athlete as text: the year, or the range that is known. */
export function bornText(
  { birth_year, birth_year_min, birth_year_max }: Pick<
    Athlete,
    "birth_year" | "birth_year_min" | "birth_year_max"
  >,
): string | null {
  if (birth_year !== null) return String(birth_year);
  if (birth_year_min === null || birth_year_max === null) return null;
  return birth_year_min === birth_year_max
    ? String(birth_year_min)
    : `${birth_year_min}–${birth_year_max}`;
}

/** Whether an athlete has to be taken for a minor, of whom the browser keeps nothing. */
export function isMinorAthlete(
  { birth_year: year, birth_year_max: latest }: Pick<Athlete, "birth_year" | "birth_year_max">,
): boolean {
  return isMinor(year ?? latest, new Date().getFullYear());
}

/** An athlete of whom only the id is known. */
export function unnamedAthlete(ffaId: string, missing: Missing): ShownAthlete {
  return {
    ffaId,
    name: null,
    club: null,
    category: null,
    born: null,
    sex: null,
    url: null,
    missing,
    stale: false,
    readAt: null,
    records: [],
    others: [],
  };
}

/** An athlete of the directory, without records. */
export function listedAthlete(athlete: Athlete | AthleteHit, missing: Missing): ShownAthlete {
  return {
    ...unnamedAthlete(athlete.ffa_id, missing),
    name: athlete.name,
    club: athlete.club?.name ?? null,
    category: athlete.category,
    born: bornText(athlete),
    sex: athlete.sex,
    url: athlete.url,
  };
}

/** An athlete with the running records the API answered, shortest distance first. */
export function athleteWithRecords(answer: AthleteRecords): ShownAthlete {
  return {
    ...listedAthlete(answer.athlete, "loading"),
    missing: null,
    // New ones are being read, and nothing is wrong: the date is enough.
    stale: answer.stale && answer.stale_reason !== "refreshing",
    readAt: answer.fetched_at,
    records: answer.records.flatMap(shownRecord)
      .sort((a, b) => a.distance - b.distance || a.mark - b.mark),
    others: answer.records.flatMap(otherRecord),
  };
}

/** Whether a pace follows from a record. */
function hasPace({ is_running, distance, unit }: AthleteRecord): boolean {
  return is_running && distance !== null && unit === "hundredths";
}

/** The record without a pace; empty when it has one. */
function otherRecord(record: AthleteRecord): OtherRecord[] {
  if (hasPace(record)) return [];
  const { discipline, event, unit, mark, hand_timed: handTimed, wind, date, place } = record;
  return [{ discipline, event, unit, mark, handTimed, wind, date, place, distance: null }];
}

/** The record as the table shows it; empty when it has no pace. */
function shownRecord(record: AthleteRecord): ShownRecord[] {
  if (record.distance === null || !hasPace(record)) return [];
  return [{
    discipline: record.discipline,
    event: record.event,
    distance: record.distance,
    mark: record.mark,
    handTimed: record.hand_timed,
    wind: record.wind,
    chipTime: record.chip_time,
    date: record.date,
    place: record.place,
    best: record.is_best_at_distance,
  }];
}
