import { z } from "zod";
import { COMPARED_BY } from "../domain/head_to_head.ts";
import { AnalysisQuery, RunRef } from "./analysis.ts";
import { Athlete, FfaId } from "./athlete.ts";
import { estimate } from "./estimate.ts";
import { Discipline, RecordsOrigin } from "./record.ts";

/** Most athletes compared at once. */
export const MOST_COMPARED = 8;

/** Query of `GET /compare`. */
export const ComparisonQuery = AnalysisQuery.extend({
  /** Federation ids, separated by commas; each once. */
  athletes: z.array(FfaId).min(2).max(MOST_COMPARED).refine(
    (ids) => new Set(ids).size === ids.length,
    "each federation id once",
  ),
  /** Times as run, or what they would be worth in the open class. */
  by: z.enum(COMPARED_BY).default("time"),
});
export type ComparisonQuery = z.output<typeof ComparisonQuery>;

/** How far the first of a pair is behind the second: above 0 = slower, below 0 = faster. */
export const Gap = z.object({
  /** s, 2 decimals. */
  seconds: z.number(),
  /** s/km. */
  seconds_per_km: z.number(),
  /** Per cent of the mean of both times. */
  percent: z.number(),
});
export type Gap = z.output<typeof Gap>;

/** Two athletes. */
export const Pair = z.object({
  first: FfaId,
  second: FfaId,
  /** One for each line of `common`, in its order. */
  gaps: z.array(Gap),
  /** Where the lead changes, short to long: the one is faster over shorter, the other over longer distances. */
  crossovers: z.array(z.object({
    /** Meters. */
    distance: z.number().positive(),
    faster_before: FfaId,
    faster_after: FfaId,
  })),
});
export type Pair = z.output<typeof Pair>;

/** A distance that all have run. */
export const CommonDistance = z.object({
  /** Meters. */
  distance: z.number().positive(),
  /** Null where no discipline is common to all: the marks are of different ones. */
  discipline: Discipline.nullable(),
  /** One an athlete, in the order of `athletes`. */
  marks: z.array(z.object({
    record: RunRef,
    /** What is compared, hundredths: as run, or graded by age. */
    time: z.int().positive(),
  })),
});
export type CommonDistance = z.output<typeof CommonDistance>;

/** `GET /compare`: athletes side by side over the distances all of them have a record of. */
export const Comparison = z.object({
  by: z.enum(COMPARED_BY),
  /** Years; null = all records. */
  max_age: z.int().nullable(),
  /** In the order asked for, each with where its records come from. */
  athletes: z.array(RecordsOrigin.extend({ athlete: Athlete, minor: z.boolean() })),
  common: z.array(CommonDistance),
  /** Each pair once; not valid when one of the athletes is a minor. */
  pairs: estimate({ pairs: z.array(Pair) }),
});
export type Comparison = z.output<typeof Comparison>;
