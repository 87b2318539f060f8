/** The figures of a race plan, rounded as they are shown. */
import { distanceLabel, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import { type LengthUnit, type Pace, paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { planSplits, roundSplits, type Split } from "@mypacer/shared/domain/table/split_plan.ts";
import type { Language } from "../../kit/language/language.ts";
import { timeText } from "../../kit/tools/tool_format.ts";
import { type PlannerState, SPLIT_LENGTHS, strategyOf } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 3000;
/** Lengths that paces refer to, m. */
const PACE_LENGTHS = { km: 1000, mi: MILE } as const;

/** A split as shown, with its pace in s/km. */
export type WrittenSplit = Split & { pace: Pace };

/** Whether times of a plan are written with hundredths. */
const isPrecise = ({ distance, time }: PlannerState) =>
  time % 100 !== 0 || distance < HUNDREDTHS_BELOW;

/** The unit of a plan's paces. */
export const unitOf = ({ every }: PlannerState): LengthUnit => every === "mile" ? "mi" : "km";

/** A time of a plan as text. @param time Whole hundredths. */
export function planTime(time: number, state: PlannerState, language: Language): string {
  return timeText(time, language, isPrecise(state) ? "hundredths" : "seconds");
}

/** The splits of a plan, rounded so that the shown figures add up. */
export function writeSplits(
  state: PlannerState,
  every: number = SPLIT_LENGTHS[state.every],
): WrittenSplit[] {
  const { distance, time } = state;
  const exact = planSplits({ distance, time, every }, strategyOf(state));
  return roundSplits(exact, isPrecise(state) ? 1 : 100).map((written, at) => {
    // Over the reference length of paces, pace and split are equal: both are formatted alike.
    const isPace = Math.abs(written.length - PACE_LENGTHS[unitOf(state)]) < 1e-6;
    const { split } = isPace ? written : exact[at] ?? written;
    return { ...written, pace: paceOver(written.length, split / 100) };
  });
}

/** The two halves of a plan; together the goal. */
export function writeHalves(state: PlannerState): WrittenSplit[] {
  return writeSplits(state, state.distance / 2);
}

/** A passing point of a plan by its name: the distance, or the finish. */
export function placeName(meters: number, state: PlannerState, language: Language): string {
  if (meters === state.distance) return PLANNER_TEXTS[language].finish;
  return meters >= 1000 && meters < 5000 && meters % 1000 === 0
    ? `${meters / 1000}\u00a0km`
    : distanceLabel(meters, language);
}
