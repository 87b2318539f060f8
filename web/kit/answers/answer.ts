/** The figures that answer a question. */
import { sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import type { TimeRange } from "@mypacer/shared/domain/measure/estimate.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import {
  type Pace,
  paceOver,
  paceToSpeed,
  type Speed,
  timeOver,
} from "@mypacer/shared/domain/measure/pace.ts";
import { predictMyPacer } from "@mypacer/shared/domain/models/mypacer_model.ts";
import type { Calculation } from "./calculation.ts";

/** A pace over a distance, with the time it takes. */
export interface TimeAt {
  pace: Pace;
  /** s, unrounded. */
  time: number;
}

/** Figures of a question. */
export type Answer =
  | {
    kind: "race" | "pace";
    pace: Pace;
    speed: Speed;
    /** Time of a lap of 400 m, s. */
    lap: number;
    /** Of a race, predicted times; of a pace, the times that it takes, without a range. */
    times: readonly { distance: number; time: number; range: TimeRange | null }[];
  }
  /** Times over the distance at round paces. */
  | { kind: "distance"; distance: number; times: readonly TimeAt[] };

/** Distances in an answer, m. */
const ANSWERED = [5000, 10_000, HALF_MARATHON, MARATHON] as const;
const LAP = 400;
/** Paces whose times a distance is answered with, s/km. */
const ROUND_PACES = [360, 330, 300, 270, 240] as const;

/** Answers a question. */
export function answerTo(calculation: Calculation): Answer {
  switch (calculation.kind) {
    case "distance": {
      const { distance } = calculation;
      const times = ROUND_PACES.map((pace) => ({ pace, time: timeOver(pace, distance) }));
      return { kind: "distance", distance, times };
    }
    case "pace": {
      const { pace } = calculation;
      const times = ANSWERED.map((distance) => ({
        distance,
        time: timeOver(pace, distance),
        range: null,
      }));
      return { kind: "pace", ...atPace(pace), times };
    }
    case "race": {
      const run = { distance: calculation.distance, time: calculation.time / 100 };
      const times = ANSWERED.flatMap((distance) => {
        if (sameDistance(distance, run.distance)) return [];
        const range = predictMyPacer([run], distance);
        return range.valid ? [{ distance, time: range.time as number, range }] : [];
      });
      return { kind: "race", ...atPace(paceOver(run.distance, run.time)), times };
    }
  }
}

function atPace(pace: Pace) {
  return { pace, speed: paceToSpeed(pace), lap: timeOver(pace, LAP) };
}
