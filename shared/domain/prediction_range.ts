/** What the models agree on: from the fastest to the slowest time that any of them gives. */
import type { Prediction } from "./prediction.ts";

/** Two times, s. */
export interface PredictionRange {
  fastest: number;
  slowest: number;
  /** Models that are valid for this distance. */
  models: number;
}

/**
 * The range that the valid models of a prediction span, the interval of the personal curve and Riegel's time of
 * runners who fade included.
 *
 * @returns Null where no model is valid.
 */
export function predictionRange(
  { personal, riegel, danielsGilbert, cameron, peronnetThibault, criticalSpeed }: Prediction,
): PredictionRange | null {
  const ofModels = [
    personal.valid ? [personal.time, personal.fastest, personal.slowest] : null,
    riegel.valid ? [riegel.time, riegel.fadingTime] : null,
    ...[danielsGilbert, cameron, peronnetThibault, criticalSpeed]
      .map((answer) => answer.valid ? [answer.time] : null),
  ].filter((times) => times !== null);
  if (ofModels.length === 0) return null;
  const times = ofModels.flat().filter((time) => time !== null);
  return {
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    models: ofModels.length,
  };
}
