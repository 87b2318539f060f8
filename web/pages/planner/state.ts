import { MARATHON, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import type { SplitStrategy } from "@mypacer/shared/domain/table/split_plan.ts";
import { type Field, refuse, typedText } from "../../kit/forms/field.ts";
import { choiceField, type FormInput, pageForm } from "../../kit/forms/read_fields.ts";
import { readPercent } from "../../kit/forms/read_values.ts";
import { raceFields, readRaceDistance } from "../../kit/tools/race_fields.ts";
import {
  type Curve,
  CURVE_LIMIT,
  CURVE_POINTS,
  curveFrom,
  curveOfProfile,
  EVEN,
  profileOf,
} from "./curve.ts";

/** Lengths between two passing points, m. */
export const SPLIT_LENGTHS = { "5km": 5000, km: 1000, mile: MILE, lap: 400 } as const;
/** Choice of the length between two passing points. */
export type SplitLength = keyof typeof SPLIT_LENGTHS;
/** All lengths, the default first. */
export const SPLIT_NAMES = Object.keys(SPLIT_LENGTHS) as [SplitLength, ...SplitLength[]];
/** How the effort is spread, the default first. */
export const EFFORTS = ["even", "halves", "positive", "progressive", "profile"] as const;
/** Layouts for printing. */
export const PLAN_VIEWS = ["sheet", "band"] as const;
/** Limits of the difference of the halves, per cent. */
export const PLAN_PERCENT = { min: -20, max: 20 } as const;

/** State of a race plan. */
export interface PlannerState {
  /** Meters. */
  distance: number;
  /** Goal, whole hundredths. */
  time: number;
  every: SplitLength;
  effort: typeof EFFORTS[number];
  /** Difference of the halves, per cent of the mean pace. */
  percent: number;
  /** The pace along the race, where it was drawn. */
  curve: Curve;
  view: typeof PLAN_VIEWS[number];
}

/** Distances from which on passing points are five and one kilometers apart, m. */
const FAR = { "5km": 15_000, km: 3000 } as const;

/** Default length between two passing points of a race. @param distance Meters. */
function usualSplit(distance: number): SplitLength {
  return distance >= FAR["5km"] ? "5km" : distance >= FAR.km ? "km" : "lap";
}

/**
 * Parameter of the form: the distance it was drawn with. When the distance changes, the length
 * between passing points follows.
 */
export const DRAWN_DISTANCE = "was";

/** Names of the fields, and of the parameters of the URL. */
export type PlanField = "d" | "t" | "every" | "effort" | "p" | "curve" | "view";
/** Input from a URL or the form. */
export type PlannerInput = FormInput<PlannerState, PlanField>;

/** The strategy of a plan, as the domain takes it. */
export function strategyOf({ effort, percent, curve }: PlannerState): SplitStrategy {
  switch (effort) {
    case "even":
      return { kind: "even" };
    case "positive":
      return { kind: "halves", percent: -percent };
    case "profile":
      return { kind: "profile", points: profileOf(curve) };
    default:
      return { kind: effort, percent };
  }
}

/** The curve that shows a strategy, and that a runner who changes it begins with. */
export function curveOf(state: PlannerState): Curve {
  const strategy = strategyOf(state);
  switch (strategy.kind) {
    case "even":
      return EVEN;
    case "profile":
      return curveOfProfile(strategy.points);
    case "progressive":
      return curveFrom((share) => strategy.percent * (1 - 2 * share));
    case "halves":
      return curveFrom((share) => strategy.percent / 2 * Math.sign(0.5 - share));
  }
}

/** Reads a curve: as many per cents as it has points. */
function readCurve(text: string): Field<Curve> {
  const limits = { min: -CURVE_LIMIT, max: CURVE_LIMIT };
  const parts = text.split(",").map((part) => part.trim());
  // A field that was emptied is at the mean.
  const curve = parts.map((part) => part === "" ? 0 : Math.round(Number(part) * 100) / 100 + 0);
  const isCurve = curve.length === CURVE_POINTS &&
    curve.every((percent) => percent >= limits.min && percent <= limits.max);
  return isCurve ? { value: curve } : refuse("percent", text, {
    limits: [{ kind: "number", value: limits.min }, { kind: "number", value: limits.max }],
  });
}

/** The fields of the planner: a first visit plans a marathon in three hours and a half. */
export const PLANNER = pageForm<PlannerState, PlanField>({
  ...raceFields<PlannerState>({ distance: MARATHON, time: 1_260_000 }),
  every: choiceField("every", SPLIT_NAMES, ({ distance }) => usualSplit(distance)),
  effort: choiceField("effort", EFFORTS),
  percent: {
    name: "p",
    // An even effort has no difference, and one that was drawn has its own: the field does not
    // matter.
    counts: ({ effort }) => effort !== "even" && effort !== "profile",
    usual: () => 2,
    write: String,
    read: (text) => readPercent(text, PLAN_PERCENT),
  },
  curve: {
    name: "curve",
    counts: ({ effort }) => effort === "profile",
    usual: () => EVEN,
    write: (curve) => curve.join(","),
    read: readCurve,
    // Seven numbers such as `-12.25`.
    longest: 60,
  },
  view: choiceField("view", PLAN_VIEWS),
}, (texts, parameters) => {
  const drawn = readRaceDistance(typedText(parameters.get(DRAWN_DISTANCE))).value;
  const wasUsual = drawn !== undefined && texts.every === usualSplit(drawn);
  return {
    ...texts,
    // The time of the first visit is over its distance.
    ...texts.d !== undefined && { t: texts.t ?? "" },
    ...wasUsual && { every: "" },
  };
});
