/**
 * The one record to tell somebody about a runner: the one that differs most from what MyPacer's own
 * model predicts from the runner's other records.
 */
import type { Effort, Estimate, ExtendedReason } from "../measure/estimate.ts";

/** Between which times nine races of ten end, s. */
interface TimeBand {
  time: number;
  fastest: number;
  slowest: number;
}

/** A distance as far as it is judged here: every `Prediction` is one. */
export interface JudgedDistance {
  record: Effort | null;
  /** The nearest of the other records. */
  from: Effort | null;
  mypacer: Estimate<TimeBand & { extended: ExtendedReason | null }>;
}

/** The record that stands out. */
export interface Standout {
  /** `better` or `weaker` than predicted; `in-line`: even the most different one hardly differs. */
  kind: "better" | "weaker" | "in-line";
  /** m, s. */
  record: Effort;
  /** Time that the other records predict, and between which nine races of ten end, s. */
  predicted: TimeBand;
  /** The nearest of the other records. */
  base: Effort;
  /** Whether nine races of ten would end nearer to the prediction. */
  isClear: boolean;
}

/** Share of the time below which a difference says nothing: the model's median error is 3.5 %. */
const IN_LINE = 0.015;

/**
 * Finds the record that stands out. Only predictions within the sample of the model count: from 5
 * km to the marathon, from records of that kind.
 *
 * @param predictions As `predictTimes` makes them: a distance with a record is predicted from the
 *   others.
 * @returns Null without a record that could be predicted.
 */
export function findStandout(
  predictions: readonly JudgedDistance[],
): Standout | null {
  const judged = predictions.flatMap(({ record, from, mypacer }) =>
    record !== null && from !== null && mypacer.valid && mypacer.extended === null
      ? [{ record, base: from, ...mypacer, difference: Math.log(record.time / mypacer.time) }]
      : []
  );
  const [first, ...others] = judged;
  if (first === undefined) return null;
  const { record, base, time, fastest, slowest, difference } = others.reduce(
    (most, other) => Math.abs(other.difference) > Math.abs(most.difference) ? other : most,
    first,
  );
  return {
    kind: Math.abs(difference) < IN_LINE ? "in-line" : difference < 0 ? "better" : "weaker",
    record: { distance: record.distance, time: record.time },
    predicted: { time, fastest, slowest },
    base: { distance: base.distance, time: base.time },
    isClear: record.time < fastest || record.time > slowest,
  };
}
