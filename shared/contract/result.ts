import { z } from "zod";
import { Athlete } from "./athlete.ts";
import { LAST_YEAR } from "./limits.ts";
import { Discipline, RecordsOrigin } from "./record.ts";

/** First calendar year that results may be asked of. */
export const FIRST_RESULTS_YEAR = 1990;

/** Query of `GET /athletes/{ffaId}/results`. */
export const ResultsQuery = z.object({
  /** Calendar year, to the next one at most; the current one by default. */
  year: z.int().min(FIRST_RESULTS_YEAR).max(LAST_YEAR).optional(),
});
export type ResultsQuery = z.output<typeof ResultsQuery>;

/** One result of an athlete, as the federation publishes it. */
export const AthleteResult = z.object({
  /** ISO date; the federation gives day and month. Null where it is not understood. */
  date: z.iso.date().nullable(),
  discipline: Discipline,
  /** Event label as published, or the free text of a race off the track. */
  event: z.string(),
  /** Race distance in meters; null for events without one. */
  distance: z.number().positive().nullable(),
  /**
   * Whether a pace follows from it: a run over a known distance, without hurdles, walk or relay.
   */
  is_running: z.boolean(),
  /** What `mark` measures: hundredths of a second, centimeters, or points; null without a mark. */
  unit: z.enum(["hundredths", "centimeters", "points"]).nullable(),
  /** Null where a code says that there is none (`AB`, `DQ` …). */
  mark: z.int().positive().nullable(),
  /** Mark as published, e.g. `4'21''08`, or the code in its place. */
  text: z.string(),
  /** Timed by hand, to the tenth. */
  hand_timed: z.boolean(),
  /** Wind in m/s; null where not given or not measured. */
  wind: z.number().nullable(),
  /** Chip time in hundredths beside the gun time, road only. */
  chip_time: z.int().positive().nullable(),
  /** e.g. `Finale`, `Série 1`. */
  round: z.string().nullable(),
  place: z.int().min(0).nullable(),
  /** Place as published, e.g. `178 (163M - 15F)`, `HC`. */
  place_text: z.string().nullable(),
  /** Level as published: `IA` to `D8`. */
  level: z.string().nullable(),
  /** Points as published. */
  points: z.int().min(0).nullable(),
  town: z.string().nullable(),
});
export type AthleteResult = z.output<typeof AthleteResult>;

/** `GET /athletes/{ffaId}/results`: in the federation's order, latest first. */
export const AthleteResults = RecordsOrigin.extend({
  athlete: Athlete,
  /** Calendar year. */
  year: z.int(),
  results: z.array(AthleteResult),
});
export type AthleteResults = z.output<typeof AthleteResults>;
