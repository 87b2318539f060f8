/**
 * Records that are faster than plausible: a short course, a homonym's mark, a typing error.
 *
 * A mark stands out when it is more than 3 % faster than each of its two nearest neighbors allows.
 * A neighbor over a shorter distance allows its own speed; one over a longer distance allows the
 * time of a runner whose time grows with D^1.2, far beyond usual exponents (1.03 to 1.15). Sprints
 * have wider limits; below 100 m the start decides, and nothing is compared. One neighbor alone
 * proves nothing: it may be the weak one. The limits are MyPacer's own.
 *
 * A mark that beats the world's best, or the open standard of the runner's sex, stands out without
 * neighbors.
 */
import { ageGrade } from "../models/age_grade.ts";
import type { Sex } from "../people/category.ts";
import { worldBestTime } from "../models/human_limits.ts";
import { POWER_LAW_LIMITS } from "../models/riegel.ts";
import type { RunRecord } from "../results/run_record.ts";

/** What a mark is compared with when it is too fast. */
export const ANOMALY_REASONS = ["faster-than-neighbors", "faster-than-any"] as const;
export type AnomalyReason = typeof ANOMALY_REASONS[number];

/** A record that is faster than plausible. */
export interface Anomaly {
  record: RunRecord;
  reason: AnomalyReason;
  /** The fastest plausible time, s. */
  plausible: number;
}

/**
 * Limits of the exponent by which time grows with distance: to a longer one, and to a shorter one.
 */
const PLAUSIBLE = { longer: 1, shorter: 1.2 } as const;
/**
 * The same for marks of less than 3.5 min: a flying start is faster, and sprinters lose more with
 * the distance.
 */
const PLAUSIBLE_SPRINT = { longer: 0.95, shorter: 1.3 } as const;
/** Share of the limit that a mark must stay below: a closer one may well be a good day. */
const CLEARLY = 0.97;
/** Shortest distance compared, m. */
const SHORTEST = 100;
/** Neighbors that must agree. */
const NEIGHBORS = 2;
/** An age at which the factors of all events are 1. */
const OPEN_AGE = 25;
/**
 * Per cent allowed above the standards: they lag behind the latest records, and some roads descend.
 */
const ABOVE_STANDARD = 101;

/** The fastest plausible time of a record, given another, s. */
function limitBeside(record: RunRecord, other: RunRecord): number {
  const { longer, shorter } = record.time < POWER_LAW_LIMITS.shortest
    ? PLAUSIBLE_SPRINT
    : PLAUSIBLE;
  const ratio = record.distance / other.distance;
  return other.time * ratio ** (ratio > 1 ? longer : shorter);
}

/** The two others nearest in distance: one on each side where there are both. */
function neighborsOf(runs: readonly RunRecord[], record: RunRecord): RunRecord[] {
  const at = runs.indexOf(record);
  if (at === -1) return [];
  const first = Math.min(Math.max(0, at - 1), Math.max(0, runs.length - NEIGHBORS - 1));
  return runs.slice(first, first + NEIGHBORS + 1).filter((run) => run !== record);
}

/**
 * Finds the records that are faster than plausible.
 *
 * @param runs Best runs, one a distance, short to long (m, s).
 * @param sex Of the runner; without it only the best of men and women together is the limit.
 */
export function findAnomalies(runs: readonly RunRecord[], sex: Sex | null): Anomaly[] {
  const compared = runs.filter(({ distance }) => distance >= SHORTEST);
  return runs.flatMap((record): Anomaly[] => {
    const best = worldBestTime(record.distance);
    if (record.time < best) return [{ record, reason: "faster-than-any", plausible: best }];
    const grade = ageGrade({ ...record, sex, age: OPEN_AGE });
    if (grade.valid && grade.percent > ABOVE_STANDARD) {
      return [{ record, reason: "faster-than-any", plausible: grade.standard }];
    }
    const limits = neighborsOf(compared, record).map((other) => limitBeside(record, other));
    const plausible = Math.max(best, Math.min(...limits));
    return limits.length === NEIGHBORS && record.time < CLEARLY * plausible
      ? [{ record, reason: "faster-than-neighbors", plausible }]
      : [];
  });
}
