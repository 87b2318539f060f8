/** Analysis of one runner's records: the results of all models, and the records they rest on. */
import { type AgeGrade, ageGrade, ageInYearOf } from "../models/age_grade.ts";
import { type Anomaly, findAnomalies } from "./anomaly.ts";
import type { Sex } from "../people/category.ts";
import { type DanielsGilbertIndex, danielsGilbertIndex } from "../models/daniels_gilbert.ts";
import { type Estimate, notValid } from "../measure/estimate.ts";
import { isMinor } from "../people/minor.ts";
import { residualOf } from "../models/personal_curve.ts";
import { fitRunner, type Prediction, predictTimes, type RunnerFits } from "../models/prediction.ts";
import {
  type Extremes,
  type IndexStrength,
  strengthByIndex,
  strengthOnCurve,
} from "./record_strength.ts";
import {
  type DatedRecord,
  divideByAge,
  type RunRecord,
  toBestRuns,
} from "../results/run_record.ts";
import { type Points, worldAthleticsPoints } from "../results/world_athletics_points.ts";

/** Whose records they are. */
export interface Runner {
  sex: Sex | null;
  birthYear: number | null;
  /** Latest possible birth year, where the year itself is not known. */
  birthYearMax: number | null;
}

/** The date of the analysis, and how old records may be. */
export interface AnalysisOptions {
  /** ISO date. */
  today: string;
  /** Years; null = all records. */
  maxAge: number | null;
}

/** A run, scored on each scale. */
export interface ScoredRecord {
  record: RunRecord;
  index: Estimate<DanielsGilbertIndex>;
  residual: Estimate<{ residual: number }>;
  ageGrade: Estimate<AgeGrade>;
  points: Estimate<Points>;
}

/** Why a run is not part of the fits. */
export interface ExcludedRun {
  record: RunRecord;
  reason: "too-old" | "anomaly";
}

/** The analysis of one runner, the fitted models included. */
export interface AthleteAnalysis extends RunnerFits<RunRecord> {
  /** Treated as a minor: without models, scales and strengths, which judge people. */
  minor: boolean;
  /** Best runs, one a distance, short to long: the basis of everything else. */
  records: ScoredRecord[];
  leftOut: ExcludedRun[];
  anomalies: Anomaly[];
  predictions: Prediction<RunRecord>[];
  strengths: { onCurve: Estimate<Extremes>; byIndex: Estimate<IndexStrength> };
}

const MINOR = notValid("minor", "people under age are not judged by models");
const NO_FITS: RunnerFits<RunRecord> = { curve: MINOR, vma: MINOR, criticalSpeed: MINOR };

/**
 * Analyzes a runner's records.
 *
 * @param records As published, runs and others; only runs over a known distance are used, the best
 * over each.
 */
export function analyzeAthlete(
  records: readonly DatedRecord[],
  { sex, birthYear, birthYearMax }: Runner,
  { today, maxAge }: AnalysisOptions,
): AthleteAnalysis {
  const { kept, tooOld } = divideByAge(records, { maxAge, today });
  const runs = toBestRuns(kept);
  const anomalies = findAnomalies(runs, sex);
  const used = runs.filter((run) => !anomalies.some(({ record }) => record === run));
  const minor = isMinor(birthYear ?? birthYearMax, Number(today.slice(0, 4)));

  const fits = minor ? NO_FITS : fitRunner(used);
  const { curve } = fits;
  const score = (record: RunRecord): ScoredRecord => ({
    record,
    index: minor ? MINOR : danielsGilbertIndex(record),
    residual: minor ? MINOR : curve.valid ? residualOf(curve, record) : curve,
    ageGrade: minor
      ? MINOR
      : ageGrade({ ...record, sex, age: ageInYearOf(record.date, birthYear) }),
    points: minor ? MINOR : worldAthleticsPoints({ ...record, sex }),
  });
  return {
    minor,
    records: runs.map(score),
    leftOut: [
      ...toBestRuns(tooOld).map((record) => ({ record, reason: "too-old" as const })),
      ...anomalies.map(({ record }) => ({ record, reason: "anomaly" as const })),
    ],
    anomalies,
    ...fits,
    predictions: minor ? [] : predictTimes(used, fits, { sex, age: ageInYearOf(today, birthYear) }),
    strengths: minor
      ? { onCurve: MINOR, byIndex: MINOR }
      : { onCurve: strengthOnCurve(used, curve), byIndex: strengthByIndex(used) },
  };
}
