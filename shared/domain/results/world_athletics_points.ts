/**
 * Points of the World Athletics scoring tables: factor · (zero − t)², rounded down.
 *
 * The tables list the slowest mark of each point, so a time between two lines earns the lower one.
 * From the event's zero on they give no points (a man's 10 km from 52'30" on, a woman's marathon
 * from 6h30' on), though the parabola rises again there. They end at 1,400 points.
 *
 * Source: World Athletics Scoring Tables of Athletics, 2025 edition (the tables are World
 * Athletics' own); how the constants were read from them: `points_coefficients.ts`.
 */
import type { Sex } from "../people/category.ts";
import { sameDistance } from "../measure/distance.ts";
import { checkEffort, type Effort, type Estimate, notValid } from "../measure/estimate.ts";
import type { Discipline } from "./event.ts";
import {
  CONFIRMED_DISTANCES,
  POINTS_COEFFICIENTS,
  POINTS_EDITION,
  type ScoredDiscipline,
} from "./points_coefficients.ts";

/** Most points the tables give. */
const MOST_POINTS = 1400;

/**
 * Keeps a product that should be a whole number, but lies just below it, from being rounded down.
 */
const FLOAT_ERROR = 1e-9;

/** What a run is worth. */
export interface Points {
  /** Whole points, 0–1,400. */
  points: number;
  /** Whether published scores of results over the distance confirm the figures of the event. */
  confirmed: boolean;
  /** Edition of the tables. */
  edition: string;
}

/** A run to be scored. */
export interface ScoredRun extends Effort {
  discipline: Discipline;
  sex: Sex | null;
}

function isScored(discipline: Discipline): discipline is ScoredDiscipline {
  return discipline === "track" || discipline === "short-track" || discipline === "road";
}

/**
 * Scores a flat run.
 *
 * @param run Distance in m, time in s.
 * @returns Whole points, 0 from the event's zero on; not valid without sex, for events that the
 *   tables do not have, and for times faster than they reach.
 * @throws {RangeError} If distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { worldAthleticsPoints } from "./world_athletics_points.ts";
 * const run = { discipline: "road", distance: 10_000, time: 1920, sex: "M" } as const;
 * const score = worldAthleticsPoints(run);
 * assertEquals(score.valid ? score.points : NaN, 792);
 * ```
 */
export function worldAthleticsPoints(run: ScoredRun): Estimate<Points> {
  checkEffort(run);
  const { discipline, distance, time, sex } = run;
  if (sex === null) return notValid("sex-unknown", "the tables differ by sex");
  const noFigures = notValid("no-figures", `the tables have no ${discipline} over ${distance} m`);
  if (!isScored(discipline)) return noFigures;
  const event = POINTS_COEFFICIENTS[sex][discipline]
    .find(([length]) => sameDistance(length, distance));
  if (event === undefined) return noFigures;
  const [length, factor, zero] = event;
  const points = Math.floor(factor * Math.max(0, zero - time) ** 2 + FLOAT_ERROR);
  if (points > MOST_POINTS) {
    return notValid("effort-too-short", `the tables end at ${MOST_POINTS} points`);
  }
  const confirmed = CONFIRMED_DISTANCES[discipline].includes(length);
  return { valid: true, points, confirmed, edition: POINTS_EDITION };
}
