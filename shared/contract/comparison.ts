import { z } from "zod";
import { COMPARED_BY } from "../domain/analysis/head_to_head.ts";
import { AnalysisQuery, RunRef } from "./analysis.ts";
import { Athlete, FfaId } from "./athlete.ts";
import { estimate } from "./estimate.ts";
import { MAX_COMPARED } from "./limits.ts";
import { Discipline, RecordsOrigin } from "./record.ts";

/** Query of `GET /compare`. */
export const ComparisonQuery = AnalysisQuery.extend({
  /** Federation ids, separated by commas; each once. */
  athletes: z.array(FfaId).min(1).max(MAX_COMPARED).refine(
    (ids) => new Set(ids).size === ids.length,
    "each federation id once",
  ),
  /** Times as run, or what they would be worth in the open class. */
  by: z.enum(COMPARED_BY).default("time"),
});
export type ComparisonQuery = z.output<typeof ComparisonQuery>;

/** A run as it is compared. */
export const ComparedRun = z.object({
  record: RunRef,
  /** Hundredths: as run, or graded by age. */
  time: z.int().positive(),
});
export type ComparedRun = z.output<typeof ComparedRun>;

/** An athlete of a comparison. */
export const ComparedAthlete = z.object({
  athlete: Athlete,
  /** Taken for under age: in no ranking. */
  minor: z.boolean(),
  /** Where the records come from; null where there are none. */
  origin: RecordsOrigin.nullable(),
  /** Why there are none: the others are compared anyway. */
  missing: z.enum([
    "unknown-athlete",
    "athlete-removed",
    "federation-unavailable",
    "page-changed",
    "budget-spent",
  ]).nullable(),
  /** What is compared; by age grade, what can be graded. */
  runs: z.array(ComparedRun),
});
export type ComparedAthlete = z.output<typeof ComparedAthlete>;

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

const line = {
  /** Meters. */
  distance: z.number().positive(),
  /** Null where the runs are of different ones. */
  discipline: Discipline.nullable(),
  /**
   * Whether each is the runner's best over the distance, of all disciplines; the lead is judged by
   * these.
   */
  best: z.boolean(),
};

/** A distance that both of a pair have run. */
export const PairLine = z.object({ ...line, first: ComparedRun, second: ComparedRun });
export type PairLine = z.output<typeof PairLine>;

/** Two athletes over the distances that both have run. */
export const Pair = z.object({
  first: FfaId,
  second: FfaId,
  /** Short to long; empty where they have no distance in common. */
  lines: z.array(PairLine),
  /** Not valid when one of the two is a minor. */
  lead: estimate({
    /**
     * Who is ahead over the shortest distance where they are not level; null where there is none.
     */
    ahead: FfaId.nullable(),
    /** One for each line, in its order. */
    gaps: z.array(Gap),
    /**
     * Where the lead changes, short to long: the one is faster over shorter, the other over longer
     * distances.
     */
    crossovers: z.array(z.object({
      /** Meters. */
      distance: z.number().positive(),
      faster_before: FfaId,
      faster_after: FfaId,
    })),
  }),
});
export type Pair = z.output<typeof Pair>;

/** A distance that at least two have run. */
export const Ranking = z.object({
  ...line,
  /** In the order of `athletes`, not of the places. */
  runs: z.array(ComparedRun.extend({
    ffa_id: FfaId,
    /**
     * 1 = fastest, equal times share a place; null for minors, and where fewer than two others are.
     */
    place: z.int().positive().nullable(),
    /** How far behind the fastest, s, 2 decimals; null where there is no place. */
    behind: z.number().nonnegative().nullable(),
  })),
});
export type Ranking = z.output<typeof Ranking>;

/** `GET /compare`: athletes side by side. */
export const Comparison = z.object({
  by: z.enum(COMPARED_BY),
  /** Years; null = all records. */
  max_age: z.int().nullable(),
  /** In the order asked for. */
  athletes: z.array(ComparedAthlete),
  /** Each pair once. */
  pairs: z.array(Pair),
  /** Short to long. */
  rankings: z.array(Ranking),
});
export type Comparison = z.output<typeof Comparison>;
