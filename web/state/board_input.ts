import { rowCount } from "@mypacer/shared/domain/pace_table.ts";
import { fasterBy } from "@mypacer/shared/domain/row_scale.ts";
import {
  type BoardState,
  DEFAULT_STATE,
  type FieldName,
  FIELDS,
  type Notation,
  stateTexts,
  withRows,
} from "./board_state.ts";
import {
  type BoardInput,
  DRAWN_ROWS,
  drawnRows,
  type Problems,
  type Typed,
} from "./board_fields.ts";
import { readColumns, readDistances } from "./distance_list.ts";
import { type Field, listedParts, type Notes, readChoice, refuse, typedText } from "./field.ts";
import { DISTANCE_LIMITS, MAX_LIST, MAX_ROWS, MAX_TYPED } from "./limits.ts";
import { readAthletes, readSurfaces } from "./read_lists.ts";
import { readBound, readRowKind, readRowStep } from "./read_rows.ts";
import { readDistance, readVma } from "./read_values.ts";
import { scaleOf, usualRange } from "./row_kinds.ts";

/** Reads the texts of the fields; an empty one means its default. */
export function readTyped(typed: Typed): BoardInput {
  const problems: Problems = {};
  const notes: Notes<FieldName> = {};
  const take = <T>(name: FieldName, field: Field<T>, otherwise: T): T => {
    if (field.note) notes[name] = field.note;
    if (!field.problem) return field.value as T;
    problems[name] = field.problem;
    return otherwise;
  };
  /** An empty field stands for what is usual. */
  const read = <T>(name: FieldName, readText: (text: string) => Field<T>, usual: T): T =>
    typed[name] === "" ? usual : take(name, readText(typed[name]), usual);
  const by = take("by", readRowKind(typed.by), DEFAULT_STATE.by);
  const aimed = read("over", readGoal, DEFAULT_STATE.over);
  // Of other rows than by time the distance says nothing.
  const over = by === "time" ? aimed : DEFAULT_STATE.over;
  const scale = scaleOf({ by, over });
  const usual = withRows(DEFAULT_STATE, by, over);
  const athletes = readAthletes(typed.athletes);
  if (athletes.problem) problems.athletes = athletes.problem;
  const off = listedParts(typed.off);
  const state: BoardState = {
    by,
    over,
    slowest: read("slow", (text) => readBound(text, scale), usual.slowest),
    fastest: read("fast", (text) => readBound(text, scale), usual.fastest),
    step: read("step", (text) => readRowStep(text, scale), usual.step),
    shown: take("cols", readColumns(typed.cols), null),
    custom: take("d", readDistances(typed.d), []),
    vma: read("vma", readVma, null),
    unit: take("unit", readChoice(typed.unit, ["km", "mi"]), "km"),
    notation: read<Notation | null>(
      "n",
      (text) => readChoice<Notation>(text, ["french", "english"]),
      null,
    ),
    athletes: athletes.value,
    hidden: athletes.value.filter((id) => off.includes(id)),
    surfaces: take("on", readSurfaces(typed.on), DEFAULT_STATE.surfaces),
  };
  return { state: orderBounds(state, typed, problems), typed, notes, problems };
}

/** Reads the distance of rows by time, m. */
export function readGoal(text: string): Field<number> {
  return readDistance(text, DISTANCE_LIMITS);
}

/** Refuses bounds that give no table, or too long a one; what is left can be drawn. */
function orderBounds(state: BoardState, typed: Typed, problems: Problems): BoardState {
  const scale = scaleOf(state);
  const { slowest, fastest } = usualRange(scale);
  if (fasterBy(scale, state.fastest, state.slowest) < 0) {
    // Blame what was typed: the other bound may be the default, that nobody chose.
    const field = state.fastest === fastest ? "slow" : "fast";
    problems[field] = refuse("order", typed[field]).problem;
    return field === "fast" && typed.slow !== "" && fasterBy(scale, fastest, state.slowest) > 0
      ? { ...state, fastest }
      : { ...state, slowest, fastest };
  }
  const count = rowCount({ ...state, scale });
  if (count > MAX_ROWS) {
    problems.step = refuse("rows", String(count)).problem;
    const span = fasterBy(scale, state.fastest, state.slowest);
    const least = span / (MAX_ROWS - 1);
    return { ...state, step: state.by === "speed" ? Math.ceil(least * 10) / 10 : Math.ceil(least) };
  }
  return state;
}

/** Reads the parameters of a URL; what is not ours is ignored. */
export function readParameters(parameters: URLSearchParams): BoardInput {
  const typed = { ...stateTexts(DEFAULT_STATE), slow: "", fast: "", step: "" };
  for (const name of FIELDS) {
    // Boxes that are ticked come one by one.
    const text = parameters.getAll(name).join(",");
    if (parameters.has(name)) typed[name] = typedText(text, name === "d" ? MAX_LIST : MAX_TYPED);
  }
  const kind = readRowKind(typed.by).value ?? DEFAULT_STATE.by;
  const over = readGoal(typed.over).value ?? DEFAULT_STATE.over;
  // The bounds of a form are of the rows it was drawn with: for other rows they say nothing.
  const was = parameters.get(DRAWN_ROWS);
  const leftBehind = was !== null && was !== drawnRows({ by: kind, over });
  const usual = stateTexts(withRows(DEFAULT_STATE, kind, over));
  for (const name of ["slow", "fast", "step"] as const) {
    // An emptied field shows the default that it stands for.
    if (typed[name] === "" || leftBehind) typed[name] = usual[name];
  }
  return readTyped(typed);
}
