/**
 * Cameron's formula: T2 = T1/D1·D2·f(D1)/f(D2) with f(d) = 13.49681 − 0.000030363·d + 835.7114/d^0.7905.
 *
 * Source: D. F. Cameron, regression of the best performances by distance, published on running pages since 1998;
 * no paper gives its range. It is offered from the mile to the marathon, where it was compared with other models.
 */
import { checkEffort, checkPositive, type Effort, type Estimate, notValid } from "./estimate.ts";
import { MARATHON, MILE } from "./official_lengths.ts";

const factor = (distance: number) =>
  13.49681 - 0.000030363 * distance + 835.7114 / distance ** 0.7905;

/**
 * Predicts a time from one record.
 *
 * @param record Distance in m, time in s.
 * @param distance Meters, above 0.
 * @returns Seconds; not valid when one of the distances is shorter than a mile or longer than a marathon.
 * @throws {RangeError} If a value is not a finite number above 0.
 */
export function predictCameron(record: Effort, distance: number): Estimate<{ time: number }> {
  checkEffort(record);
  checkPositive(distance, "distance");
  for (const d of [record.distance, distance]) {
    if (d < MILE || d > MARATHON) {
      return notValid("distance-out-of-range", `${d} m is not between a mile and a marathon`);
    }
  }
  const time = record.time / record.distance * distance * factor(record.distance) /
    factor(distance);
  return { valid: true, time };
}
