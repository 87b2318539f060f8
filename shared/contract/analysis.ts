import { z } from "zod";
import { EXTENDED_REASONS } from "../domain/measure/estimate.ts";
import { MAX_HUNDREDTHS } from "../domain/measure/time_limits.ts";
import { ANOMALY_REASONS } from "../domain/analysis/anomaly.ts";
import { CURVE_WARNINGS } from "../domain/models/personal_curve.ts";
import { RUNNER_TYPES } from "../domain/analysis/record_strength.ts";
import { Athlete } from "./athlete.ts";
import { estimate } from "./estimate.ts";
import { Discipline, RecordsOrigin } from "./record.ts";

/** A time in whole hundredths of a second, as long as any that can be written. */
const Hundredths = z.int().positive().lt(MAX_HUNDREDTHS);

/** Why a figure is carried further than its model was made for; null within it. */
const extended = z.enum(EXTENDED_REASONS).nullable();

/** Oldest records left in at most, years. */
const MAX_AGE = z.coerce.number().int().min(1).max(50);

/** Query of `GET /athletes/{ffaId}/analysis`. */
export const AnalysisQuery = z.object({
  /**
   * Leave out records older than so many years, and those without a date; all are used by default.
   */
  max_age: MAX_AGE.optional(),
});
export type AnalysisQuery = z.output<typeof AnalysisQuery>;

/** The record that a figure is about or rests on. */
export const RunRef = z.object({
  discipline: Discipline,
  /** Event label as published. */
  event: z.string(),
  /** Meters. */
  distance: z.number().positive(),
  time: Hundredths,
  date: z.iso.date().nullable(),
});
export type RunRef = z.output<typeof RunRef>;

/** A run on each scale. */
export const ScoredRecord = z.object({
  record: RunRef,
  /** Daniels–Gilbert index, ml/kg/min. */
  index: estimate({ index: z.number(), extended }),
  /** Distance from the runner's own curve: 0.02 = 2 % slower, below 0 = faster. */
  residual: estimate({ residual: z.number() }),
  age_grade: estimate({
    /** Per cent of the standard of the age. */
    percent: z.number(),
    factor: z.number(),
    /** Standard of the age. */
    standard: Hundredths,
    /** What the time would be worth in the open class. */
    open_time: Hundredths,
    /** Age reached in the year of the race. */
    age: z.int(),
    edition: z.string(),
  }),
  /** Points of the World Athletics tables. */
  points: estimate({
    points: z.int().min(0),
    /** Whether published scores of results confirm the figures of the event. */
    confirmed: z.boolean(),
    edition: z.string(),
  }),
});
export type ScoredRecord = z.output<typeof ScoredRecord>;

/** A record that is faster than plausible. */
export const Anomaly = z.object({
  record: RunRef,
  reason: z.enum(ANOMALY_REASONS),
  /** The fastest plausible time. */
  plausible: Hundredths,
});
export type Anomaly = z.output<typeof Anomaly>;

const restsOn = z.array(RunRef);

/**
 * A time that a model gives: one race in twenty is faster than `fastest`, one slower than
 * `slowest`.
 */
const TimeRange = { time: Hundredths, fastest: Hundredths, slowest: Hundredths, extended };
const time = estimate(TimeRange);

/** One distance, by each model. */
export const Prediction = z.object({
  /** Meters. */
  distance: z.number().positive(),
  /** The runner's own best over the distance; the models then rest on the others. */
  record: RunRef.nullable(),
  /** The record nearest in distance: Riegel, Daniels–Gilbert and Cameron start from it. */
  from: RunRef.nullable(),
  /** MyPacer's own model, fitted on races of real runners. */
  mypacer: time,
  /** The runner's own curve. */
  personal: time,
  /** k = 1.06; `fading_time` with 1.15 beyond the half marathon, as many amateurs run. */
  riegel: estimate({ ...TimeRange, fading_time: Hundredths }),
  daniels_gilbert: time,
  cameron: time,
  /** With the usual endurance where there is a single record. */
  peronnet_thibault: time,
  critical_speed: time,
});
export type Prediction = z.output<typeof Prediction>;

/** A record with how it compares, and the time that would bring it in line. */
export const RatedRecord = z.object({
  record: RunRef,
  /** Residual to the curve (a ratio), or index (ml/kg/min). */
  value: z.number(),
  aligned_time: Hundredths.nullable(),
});
export type RatedRecord = z.output<typeof RatedRecord>;

/** `GET /athletes/{ffaId}/analysis`: what the records say about a runner. */
export const Analysis = RecordsOrigin.extend({
  athlete: Athlete,
  /** Years; null = all records. */
  max_age: z.int().nullable(),
  /** Taken for under age: no model, no scale and no rank is given. */
  minor: z.boolean(),
  /** Best runs, one a distance, short to long. */
  records: z.array(ScoredRecord),
  /** Runs that the models do not rest on. */
  left_out: z.array(z.object({ record: RunRef, reason: z.enum(["too-old", "anomaly"]) })),
  anomalies: z.array(Anomaly),
  /** VMA in km/h and endurance index (Péronnet–Thibault). */
  vma: estimate({
    vma: z.number(),
    endurance_index: z.number(),
    r_squared: z.number(),
    rests_on: restsOn,
  }),
  /** The runner's own curve, T = a·D^exponent. */
  curve: estimate({
    exponent: z.number(),
    r_squared: z.number(),
    /** Longest over shortest distance. */
    span: z.number(),
    warnings: z.array(z.enum(CURVE_WARNINGS)),
    rests_on: restsOn,
  }),
  /** Critical speed in m/s and the reserve above it in m. */
  critical_speed: estimate({
    speed: z.number(),
    reserve: z.number(),
    r_squared: z.number(),
    rests_on: restsOn,
  }),
  predictions: z.array(Prediction),
  /** Two senses that need not agree. */
  strengths: z.object({
    /** The odd one out: by distance from the own curve. */
    on_curve: estimate({ weakest: RatedRecord, strongest: RatedRecord }),
    /** Speed or endurance: by Daniels–Gilbert index. */
    by_index: estimate({
      weakest: RatedRecord,
      strongest: RatedRecord,
      type: z.enum(RUNNER_TYPES),
      /** Change of the index with each doubling of the distance. */
      per_doubling: z.number(),
    }),
  }),
});
export type Analysis = z.output<typeof Analysis>;
