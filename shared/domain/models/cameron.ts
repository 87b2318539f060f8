/**
 * Cameron's formula: T2 = T1/D1·D2·f(D1)/f(D2) with f(d) = 13.49681 − 0.000030363·d +
 * 835.7114/d^0.7905.
 *
 * Source: D. F. Cameron, regression of the best performances by distance, published on running
 * pages since 1998; no paper gives its range. It is offered from the mile to the marathon, where it
 * was compared with other models.
 */
import { classicSpread } from "./classic_spread.ts";
import {
  checkEffort,
  checkPositive,
  type Effort,
  type Estimate,
  notValid,
  type TimeRange,
} from "../measure/estimate.ts";
import { whyNotPredictable } from "./human_limits.ts";
import { withSpread } from "./model_spread.ts";
import { MARATHON, MILE } from "../measure/official_lengths.ts";

const factor = (distance: number) =>
  13.49681 - 0.000030363 * distance + 835.7114 / distance ** 0.7905;

/**
 * Longest distance that the formula is extrapolated to, m: its factor falls with the distance, and
 * ends at 444 km.
 */
const FARTHEST = 200_000;

/**
 * Predicts a time from one record.
 *
 * @param record Distance in m, time in s.
 * @param distance Meters, above 0.
 * @returns Seconds; extended when one of the distances is shorter than a mile or longer than a
 *   marathon, not valid when one is longer than 200 km, or a time is humanly impossible, less than
 *   2 min or more than a day.
 * @throws {RangeError} If a value is not a finite number above 0.
 */
export function predictCameron(record: Effort, distance: number): Estimate<TimeRange> {
  checkEffort(record);
  checkPositive(distance, "distance");
  const unable = whyNotPredictable(record, "the record");
  if (unable !== null) return unable;
  if (Math.max(record.distance, distance) > FARTHEST) {
    return notValid("distance-out-of-range", `a distance is longer than ${FARTHEST} m`);
  }
  const time = record.time / record.distance * distance * factor(record.distance) /
    factor(distance);
  const within = [record.distance, distance].every((d) => d >= MILE && d <= MARATHON);
  return withSpread(distance, {
    time,
    ends: classicSpread("cameron", record.distance, distance),
    extended: within ? null : "distance-out-of-range",
  });
}
