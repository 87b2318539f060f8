/**
 * What a human can run: from the world's best over any distance to a slow walk. Every estimate of a
 * time is limited here, its ends included, before it is shown.
 */
import {
  type Effort,
  type EffortLimits,
  type Estimate,
  type ExtendedReason,
  type HumanTime,
  type NotValid,
  notValid,
  outsideLimits,
  type TimeRange,
} from "../measure/estimate.ts";
import { WORLD_RECORDS_MEN } from "../results/world_records_men.ts";

/** A world best: m, s, and who ran it where and when. */
export interface WorldBest {
  distance: number;
  time: number;
  run: string;
}

/**
 * World bests of men, short to long: the world records, and beyond the marathon those of the
 * International Association of Ultrarunners, as ratified in November 2026. 50 km is left out: few
 * of the fastest run it, so its record is comparatively slow.
 */
export const WORLD_BESTS: readonly WorldBest[] = [
  ...WORLD_RECORDS_MEN.map(({ distance, mark, holder, place, date }) => ({
    distance,
    time: mark / 100,
    run: `${holder}, ${place}, ${date}`,
  })),
  { distance: 100_000, time: 21_935, run: "Aleksandr Sorokin, Vilnius, 2023-05-14" },
  { distance: 319_614, time: 86_400, run: "Aleksandr Sorokin, Verona, 2022-09-18" },
];

/**
 * The world's best time over any distance: between two records by the power law through them,
 * beyond the first and the last at their speed.
 *
 * @param distance Meters, above 0.
 * @returns Seconds.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { worldBestTime } from "./human_limits.ts";
 * assertAlmostEquals(worldBestTime(42_195), 7170, 1e-6);
 * // 15 km: 1571·1.5^k with k = ln(3440/1571)/ln(2.10975).
 * assertAlmostEquals(worldBestTime(15_000), 2404.6, 0.1);
 * ```
 */
export function worldBestTime(distance: number): number {
  const after = WORLD_BESTS.findIndex((best) => best.distance >= distance);
  const longer = WORLD_BESTS[after === -1 ? WORLD_BESTS.length - 1 : after] as WorldBest;
  const shorter = WORLD_BESTS[after - 1];
  if (shorter === undefined || after === -1) return longer.time * distance / longer.distance;
  const exponent = Math.log(longer.time / shorter.time) /
    Math.log(longer.distance / shorter.distance);
  return shorter.time * (distance / shorter.distance) ** exponent;
}

/** A stroll, s/km: over 20 min for a kilometer includes standing still. MyPacer's own choice. */
const STROLL = 1200;

/** The slow end over a distance: at a stroll. @param distance Meters. @returns Seconds. */
export function slowestTime(distance: number): number {
  return STROLL * distance / 1000;
}

/** Why no human can run a time over a distance; null when it is possible. */
export function whyNotHuman({ distance, time }: Effort): NotValid | null {
  if (!(time >= worldBestTime(distance))) {
    return notValid("faster-than-any", `${distance} m would be faster than the best of the world`);
  }
  return time > slowestTime(distance)
    ? notValid("slower-than-any", `${distance} m would be slower than a stroll`)
    : null;
}

/**
 * Runs that models may be extrapolated to: 2 min to a day. Below, speed decides and not endurance:
 * a sprint says nothing about a race. MyPacer's own.
 */
const PREDICTABLE_LIMITS: EffortLimits = { shortest: 120, longest: 86_400 };

/**
 * Why no model can predict from a run or to it: humanly impossible, a sprint, or longer than a day;
 * null where models can.
 */
export function whyNotPredictable(run: Effort, what: string): NotValid | null {
  return whyNotHuman(run) ?? outsideLimits(run.time, what, PREDICTABLE_LIMITS);
}

/**
 * Ratio of the slowest to the fastest end from which on a range is useless: a marathon "in 3 to 6
 * hours" is not a prediction. The widest range of real runners is 1.5, for a marathon predicted
 * from 5 km; the limit is MyPacer's own.
 */
const WIDEST = 2;

/**
 * The time as a {@link HumanTime}; null where no human can run it over the distance. @param time
 * Seconds.
 */
export function humanTime(distance: number, time: number): HumanTime | null {
  return whyNotHuman({ distance, time }) === null ? time as HumanTime : null;
}

/** A time with its ends, before they are limited. */
export interface RawRange {
  time: number;
  fastest: number;
  slowest: number;
  extended: ExtendedReason | null;
}

/**
 * Limits an estimate to what a human can run. An impossible end is moved to the limit; an
 * impossible time, or ends too far apart to be useful, make the estimate invalid.
 *
 * @param distance Meters, above 0.
 * @param raw Seconds.
 */
export function clampToHumanTimes(distance: number, raw: RawRange): Estimate<TimeRange> {
  const { time, fastest, slowest, extended } = raw;
  const unable = whyNotPredictable({ distance, time }, "the predicted time");
  if (unable !== null) return unable;
  if (!(fastest <= time && time <= slowest && slowest <= WIDEST * fastest)) {
    return notValid("contradictory", `the ends over ${distance} m are too far apart to tell`);
  }
  return {
    valid: true,
    time: time as HumanTime,
    fastest: Math.max(fastest, worldBestTime(distance)) as HumanTime,
    slowest: Math.min(slowest, slowestTime(distance)) as HumanTime,
    extended,
  };
}
