/**
 * Every field of every page that takes a single value: how a text is put into it, and the value it
 * returns.
 */
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import type { FieldProblem, ReadingNote } from "../kit/forms/field.ts";
import { readParameters } from "../kit/table_state/table_input.ts";
import { MODELS } from "../pages/models/state.ts";
import { PLANNER } from "../pages/planner/state.ts";
import { PREDICTOR } from "../pages/predictor/state.ts";
import { readRaceDistance } from "../kit/tools/race_fields.ts";
import { ZONES } from "../pages/zones/state.ts";

/** The result of a field for a text. */
export interface FieldAnswer {
  /** In m, s, s/km, km/h, years or per cent; undefined when the text was refused. */
  value: number | undefined;
  problem: FieldProblem | undefined;
  note: ReadingNote | undefined;
}

/** A field: its page and name, and its result for a text. */
export interface PageField {
  name: string;
  read(text: string): FieldAnswer;
}

type Pick<Input> = (input: Input) => number | undefined;

/** A field of a page that is read from parameters. */
function field<Input extends { problems: object; notes: object }>(
  page: string,
  name: string,
  { read, parameters, at = name, value }: {
    read: (parameters: URLSearchParams) => Input;
    /** Parameters of the other fields. */
    parameters: Record<string, string>;
    /** Key of its problems. */
    at?: string;
    value: Pick<Input>;
  },
): PageField {
  return {
    name: `${page} ${name}`,
    read(text) {
      const input = read(new URLSearchParams({ ...parameters, [name]: text }));
      const problem = (input.problems as Record<string, FieldProblem>)[at];
      const note = (input.notes as Record<string, ReadingNote>)[at];
      return { value: problem === undefined ? value(input) : undefined, problem, note };
    },
  };
}

/** Fields for the distance of a race, m. The field beside them has a fitting time. */
export function distanceFields(time: string): PageField[] {
  const parameters = { t: time };
  return [
    field("planner", "d", { read: PLANNER.read, parameters, value: ({ state }) => state.distance }),
    field("zones", "d", {
      read: ZONES.read,
      parameters: { ...parameters, by: "result" },
      value: ({ state }) => state.distance,
    }),
    field("predictor", "d", {
      read: PREDICTOR.read,
      parameters,
      at: "d0",
      value: ({ state }) => state.results[0]?.distance,
    }),
    field("models", "d", {
      read: MODELS.read,
      parameters,
      at: "d0",
      value: ({ state }) => state.results[0]?.distance,
    }),
    field("table", "over", {
      read: readParameters,
      parameters: { by: "time" },
      value: ({ state }) => state.over,
    }),
    field("table", "d", {
      read: readParameters,
      parameters: {},
      value: ({ state }) => state.custom[0],
    }),
  ];
}

/** Fields for a time over a distance, s. */
export function timeFields(distance: string): PageField[] {
  const parameters = { d: distance };
  const meters = readRaceDistance(distance).value ?? NaN;
  return [
    field("planner", "t", {
      read: PLANNER.read,
      parameters,
      value: ({ state }) => state.time / 100,
    }),
    field("zones", "t", {
      read: ZONES.read,
      parameters: { ...parameters, by: "result" },
      value: ({ state }) => state.time / 100,
    }),
    field("predictor", "t", {
      read: PREDICTOR.read,
      parameters,
      at: "t0",
      value: ({ state }) => state.results[0]?.time,
    }),
    field("models", "t", {
      read: MODELS.read,
      parameters,
      at: "t0",
      value: ({ state }) => state.results[0]?.time,
    }),
    field("table by time", "slow", {
      read: readParameters,
      // The last row is the fastest possible, so that the first one is always slower.
      parameters: { by: "time", over: distance, fast: `${Math.ceil(meters * 0.06)} s` },
      value: ({ state }) => state.slowest,
    }),
  ];
}

/** Fields for a speed, km/h. */
export function speedFields(): PageField[] {
  return [
    field("zones", "vma", { read: ZONES.read, parameters: {}, value: ({ state }) => state.vma }),
    field("table", "vma", {
      read: readParameters,
      parameters: {},
      value: ({ state }) => state.vma ?? undefined,
    }),
    field("table by speed", "fast", {
      read: readParameters,
      parameters: { by: "speed" },
      value: ({ state }) => state.fastest,
    }),
  ];
}

/** Fields for a pace, s/km. */
export function paceFields(): PageField[] {
  return [
    field("table by pace", "slow", {
      read: readParameters,
      parameters: { fast: "1:00" },
      value: ({ state }) => state.slowest,
    }),
  ];
}

/** The fields of a table in miles for a pace, s/mi. */
export function milePaceFields(): PageField[] {
  return [
    field("table in miles by pace", "slow", {
      read: readParameters,
      parameters: { unit: "mi", fast: "1:40" },
      value: ({ state }) => state.slowest,
    }),
  ];
}

/** The fields of a table in miles for a speed, mph. */
export function mileSpeedFields(): PageField[] {
  return [
    field("table in miles by speed", "fast", {
      read: readParameters,
      parameters: { unit: "mi", by: "speed" },
      value: ({ state }) => state.fastest,
    }),
  ];
}

/** Fields for the step between two rows: s, or km/h. */
export function stepFields(by: "pace" | "speed" | "time"): PageField[] {
  return [
    field(`table by ${by}`, "step", {
      read: readParameters,
      parameters: { by },
      value: ({ state }) => state.step,
    }),
  ];
}

/** The field for an age, years. */
export function ageFields(): PageField[] {
  return [
    field("models", "age", {
      read: MODELS.read,
      parameters: {},
      value: ({ state }) => state.age ?? undefined,
    }),
  ];
}

/** The field for a difference of two halves, per cent. */
export function percentFields(): PageField[] {
  return [
    field("planner", "p", {
      read: PLANNER.read,
      parameters: { effort: "halves" },
      value: ({ state }) => state.percent,
    }),
  ];
}

/** All fields, for a half marathon in about two hours. */
export function allFields(): PageField[] {
  return [
    ...distanceFields("2h00"),
    ...timeFields("semi"),
    ...speedFields(),
    ...paceFields(),
    ...milePaceFields(),
    ...mileSpeedFields(),
    ...(["pace", "speed", "time"] as const).flatMap(stepFields),
    ...ageFields(),
    ...percentFields(),
  ];
}

/** Values that a field suggests. */
export function suggestionsOf({ problem }: FieldAnswer): readonly InputValue[] {
  return problem?.suggestions ?? [];
}
