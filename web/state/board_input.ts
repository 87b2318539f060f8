import { rowCount } from "@mypacer/shared/domain/pace_table.ts";
import {
  type BoardState,
  DEFAULT_STATE,
  type FieldName,
  FIELDS,
  paceText,
  stateTexts,
} from "./board_state.ts";
import { MAX_ROWS, MAX_TYPED } from "./limits.ts";
import {
  type FieldProblem,
  readAthletes,
  readDistances,
  readPace,
  readStep,
  readUnit,
  readVma,
} from "./read_fields.ts";

/** Texts of the fields as they were typed. */
export type Typed = Record<FieldName, string>;
/** What is wrong, by field. */
export type Problems = Partial<Record<FieldName, FieldProblem>>;

/** What a URL or a form says: the state it gives, and what was typed and refused. */
export interface BoardInput {
  /** Always drawable: a refused field counts as not given. */
  state: BoardState;
  typed: Typed;
  problems: Problems;
}

/** Reads the texts of the fields; an empty one means its default. */
export function readTyped(typed: Typed): BoardInput {
  const problems: Problems = {};
  const state: BoardState = { ...DEFAULT_STATE };

  if (typed.slow !== "") {
    const slow = readPace(typed.slow);
    if (slow.problem) problems.slow = slow.problem;
    else state.slowest = slow.value;
  }
  if (typed.fast !== "") {
    const fast = readPace(typed.fast);
    if (fast.problem) problems.fast = fast.problem;
    else state.fastest = fast.value;
  }
  if (typed.step !== "") {
    const step = readStep(typed.step);
    if (step.problem) problems.step = step.problem;
    else state.step = step.value;
  }
  const custom = readDistances(typed.d);
  if (custom.problem) problems.d = custom.problem;
  else state.custom = custom.value;
  const vma = readVma(typed.vma);
  if (vma.problem) problems.vma = vma.problem;
  else state.vma = vma.value;
  const unit = readUnit(typed.unit);
  if (unit.problem) problems.unit = unit.problem;
  else state.unit = unit.value;
  const athletes = readAthletes(typed.athletes);
  state.athletes = athletes.value;
  if (athletes.problem) problems.athletes = athletes.problem;

  return { state: orderBounds(state, typed, problems), typed, problems };
}

/** Refuses bounds that give no table, or too long a one; what is left can be drawn. */
function orderBounds(state: BoardState, typed: Typed, problems: Problems): BoardState {
  const { slowest, fastest } = DEFAULT_STATE;
  if (state.slowest < state.fastest) {
    // Blame what was typed: the other bound may be the default, that nobody chose.
    const field = state.fastest === fastest ? "slow" : "fast";
    problems[field] = { code: "order", given: typed[field], suggestions: [] };
    return field === "fast" && typed.slow !== "" && state.slowest > fastest
      ? { ...state, fastest }
      : { ...state, slowest, fastest };
  }
  const count = rowCount(state);
  if (count > MAX_ROWS) {
    problems.step = { code: "rows", given: String(count), suggestions: [] };
    return { ...state, step: Math.ceil((state.slowest - state.fastest) / (MAX_ROWS - 1)) };
  }
  return state;
}

/** Reads the parameters of a URL; what is not ours is ignored. */
export function readParameters(parameters: URLSearchParams): BoardInput {
  const typed = { ...stateTexts(DEFAULT_STATE) };
  for (const name of FIELDS) {
    const given = parameters.get(name);
    if (given !== null) {
      typed[name] = given.slice(0, MAX_TYPED).replaceAll(/\p{Cc}/gu, "").trim();
    }
  }
  for (const name of ["slow", "fast", "step"] as const) {
    // An emptied field shows the default that it stands for.
    if (typed[name] === "") typed[name] = stateTexts(DEFAULT_STATE)[name];
  }
  return readTyped(typed);
}

/** The fields' texts in the notation of the language: `6'30` in French, `6:30` in English. */
export function fieldTexts(state: BoardState, notation: "french" | "english"): Typed {
  const pace = (value: number) =>
    notation === "french" ? paceText(value).replace(":", "'") : paceText(value);
  const decimal = (text: string) => notation === "french" ? text.replace(".", ",") : text;
  const texts = stateTexts(state);
  return {
    ...texts,
    slow: pace(state.slowest),
    fast: pace(state.fastest),
    step: decimal(texts.step),
    vma: decimal(texts.vma),
    d: state.custom.map((meters) => distanceText(meters, decimal)).join(
      notation === "french" ? " ; " : "; ",
    ),
  };
}

function distanceText(meters: number, decimal: (text: string) => string): string {
  return meters >= 2000 ? `${decimal(String(meters / 1000))} km` : `${decimal(String(meters))} m`;
}
