/** What is on a wristband: passing points that can be read while running, half way among them. */
import type { Language } from "../../kit/language/language.ts";
import type { PlannerState } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { placeName, planTime, writeHalves, writeSplits } from "./written_plan.ts";

/**
 * Most lines of a wristband: two columns of 50, each 3.6 mm high, which is 7.5 points with room
 * between them.
 */
const MAX_LINES = 100;
/** A passing point this close to half way is half way, m: no time tells them apart. */
const SAME_PLACE = 0.01;

/** A line of a wristband. */
export interface BandLine {
  place: string;
  time: string;
  half: boolean;
  /** Every fifth passing point: a thicker line helps to count. */
  fifth: boolean;
}

/** A wristband. */
export interface Wristband {
  lines: BandLine[];
  /** One passing point in so many is on it; 1 where all are. */
  each: number;
}

/** The wristband of a plan: its passing points, half way and the finish. */
export function wristbandOf(state: PlannerState, language: Language): Wristband {
  const splits = writeSplits(state);
  const each = Math.ceil(splits.length / (MAX_LINES - 1));
  const [half] = writeHalves(state);
  const shown = splits.map(({ distance, cumulative }, at) => ({
    number: (at + 1) / each,
    distance,
    cumulative,
    half: false,
  })).filter(({ number, distance }) => distance === state.distance || Number.isInteger(number));
  if (half !== undefined) {
    const { distance, cumulative } = half;
    const at = shown.findIndex((other) => other.distance > distance - SAME_PLACE);
    const isShown = Math.abs((shown[at]?.distance ?? 0) - distance) < SAME_PLACE;
    shown.splice(at, isShown ? 1 : 0, { number: 0, distance, cumulative, half: true });
  }
  return {
    each,
    lines: shown.map(({ number, distance, cumulative, half }) => ({
      place: half ? PLANNER_TEXTS[language].half : placeName(distance, state, language),
      time: planTime(cumulative, state, language),
      half,
      fifth: number > 0 && number % 5 === 0,
    })),
  };
}

/** Lines that a wristband has room for in each size of its letters; beyond, in two columns. */
const SIZES = [["few", 12], ["some", 30], ["many", 51]] as const;

/** Size of a wristband's letters for its number of lines. */
export function bandSize({ lines }: Wristband): "few" | "some" | "many" | "double" {
  return SIZES.find(([, most]) => lines.length <= most)?.[0] ?? "double";
}
