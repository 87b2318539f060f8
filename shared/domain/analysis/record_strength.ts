/**
 * A runner's weakest and strongest record, in two senses that need not agree: by the residual to
 * the runner's own curve, which finds the odd one out, and by the Daniels–Gilbert index of each
 * record, which shows whether the runner is better at speed or at endurance.
 */
import { danielsGilbertIndex, danielsGilbertTime } from "../models/daniels_gilbert.ts";
import { type Estimate, type HumanTime, notValid } from "../measure/estimate.ts";
import { humanTime } from "../models/human_limits.ts";
import { fitLine } from "../models/least_squares.ts";
import { fitsCurve, type PersonalCurve, residualOf } from "../models/personal_curve.ts";
import type { RunRecord } from "../results/run_record.ts";

/** A record, its rating, and the time that would be in line with the others. */
export interface RatedRecord {
  record: RunRecord;
  /** Residual to the curve (a ratio, above 0 = slower), or index (ml/kg/min). */
  value: number;
  /** The time that would match the other records, s; null where it is not valid. */
  alignedTime: HumanTime | null;
}

/** The weakest and the strongest record. */
export interface Extremes {
  weakest: RatedRecord;
  strongest: RatedRecord;
}

/** Fewest records of a curve among which one can be odd. */
const FEWEST_ON_CURVE = 3;
const FEWEST_INDEXES = 2;

function extremesOf(
  rated: readonly RatedRecord[],
  isWeaker: (a: number, b: number) => boolean,
): Extremes | null {
  const [first, ...others] = rated;
  if (first === undefined) return null;
  let weakest = first;
  let strongest = first;
  for (const record of others) {
    if (isWeaker(record.value, weakest.value)) weakest = record;
    if (isWeaker(strongest.value, record.value)) strongest = record;
  }
  return { weakest, strongest };
}

/**
 * Weakest and strongest record by residual to the runner's own curve; aligned is the time on the
 * curve.
 *
 * @param runs Runs the curve was fitted to (m, s).
 * @returns Not valid with fewer than three.
 */
export function strengthOnCurve(
  runs: readonly RunRecord[],
  curve: Estimate<PersonalCurve>,
): Estimate<Extremes> {
  if (!curve.valid) return curve;
  const rated = runs.filter(fitsCurve).flatMap((record): RatedRecord[] => {
    const answer = residualOf(curve, record);
    if (!answer.valid) return [];
    const aligned = humanTime(record.distance, record.time / (1 + answer.residual));
    return [{ record, value: answer.residual, alignedTime: aligned }];
  });
  const extremes = extremesOf(rated, (a, b) => a > b);
  if (extremes === null || rated.length < FEWEST_ON_CURVE) {
    return notValid(
      "too-few-records",
      `the curve rests on ${rated.length} records; three are needed`,
    );
  }
  return { valid: true, ...extremes };
}

/** Which end of the distances a runner is better at, by the indexes of the records. */
export const RUNNER_TYPES = ["speed", "endurance", "balanced"] as const;
export type RunnerType = typeof RUNNER_TYPES[number];

/**
 * Change of the index with each doubling of the distance that makes a type; MyPacer's own choice.
 */
const SIDED = 0.5;

/** Weakest and strongest record by index, and the runner's type. */
export interface IndexStrength extends Extremes {
  type: RunnerType;
  /** Change of the index with each doubling of the distance; below 0 = better over short ones. */
  perDoubling: number;
}

/**
 * Weakest and strongest record by Daniels–Gilbert index; aligned is the time with the mean index of
 * the others.
 *
 * @param runs Best runs, one a distance (m, s).
 * @returns Not valid with fewer than two records that have an index.
 */
export function strengthByIndex(runs: readonly RunRecord[]): Estimate<IndexStrength> {
  const indexed = runs.flatMap((record) => {
    const answer = danielsGilbertIndex(record);
    // Beyond its range the index rates short and long races too high or too low to be compared.
    return answer.valid && answer.extended === null ? [{ record, index: answer.index }] : [];
  });
  const line = fitLine(indexed.map(({ record, index }) => [Math.log2(record.distance), index]));
  const total = indexed.reduce((sum, { index }) => sum + index, 0);
  const rated = indexed.map(({ record, index }): RatedRecord => {
    const ofOthers = (total - index) / (indexed.length - 1);
    const aligned = indexed.length < FEWEST_INDEXES
      ? null
      : danielsGilbertTime(ofOthers, record.distance);
    return { record, value: index, alignedTime: aligned?.valid ? aligned.time : null };
  });
  const extremes = extremesOf(rated, (a, b) => a < b);
  if (extremes === null || line === null) {
    return notValid(
      "too-few-records",
      `${rated.length} records over different distances have an index; two are needed`,
    );
  }
  const type = line.slope < -SIDED ? "speed" : line.slope > SIDED ? "endurance" : "balanced";
  return { valid: true, ...extremes, type, perDoubling: line.slope };
}
