import { LENGTH_UNITS } from "@mypacer/shared/domain/measure/pace.ts";
import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { fasterBy } from "@mypacer/shared/domain/table/row_scale.ts";
import {
  DEFAULT_STATE,
  type FieldName,
  FIELDS,
  type Notation,
  stateTexts,
  type TableState,
  type Unit,
  usualRows,
} from "./table_state.ts";
import {
  DRAWN_ROWS,
  drawnRows,
  type Problems,
  type TableInput,
  type Typed,
} from "./table_fields.ts";
import { convertRange } from "./convert_range.ts";
import { readColumns, readDistances } from "./distance_list.ts";
import {
  type Field,
  listedParts,
  type Notes,
  readChoice,
  refuse,
  typedText,
} from "../forms/field.ts";
import { DISTANCE_LIMITS, MAX_LIST, MAX_ROWS, MAX_TYPED } from "../forms/limits.ts";
import { readAthletes, readSurfaces } from "./read_lists.ts";
import { readBound, readRowKind, readRowStep } from "./read_rows.ts";
import { readDistance, readVma } from "../forms/read_values.ts";
import { scaleOf, usualRange } from "./row_kinds.ts";

/** Fields that say which rows there are, in the unit of their scale. */
const ROW_FIELDS = ["slow", "fast", "step"] as const;

/** Reads the texts of the fields; an empty one means its default. */
export function readTyped(typed: Typed): TableInput {
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
  const unit = take("unit", readUnit(typed.unit), DEFAULT_STATE.unit);
  const scale = scaleOf({ by, over, unit });
  const usual = usualRows({ by, over, unit });
  const athletes = readAthletes(typed.athletes);
  if (athletes.problem) problems.athletes = athletes.problem;
  const off = listedParts(typed.off);
  const state: TableState = {
    by,
    over,
    slowest: read("slow", (text) => readBound(text, scale), usual.slowest),
    fastest: read("fast", (text) => readBound(text, scale), usual.fastest),
    step: read("step", (text) => readRowStep(text, scale), usual.step),
    shown: take("cols", readColumns(typed.cols), null),
    custom: take("d", readDistances(typed.d), []),
    vma: read("vma", readVma, null),
    unit,
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

/** Reads the unit of paces and speeds; empty means kilometers. */
function readUnit(text: string): Field<Unit> {
  return readChoice<Unit>(text || "km", LENGTH_UNITS);
}

/** Reads the distance of rows by time, m. */
export function readGoal(text: string): Field<number> {
  return readDistance(text, DISTANCE_LIMITS);
}

/** Refuses bounds that give no table, or too long a one; what is left can be drawn. */
function orderBounds(state: TableState, typed: Typed, problems: Problems): TableState {
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
export function readParameters(parameters: URLSearchParams): TableInput {
  const typed = { ...stateTexts(DEFAULT_STATE), slow: "", fast: "", step: "" };
  for (const name of FIELDS) {
    // Boxes that are ticked come one by one.
    const text = parameters.getAll(name).join(",");
    if (parameters.has(name)) typed[name] = typedText(text, name === "d" ? MAX_LIST : MAX_TYPED);
  }
  const rows = {
    by: readRowKind(typed.by).value ?? DEFAULT_STATE.by,
    over: readGoal(typed.over).value ?? DEFAULT_STATE.over,
    unit: readUnit(typed.unit).value ?? DEFAULT_STATE.unit,
  };
  const was = parameters.get(DRAWN_ROWS);
  const drawn = LENGTH_UNITS.find((unit) => was === drawnRows({ ...rows, unit }));
  const usual = stateTexts(usualRows({ ...rows, unit: drawn ?? rows.unit }));
  for (const name of ROW_FIELDS) {
    // The bounds of a form are of the rows it was drawn with: for other rows they say nothing. An
    // emptied field shows the default that it stands for.
    if (typed[name] === "" || was !== null && drawn === undefined) typed[name] = usual[name];
  }
  return readTyped(drawn === undefined ? typed : inOtherUnit(typed, drawn, rows.unit));
}

/**
 * The state with paces and speeds by another unit, and about the same rows on a ladder of its own.
 */
export function withUnit(state: TableState, unit: Unit): TableState {
  if (unit === state.unit) return state;
  const to = { ...state, unit };
  return { ...to, ...convertRange(state, scaleOf(state), scaleOf(to)) };
}

/**
 * The texts of a form that was drawn by one unit, for another; what was refused stays as it was
 * typed.
 */
function inOtherUnit(typed: Typed, from: Unit, to: Unit): Typed {
  if (from === to || typed.by === "time") return typed;
  const { state, problems } = readTyped({ ...typed, unit: from });
  const texts = stateTexts(withUnit(state, to));
  const converted = { ...typed };
  for (const name of ROW_FIELDS) if (problems[name] === undefined) converted[name] = texts[name];
  return converted;
}
