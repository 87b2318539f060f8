/** Times over the usual distances, by each model, side by side. */
import { predictCameron } from "./cameron.ts";
import { type CriticalSpeed, fitCriticalSpeed, predictCriticalSpeed } from "./critical_speed.ts";
import { predictDanielsGilbert } from "./daniels_gilbert.ts";
import { MILE, sameDistance } from "../measure/distance.ts";
import { type Effort, type Estimate, notValid, type TimeRange } from "../measure/estimate.ts";
import { whyNotPredictable } from "./human_limits.ts";
import { predictMyPacer, type Runner as PredictedRunner } from "./mypacer_model.ts";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";
import {
  fitPersonalCurve,
  fitsCurve,
  type PersonalCurve,
  predictOnCurve,
} from "./personal_curve.ts";
import { predictRiegel, type RiegelPrediction } from "./riegel.ts";
import { bestTries } from "./tries.ts";
import { fitVma, predictFromVma, type VmaFit } from "./vma.ts";
import { predictFromOneResult } from "./vma_of_result.ts";

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

/** The models' predictions for one distance. Times in s. */
export interface Prediction<T extends Effort = Effort> {
  /** Meters. */
  distance: number;
  /**
   * The runner's own best over the distance; null where there is none. The models then use the
   * others.
   */
  record: T | null;
  /**
   * The record nearest in distance, which the models of one record start from; null where there is
   * none.
   */
  from: T | null;
  /** MyPacer's own model, fitted on races of real runners: the figure that is shown first. */
  mypacer: Estimate<TimeRange>;
  /** The runner's own curve. */
  personal: Estimate<TimeRange>;
  riegel: Estimate<RiegelPrediction>;
  danielsGilbert: Estimate<TimeRange>;
  cameron: Estimate<TimeRange>;
  /** From a single result with the usual endurance, therefore always extended. */
  peronnetThibault: Estimate<TimeRange>;
  criticalSpeed: Estimate<TimeRange>;
}

/** The models fitted to a runner's records, each with the records it rests on. */
export interface RunnerFits<T extends Effort = Effort> {
  curve: Estimate<PersonalCurve & { restsOn: T[] }>;
  vma: Estimate<VmaFit & { restsOn: T[] }>;
  criticalSpeed: Estimate<CriticalSpeed & { restsOn: T[] }>;
}

/** Fits all models to a runner's records (m, s). */
export function fitRunner<T extends Effort>(runs: readonly T[]): RunnerFits<T> {
  return {
    curve: fitPersonalCurve(runs),
    vma: fitVma(runs),
    criticalSpeed: fitCriticalSpeed(runs),
  };
}

function nearestTo<T extends Effort>(distance: number, runs: readonly T[]): T | null {
  const far = (run: Effort) => Math.abs(Math.log(run.distance / distance));
  return runs.reduce<T | null>(
    (nearest, run) => nearest === null || far(run) < far(nearest) ? run : nearest,
    null,
  );
}

/**
 * The records that a model of one record may start from: of 3.5 to 230 min or, without any, all
 * that can be extrapolated.
 */
function startingRuns<T extends Effort>(runs: readonly T[]): T[] {
  const able = runs.filter((run) => whyNotPredictable(run, "the record") === null);
  const within = able.filter(fitsCurve);
  return within.length > 0 ? within : able;
}

/** Predicts one distance from records over others. @param runs Best tries, short to long. */
function predict<T extends Effort>(
  distance: number,
  runs: readonly T[],
  { fits: { curve, vma, criticalSpeed }, runner }: {
    fits: RunnerFits<T>;
    runner: PredictedRunner;
  },
): Omit<Prediction<T>, "record"> {
  const from = nearestTo(distance, startingRuns(runs));
  const [only] = runs.length === 1 ? runs : [];
  const none = notValid("too-few-records", "no record lasts 2 min to a day");
  return {
    distance,
    from,
    mypacer: predictMyPacer(runs, distance, runner),
    personal: curve.valid ? predictOnCurve(curve, distance) : curve,
    riegel: from === null ? none : predictRiegel(from, distance),
    danielsGilbert: from === null ? none : predictDanielsGilbert(from, distance),
    cameron: from === null ? none : predictCameron(from, distance),
    peronnetThibault: vma.valid
      ? predictFromVma(vma, distance)
      : only === undefined
      ? vma
      : predictFromOneResult(only, distance),
    criticalSpeed: criticalSpeed.valid
      ? predictCriticalSpeed(criticalSpeed, distance)
      : criticalSpeed,
  };
}

/**
 * Predicts the usual distances. For a distance with a record, the models predict from the other
 * records, so that the two can be compared; without others, it is left out.
 *
 * @param runs A runner's results (m, s); of several over one distance the best counts.
 * @param fits The models fitted to them.
 * @param runner Sex and age where they are known, which MyPacer's own model takes into account.
 * @returns By distance, short to long; each model with a time or the reason why it has none.
 */
export function predictTimes<T extends Effort>(
  runs: readonly T[],
  fits: RunnerFits<T>,
  runner: PredictedRunner = {},
): Prediction<T>[] {
  const bests = bestTries(runs);
  return PREDICTED_DISTANCES.flatMap((distance): Prediction<T>[] => {
    const record = bests.find((run) => sameDistance(run.distance, distance)) ?? null;
    if (record === null) return [{ record, ...predict(distance, bests, { fits, runner }) }];
    const others = bests.filter((run) => run !== record);
    return others.length === 0
      ? []
      : [{ record, ...predict(distance, others, { fits: fitRunner(others), runner }) }];
  });
}
