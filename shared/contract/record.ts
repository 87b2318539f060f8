import { z } from "zod";
import { DISCIPLINES } from "../domain/results/discipline.ts";
import { Athlete } from "./athlete.ts";

/** Kind of competition an event belongs to; records of two disciplines are never merged. */
export const Discipline = z.enum(DISCIPLINES);
export type Discipline = z.output<typeof Discipline>;

/** What records and bests of a season have in common. */
const PublishedMark = z.object({
  discipline: Discipline,
  /** Event label as published, e.g. `1 500m Piste Courte`. */
  event: z.string(),
  /** Race distance in meters; null for events without one. */
  distance: z.number().positive().nullable(),
  /**
   * Whether a pace follows from it: a run over a known distance, without hurdles, walk or relay.
   */
  is_running: z.boolean(),
  /** What `mark` measures: hundredths of a second, centimeters, or points. */
  unit: z.enum(["hundredths", "centimeters", "points"]),
  mark: z.int().positive(),
  /** Mark as published, e.g. `2'19''40`. */
  text: z.string(),
  /** ISO date; null where none is published. */
  date: z.iso.date().nullable(),
  club: z.string().nullable(),
  league: z.string().nullable(),
  department: z.string().nullable(),
  place: z.string().nullable(),
});

/** One personal record, as the federation publishes it. */
export const AthleteRecord = PublishedMark.extend({
  /** Timed by hand, to the tenth. */
  hand_timed: z.boolean(),
  /** Wind in m/s, null where not given. */
  wind: z.number().nullable(),
  /** Chip time in hundredths beside the gun time, road only. */
  chip_time: z.int().positive().nullable(),
  category: z.string().nullable(),
  /** The fastest running record over this exact distance, of all disciplines. */
  is_best_at_distance: z.boolean(),
  /**
   * The best within its discipline: of runs and walks over this distance (track, short track and
   * road each have one), of other events by their name, indoors and outdoors together.
   */
  is_best_in_discipline: z.boolean(),
});
export type AthleteRecord = z.output<typeof AthleteRecord>;

/** The best mark of a season in one event. */
export const SeasonBest = PublishedMark.extend({
  /** Year that the federation counts the mark to. */
  season: z.int(),
  /**
   * `records-page`: as published beside the records. `results`: the best of the season's results,
   * where the records page has no bests of seasons. `some-results`: the same of a season whose
   * results were not all read (`GET /athletes/{ffaId}/results`, one calendar year at a time).
   */
  source: z.enum(["records-page", "results", "some-results"]),
});
export type SeasonBest = z.output<typeof SeasonBest>;

/**
 * Why older records are shown: new ones are being read, the federation does not answer, its page is
 * not understood, or it was asked often enough for now.
 */
export const StaleReason = z.enum([
  "refreshing",
  "federation-unavailable",
  "page-changed",
  "budget-spent",
]);
export type StaleReason = z.output<typeof StaleReason>;

/** Where records come from and how old they are: part of every answer that rests on records. */
export const RecordsOrigin = z.object({
  /** `live`: read from the federation for this answer; `cache`: kept from an earlier reading. */
  source: z.enum(["live", "cache"]),
  fetched_at: z.iso.datetime(),
  /** Time since then, whole seconds. */
  age_seconds: z.int().min(0),
  /** True when older records are shown than the service means to; `stale_reason` says why. */
  stale: z.boolean(),
  stale_reason: StaleReason.nullable(),
});
export type RecordsOrigin = z.output<typeof RecordsOrigin>;

/** `GET /athletes/{ffaId}/records`. */
export const AthleteRecords = RecordsOrigin.extend({
  athlete: Athlete,
  records: z.array(AthleteRecord),
  /**
   * Best marks by season, event by event: those of the federation's page, or, where it carries
   * none, those among the results that were read.
   */
  season_bests: z.array(SeasonBest),
});
export type AthleteRecords = z.output<typeof AthleteRecords>;
