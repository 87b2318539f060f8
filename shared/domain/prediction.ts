/** Times over distances a runner has no record of, by each model, side by side. */
import { predictCameron } from "./cameron.ts";
import { type CriticalSpeed, predictCriticalSpeed } from "./critical_speed.ts";
import { danielsGilbertIndex, danielsGilbertTime } from "./daniels_gilbert.ts";
import { MILE, sameDistance } from "./distance.ts";
import { type Estimate, notValid } from "./estimate.ts";
import { HALF_MARATHON, MARATHON } from "./official_lengths.ts";
import {
  type CurvePrediction,
  fitsCurve,
  type PersonalCurve,
  predictOnCurve,
} from "./personal_curve.ts";
import { predictRiegel, type RiegelPrediction } from "./riegel.ts";
import type { RunRecord } from "./run_record.ts";
import { predictFromVma, type VmaFit } from "./vma.ts";

/** Distances that are predicted, m, short to long. */
export const PREDICTED_DISTANCES: readonly number[] = [
  1000,
  1500,
  MILE,
  2000,
  3000,
  5000,
  10_000,
  15_000,
  20_000,
  HALF_MARATHON,
  25_000,
  30_000,
  MARATHON,
];

/** What the models say of one distance. Times in s. */
export interface Prediction {
  /** Meters. */
  distance: number;
  /** The record nearest in distance, which the models of one record start from; null where there is none. */
  from: RunRecord | null;
  /** The runner's own curve, with the interval that its residuals allow. */
  personal: Estimate<CurvePrediction>;
  riegel: Estimate<RiegelPrediction>;
  danielsGilbert: Estimate<{ time: number }>;
  cameron: Estimate<{ time: number }>;
  peronnetThibault: Estimate<{ time: number }>;
  criticalSpeed: Estimate<{ time: number }>;
}

/** What was fitted to the runner's records. */
export interface RunnerFits {
  curve: Estimate<PersonalCurve>;
  vma: Estimate<VmaFit>;
  criticalSpeed: Estimate<CriticalSpeed>;
}

function nearestTo(distance: number, runs: readonly RunRecord[]): RunRecord | null {
  const far = (run: RunRecord) => Math.abs(Math.log(run.distance / distance));
  return runs.reduce<RunRecord | null>(
    (nearest, run) => nearest === null || far(run) < far(nearest) ? run : nearest,
    null,
  );
}

function byIndex(from: RunRecord, distance: number): Estimate<{ time: number }> {
  const answer = danielsGilbertIndex(from);
  return answer.valid ? danielsGilbertTime(answer.index, distance) : answer;
}

/** Predicts one distance. @param usable Runs of 3.5 to 230 min. */
function predict(distance: number, usable: readonly RunRecord[], fits: RunnerFits): Prediction {
  const from = nearestTo(distance, usable);
  const none = notValid("too-few-records", "no record lasts 3.5 to 230 min");
  const { curve, vma, criticalSpeed } = fits;
  return {
    distance,
    from,
    personal: curve.valid ? predictOnCurve(curve, distance) : curve,
    riegel: from === null ? none : predictRiegel(from, distance),
    danielsGilbert: from === null ? none : byIndex(from, distance),
    cameron: from === null ? none : predictCameron(from, distance),
    peronnetThibault: vma.valid ? predictFromVma(vma, distance) : vma,
    criticalSpeed: criticalSpeed.valid
      ? predictCriticalSpeed(criticalSpeed, distance)
      : criticalSpeed,
  };
}

/**
 * Predicts the distances a runner has no record of.
 *
 * @param runs Best runs, one a distance (m, s).
 * @returns By distance, short to long; each model with a time or with why it has none.
 */
export function predictMissing(runs: readonly RunRecord[], fits: RunnerFits): Prediction[] {
  const usable = runs.filter(fitsCurve);
  return PREDICTED_DISTANCES
    .filter((distance) => !runs.some((run) => sameDistance(run.distance, distance)))
    .map((distance) => predict(distance, usable, fits));
}
