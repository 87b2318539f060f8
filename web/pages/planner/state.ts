import { MARATHON, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import type { SplitStrategy } from "@mypacer/shared/domain/table/split_plan.ts";
import {
  type Field,
  type Notes,
  type Problems,
  readChoice,
  typedText,
} from "../../kit/forms/field.ts";
import { queryOf } from "../../kit/forms/query.ts";
import { readPercent } from "../../kit/forms/read_values.ts";
import {
  distanceCode,
  readRace,
  readRaceDistance,
  timeCode,
  type ToolInput,
} from "../../kit/tools/tool_fields.ts";

/** Lengths between two passing points, m. */
export const SPLIT_LENGTHS = { "5km": 5000, km: 1000, mile: MILE, lap: 400 } as const;
/** What lies between two passing points. */
export type SplitLength = keyof typeof SPLIT_LENGTHS;
/** All of them, the usual one first. */
export const SPLIT_NAMES = Object.keys(SPLIT_LENGTHS) as [SplitLength, ...SplitLength[]];
/** How the effort is spread, the usual one first. */
export const EFFORTS = ["even", "progressive", "halves"] as const;
/** What is laid out for printing. */
export const PLAN_VIEWS = ["sheet", "band"] as const;
/** Largest difference of the halves that is offered, per cent. */
export const PLAN_PERCENT = { min: -20, max: 20 } as const;

/** Everything that a race plan is made from. */
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

/** The plan of a first visit. */
export const FIRST_PLAN: PlannerState = {
  distance: MARATHON,
  time: 1_260_000,
  every: "5km",
  effort: "even",
  percent: 2,
  view: "sheet",
};

/** Distances from which on passing points are five and one kilometers apart, m. */
const FAR = { "5km": 15_000, km: 3000 } as const;

/** What usually lies between two passing points of a race. @param distance Meters. */
export function usualSplit(distance: number): SplitLength {
  return distance >= FAR["5km"] ? "5km" : distance >= FAR.km ? "km" : "lap";
}

/**
 * Parameter of the form: the distance it was drawn with. What lies between passing points follows
 * it to another.
 */
export const DRAWN_DISTANCE = "was";

/** Fields of the form and parameters of the URL, in their canonical order. */
export const PLAN_FIELDS = ["d", "t", "every", "effort", "p", "view"] as const;
/** One of them. */
export type PlanField = typeof PLAN_FIELDS[number];
/** What a URL or the form says. */
export type PlannerInput = ToolInput<PlannerState, PlanField>;

/** The strategy of a plan, as the domain takes it. */
export function strategyOf({ effort, percent }: PlannerState): SplitStrategy {
  return effort === "even" ? { kind: "even" } : { kind: effort, percent };
}

/** Reads the parameters of a URL. */
export function readPlanner(parameters: URLSearchParams): PlannerInput {
  const given = (name: PlanField) => typedText(parameters.get(name));
  const typed = {
    d: parameters.has("d") ? given("d") : distanceCode(FIRST_PLAN.distance),
    t: parameters.has("t") || parameters.has("d") ? given("t") : timeCode(FIRST_PLAN.time),
    every: given("every"),
    effort: given("effort"),
    p: given("p") || String(FIRST_PLAN.percent),
    view: given("view"),
  };
  const problems: Problems<PlanField> = {};
  const notes: Notes<PlanField> = {};
  const take = <T>(name: PlanField, field: Field<T>, otherwise: T): T => {
    if (field.note) notes[name] = field.note;
    if (!field.problem) return field.value as T;
    problems[name] = field.problem;
    return otherwise;
  };
  const read = readRace(typed);
  Object.assign(problems, read.problems);
  Object.assign(notes, read.notes);
  const { distance, time } = read.race ?? FIRST_PLAN;
  const usual = usualSplit(distance);
  const drawn = readRaceDistance(typedText(parameters.get(DRAWN_DISTANCE))).value;
  const wasUsual = drawn !== undefined && typed.every === usualSplit(drawn);
  if (typed.every === "" || wasUsual) typed.every = usual;
  const effort = take("effort", readChoice(typed.effort, EFFORTS), FIRST_PLAN.effort);
  const state: PlannerState = {
    distance,
    time,
    every: take("every", readChoice(typed.every, SPLIT_NAMES), usual),
    effort,
    // An even effort has no difference: what stands in its field does not matter.
    percent: effort === "even"
      ? FIRST_PLAN.percent
      : take("p", readPercent(typed.p, PLAN_PERCENT), FIRST_PLAN.percent),
    view: take("view", readChoice(typed.view, PLAN_VIEWS), FIRST_PLAN.view),
  };
  return { state, typed, notes, problems };
}

/** The canonical query string of a plan: empty for that of a first visit. */
export function plannerSearch(state: PlannerState): string {
  const { distance, time, every, effort, percent, view } = state;
  const race = distance !== FIRST_PLAN.distance || time !== FIRST_PLAN.time;
  const texts: Record<PlanField, string | null> = {
    d: race ? distanceCode(distance) : null,
    t: race ? timeCode(time) : null,
    every: every === usualSplit(distance) ? null : every,
    effort: effort === FIRST_PLAN.effort ? null : effort,
    p: effort === "even" || percent === FIRST_PLAN.percent ? null : String(percent),
    view: view === FIRST_PLAN.view ? null : view,
  };
  return queryOf(PLAN_FIELDS.flatMap((name) => {
    const text = texts[name];
    return text === null ? [] : [[name, text] as const];
  }));
}

/** How the address is read and written. */
export const PLANNER = { read: readPlanner, search: plannerSearch };
