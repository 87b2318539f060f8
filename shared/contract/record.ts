import { z } from "zod";
import { DISCIPLINES } from "../domain/discipline.ts";
import { Athlete } from "./athlete.ts";

/** Kind of competition an event belongs to; records of two disciplines are never merged. */
export const Discipline = z.enum(DISCIPLINES);
export type Discipline = z.output<typeof Discipline>;

/** One personal record, as the federation publishes it. */
export const AthleteRecord = z.object({
  discipline: Discipline,
  /** Event label as published, e.g. `1 500m Piste Courte`. */
  event: z.string(),
  /** Race distance in meters; null for events without one. */
  distance: z.number().positive().nullable(),
  /** Whether a pace can be told from it: a run over a known distance, without hurdles, walk or relay. */
  is_running: z.boolean(),
  /** What `mark` measures: hundredths of a second, centimeters, or points. */
  unit: z.enum(["hundredths", "centimeters", "points"]),
  mark: z.int().positive(),
  /** Mark as published, e.g. `2'19''40`. */
  text: z.string(),
  /** Timed by hand, to the tenth. */
  hand_timed: z.boolean(),
  /** Wind in m/s, null where not given. */
  wind: z.number().nullable(),
  /** Chip time in hundredths beside the gun time, road only. */
  chip_time: z.int().positive().nullable(),
  /** ISO date; null where none is published. */
  date: z.iso.date().nullable(),
  category: z.string().nullable(),
  club: z.string().nullable(),
  league: z.string().nullable(),
  department: z.string().nullable(),
  place: z.string().nullable(),
  /** The fastest running record over this exact distance, of all disciplines. */
  is_best_at_distance: z.boolean(),
});
export type AthleteRecord = z.output<typeof AthleteRecord>;

/** `GET /athletes/{ffaId}/records`. */
export const AthleteRecords = z.object({
  athlete: Athlete,
  /** `live`: read from the federation for this answer; `cache`: kept from an earlier reading. */
  source: z.enum(["live", "cache"]),
  fetched_at: z.iso.datetime(),
  /** True when the federation could not be read and older records are shown in place. */
  stale: z.boolean(),
  records: z.array(AthleteRecord),
});
export type AthleteRecords = z.output<typeof AthleteRecords>;
