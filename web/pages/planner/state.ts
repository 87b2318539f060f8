import { MARATHON, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import type { SplitStrategy } from "@mypacer/shared/domain/table/split_plan.ts";
import { typedText } from "../../kit/forms/field.ts";
import { choiceField, type FormInput, pageForm } from "../../kit/forms/read_fields.ts";
import { readPercent } from "../../kit/forms/read_values.ts";
import { raceFields, readRaceDistance } from "../../kit/tools/race_fields.ts";

/** Lengths between two passing points, m. */
export const SPLIT_LENGTHS = { "5km": 5000, km: 1000, mile: MILE, lap: 400 } as const;
/** Choice of the length between two passing points. */
export type SplitLength = keyof typeof SPLIT_LENGTHS;
/** All lengths, the default first. */
export const SPLIT_NAMES = Object.keys(SPLIT_LENGTHS) as [SplitLength, ...SplitLength[]];
/** How the effort is spread, the default first. */
export const EFFORTS = ["even", "progressive", "halves"] as const;
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
  /** How much faster the second half is than the first, per cent. */
  percent: number;
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
export type PlanField = "d" | "t" | "every" | "effort" | "p" | "view";
/** Input from a URL or the form. */
export type PlannerInput = FormInput<PlannerState, PlanField>;

/** The strategy of a plan, as the domain takes it. */
export function strategyOf({ effort, percent }: PlannerState): SplitStrategy {
  return effort === "even" ? { kind: "even" } : { kind: effort, percent };
}

/** The fields of the planner: a first visit plans a marathon in three hours and a half. */
export const PLANNER = pageForm<PlannerState, PlanField>({
  ...raceFields<PlannerState>({ distance: MARATHON, time: 1_260_000 }),
  every: choiceField("every", SPLIT_NAMES, ({ distance }) => usualSplit(distance)),
  effort: choiceField("effort", EFFORTS),
  percent: {
    name: "p",
    // An even effort has no difference: its field does not matter.
    counts: ({ effort }) => effort !== "even",
    usual: () => 2,
    write: String,
    read: (text) => readPercent(text, PLAN_PERCENT),
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
