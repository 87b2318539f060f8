import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { analyzeAthlete } from "@mypacer/shared/domain/analysis/athlete_analysis.ts";
import { percentile } from "./load.ts";

/** Times to analyze one athlete, ms. */
export interface AnalysisCost {
  p50: number;
  p95: number;
  /** Records of the athlete who has most. */
  mostRecords: number;
}

/** How often each athlete is analyzed, after once to compile the code. */
const ROUNDS = 20;

/** Measures the computing alone: no request, no database, no JSON. */
export function measureAnalysis(answers: readonly AthleteRecords[]): AnalysisCost {
  const people = answers.map(({ athlete, records }) => ({
    runner: {
      sex: athlete.sex,
      birthYear: athlete.birth_year,
      birthYearMax: athlete.birth_year_max,
    },
    records: records.map(({ is_running: isRunning, ...record }) => ({ ...record, isRunning })),
  }));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { runner, records } of people) {
      const began = performance.now();
      analyzeAthlete(records, runner, { today: "2026-11-28", maxAge: null });
      if (round > 0) times.push(performance.now() - began);
    }
  }
  const sorted = Float64Array.from(times).sort();
  return {
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    mostRecords: Math.max(0, ...answers.map(({ records }) => records.length)),
  };
}
