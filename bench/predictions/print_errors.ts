/**
 * The error table as the source text that `shared/domain/models/prediction_errors.ts` ends with.
 */
import { quantileOf } from "./errors.ts";
import type { RacePair } from "./race_pairs.ts";
import type { ModelAnswers, ModelReport } from "./report.ts";

/** @param report Errors by the name of the model. */
export function printErrors(
  answers: readonly ModelAnswers[],
  report: Record<string, ModelReport>,
  pairs: readonly RacePair[],
): string {
  const distances = [...new Set(pairs.map(({ race }) => race.distance))].sort((a, b) => a - b);
  const lines = distances.flatMap((distance) =>
    answers.flatMap(({ model: { id, name } }) => {
      const errors = report[name]?.by_distance[String(distance)];
      if (errors === undefined || errors.bias === null) return [];
      const { n, none, bias, mae, median_abs, within_90, coverage } = errors;
      return [
        `  { model: "${id}", distance: ${distance}, races: ${n}, none: ${none}, bias: ${bias}, ` +
        `meanAbsolute: ${mae}, medianAbsolute: ${median_abs}, within90: ${within_90}, ` +
        `coverage: ${coverage} },`,
      ];
    })
  );
  const medians = distances.map((distance) => {
    const times = pairs.flatMap(({ race }) => race.distance === distance ? [race.time] : []);
    const median = quantileOf(times.sort((a, b) => a - b), 0.5);
    return `    { distance: ${distance}, races: ${times.length}, time: ${median} },`;
  });
  const men = pairs.filter(({ sex }) => sex === "M").length / pairs.length;
  return `export const ERROR_SAMPLE: ErrorSample = {
  source: "maciejkar/running_prediction_master_thesis",
  fitted: "2026-11",
  races: ${pairs.length},
  men: ${Math.round(100 * men)},
  medianTimes: [
${medians.join("\n")}
  ],
};

/** Errors by distance, short to long, and model. */
export const PREDICTION_ERRORS: readonly ModelErrors[] = [
${lines.join("\n")}
];`;
}
