/**
 * Points of the World Athletics scoring tables: a·t² + b·t + c, rounded.
 *
 * The parabola falls to nothing at its vertex, t = −b/(2a), and rises again behind it, where the tables give no
 * points (a man's 10 km from 52'30" on, a woman's marathon from 6h30' on). They end at 1,400 points.
 *
 * Source: World Athletics Scoring Tables of Athletics, 2025 edition (the tables are World Athletics' own), by the
 * coefficients of jchen1/iaaf-scoring-tables (MIT).
 */
import type { Sex } from "./category.ts";
import { sameDistance } from "./distance.ts";
import { checkEffort, type Effort, type Estimate, notValid } from "./estimate.ts";
import type { Discipline } from "./event.ts";
import {
  POINTS_COEFFICIENTS,
  POINTS_EDITION,
  type ScoredDiscipline,
} from "./points_coefficients.ts";

/** Most points the tables give. */
export const MOST_POINTS = 1400;

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
 * @returns Whole points, 0 beyond the vertex; not valid without sex, for events that the tables do not have,
 *   and for times faster than they reach.
 * @throws {RangeError} If distance or time is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { worldAthleticsPoints } from "./world_athletics_points.ts";
 * const score = worldAthleticsPoints({ discipline: "road", distance: 10_000, time: 1920, sex: "M" });
 * assertEquals(score.valid ? score.points : NaN, 792);
 * ```
 */
export function worldAthleticsPoints(
  run: ScoredRun,
): Estimate<{ points: number; edition: string }> {
  checkEffort(run);
  const { discipline, distance, time, sex } = run;
  if (sex === null) return notValid("sex-unknown", "the tables differ by sex");
  const event = isScored(discipline)
    ? POINTS_COEFFICIENTS[sex][discipline].find(([length]) => sameDistance(length, distance))
    : undefined;
  if (event === undefined) {
    return notValid("no-figures", `the tables have no ${discipline} over ${distance} m`);
  }
  const [, a, b, c] = event;
  const points = time >= -b / (2 * a) ? 0 : Math.max(0, Math.round(a * time ** 2 + b * time + c));
  if (points > MOST_POINTS) {
    return notValid("effort-too-short", `the tables end at ${MOST_POINTS} points`);
  }
  return { valid: true, points, edition: POINTS_EDITION };
}
