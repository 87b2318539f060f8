import type {
  Analysis,
  Prediction as WirePrediction,
  RatedRecord as WireRatedRecord,
  RunRef,
  ScoredRecord as WireScoredRecord,
} from "@mypacer/shared/contract/analysis.ts";
import {
  analyzeAthlete,
  type AthleteAnalysis,
  type ScoredRecord,
} from "@mypacer/shared/domain/analysis/athlete_analysis.ts";
import type { Estimate, TimeRange } from "@mypacer/shared/domain/measure/estimate.ts";
import type { Prediction } from "@mypacer/shared/domain/models/prediction.ts";
import type { Extremes, RatedRecord } from "@mypacer/shared/domain/analysis/record_strength.ts";
import type { RunRecord } from "@mypacer/shared/domain/results/run_record.ts";
import { secondsToHundredths } from "@mypacer/shared/domain/measure/time.ts";
import { toAthlete } from "./athlete.ts";
import type { AthleteReading } from "../records/read_records.ts";
import { type PageAge, toPageFreshness } from "../federation/page_age.ts";

/** Rounds a figure to as many decimals as say something. */
export function rounded(value: number, decimals: number): number {
  // Adding 0 makes a plain 0 of a negative one, which JSON would keep.
  return Number(value.toFixed(decimals)) + 0;
}

/** A record that a figure is about. */
export function toRunRef({ discipline, event, distance, time, date }: RunRecord): RunRef {
  return { discipline, event, distance, time: secondsToHundredths(time), date };
}

/** Passes a reason on, or writes the figures. */
function valid<T, W>(answer: Estimate<T>, write: (figures: T) => W) {
  return answer.valid ? { valid: true as const, ...write(answer) } : answer;
}

const toRange = ({ time, fastest, slowest, extended }: TimeRange) => ({
  time: secondsToHundredths(time),
  fastest: secondsToHundredths(fastest),
  slowest: secondsToHundredths(slowest),
  extended,
});
const toTime = (answer: Estimate<TimeRange>) => valid(answer, toRange);

function toScored({ record, index, residual, ageGrade, points }: ScoredRecord): WireScoredRecord {
  return {
    record: toRunRef(record),
    index: valid(index, ({ index, extended }) => ({ index: rounded(index, 3), extended })),
    residual: valid(residual, ({ residual }) => ({ residual: rounded(residual, 5) })),
    age_grade: valid(ageGrade, ({ percent, factor, standard, openTime, age, edition }) => ({
      percent: rounded(percent, 2),
      factor: rounded(factor, 4),
      standard: secondsToHundredths(standard),
      open_time: secondsToHundredths(openTime),
      age,
      edition,
    })),
    points: valid(points, ({ points, confirmed, edition }) => ({ points, confirmed, edition })),
  };
}

function toPrediction(prediction: Prediction<RunRecord>): WirePrediction {
  const { distance, record, from, riegel } = prediction;
  return {
    distance,
    record: record === null ? null : toRunRef(record),
    from: from === null ? null : toRunRef(from),
    mypacer: toTime(prediction.mypacer),
    personal: toTime(prediction.personal),
    riegel: valid(riegel, (range) => ({
      ...toRange(range),
      fading_time: secondsToHundredths(range.fadingTime),
    })),
    daniels_gilbert: toTime(prediction.danielsGilbert),
    cameron: toTime(prediction.cameron),
    peronnet_thibault: toTime(prediction.peronnetThibault),
    critical_speed: toTime(prediction.criticalSpeed),
  };
}

function toExtremes({ weakest, strongest }: Extremes, decimals: number) {
  const rated = ({ record, value, alignedTime }: RatedRecord): WireRatedRecord => ({
    record: toRunRef(record),
    value: rounded(value, decimals),
    aligned_time: alignedTime === null ? null : secondsToHundredths(alignedTime),
  });
  return { weakest: rated(weakest), strongest: rated(strongest) };
}

/** The lasting part of an analysis. */
export type AnalysisContent = Omit<Analysis, keyof PageAge>;

/**
 * What an athlete's records say, as `GET /athletes/{ffaId}/analysis` answers it, but for the
 * passing part.
 */
export function toAnalysisContent(
  { athlete, reading }: AthleteReading,
  { today, maxAge, federationUrl }: { today: string; maxAge: number | null; federationUrl: string },
): AnalysisContent {
  return {
    ...toPageFreshness(reading),
    athlete: toAthlete(athlete, federationUrl),
    max_age: maxAge,
    ...toFigures(analyzeAthlete(reading.records, athlete, { today, maxAge })),
  };
}

/** The day of a moment, ISO. */
export function toDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function toFigures(analysis: AthleteAnalysis) {
  const { minor, vma, curve, criticalSpeed, strengths } = analysis;
  return {
    minor,
    records: analysis.records.map(toScored),
    left_out: analysis.leftOut.map(({ record, reason }) => ({ record: toRunRef(record), reason })),
    anomalies: analysis.anomalies.map(({ record, reason, plausible }) => ({
      record: toRunRef(record),
      reason,
      plausible: secondsToHundredths(plausible),
    })),
    vma: valid(vma, ({ vma, enduranceIndex, rSquared, restsOn }) => ({
      vma: rounded(vma, 3),
      endurance_index: rounded(enduranceIndex, 3),
      r_squared: rounded(rSquared, 4),
      rests_on: restsOn.map(toRunRef),
    })),
    curve: valid(curve, ({ exponent, rSquared, span, warnings, restsOn }) => ({
      exponent: rounded(exponent, 6),
      r_squared: rounded(rSquared, 6),
      span: rounded(span, 3),
      warnings,
      rests_on: restsOn.map(toRunRef),
    })),
    critical_speed: valid(criticalSpeed, ({ speed, reserve, rSquared, restsOn }) => ({
      speed: rounded(speed, 4),
      reserve: rounded(reserve, 1),
      r_squared: rounded(rSquared, 4),
      rests_on: restsOn.map(toRunRef),
    })),
    predictions: analysis.predictions.map(toPrediction),
    strengths: {
      on_curve: valid(strengths.onCurve, (extremes) => toExtremes(extremes, 5)),
      by_index: valid(strengths.byIndex, (answer) => ({
        ...toExtremes(answer, 3),
        type: answer.type,
        per_doubling: rounded(answer.perDoubling, 3),
      })),
    },
  };
}
