/** Runners over one distance, each at the even pace of a time. */

/**
 * Meters that a runner has run.
 *
 * @param distance Of the race, m, above 0. @param time Of the runner, s, above 0.
 * @param clock Since the start, s.
 */
export function metersAfter(distance: number, time: number, clock: number): number {
  return distance * Math.min(1, Math.max(0, clock / time));
}

/**
 * How far each is from the line when the first crosses it, m.
 *
 * @param distance Of the race, m, above 0. @param times Of the runners, s, above 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { gapsAtFinish } from "./steady_race.ts";
 * assertEquals(gapsAtFinish(10_000, [2000, 2500]), [0, 2000]);
 * ```
 */
export function gapsAtFinish(distance: number, times: readonly number[]): number[] {
  const first = Math.min(...times);
  return times.map((time) => distance - metersAfter(distance, time, first));
}
