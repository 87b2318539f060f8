import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";
import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import { worldAthleticsPoints } from "@mypacer/shared/domain/results/world_athletics_points.ts";

/** Most records shown large: two rows of four on a desktop. */
const MOST = 8;

/**
 * Chooses the records that tell most about a runner: the best over each distance and in each other
 * event; where there are more than eight, those that World Athletics' tables value highest, then
 * those the federation lists first.
 *
 * @returns At most eight: runs from short to long, then other events.
 */
export function chooseBests(records: readonly AthleteRecord[], sex: Sex | null): AthleteRecord[] {
  const bests = records.filter((record) =>
    record.is_running && record.distance !== null
      ? record.is_best_at_distance
      : record.is_best_in_discipline
  );
  return bests
    .map((record) => ({ record, points: pointsOf(record, sex) }))
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST)
    .map(({ record }) => record)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** Points of a run; −1 where the tables have none. */
function pointsOf(
  { discipline, distance, mark, unit, is_running: isRunning }: AthleteRecord,
  sex: Sex | null,
): number {
  if (!isRunning || distance === null || unit !== "hundredths") return -1;
  const answer = worldAthleticsPoints({ discipline, distance, time: mark / 100, sex });
  return answer.valid ? answer.points : -1;
}

/** Length of a run, m; other events come last. */
const lengthOf = ({ is_running: isRunning, distance }: AthleteRecord) =>
  isRunning && distance !== null ? distance : Infinity;
