/** Reads the fields of the table: from an address, from a form, from what is being typed. */
import { LENGTH_UNITS, type Pace, paceFrom, paceIn } from "@mypacer/shared/domain/measure/pace.ts";
import { rowCount } from "@mypacer/shared/domain/table/pace_table.ts";
import { fasterBy } from "@mypacer/shared/domain/table/row_scale.ts";
import { type Field, readChoice, refuse } from "../forms/field.ts";
import { listedParts } from "../forms/read_value.ts";
import { DISTANCE_LIMITS, MAX_ROWS } from "../forms/limits.ts";
import { withGrammars } from "../forms/grammars.ts";
import { type FieldTexts, parameterTexts, readTexts } from "../forms/read_fields.ts";
import { readDistance, readVma } from "../forms/read_values.ts";
import { convertRange } from "./convert_range.ts";
import { readColumns, readDistances } from "./distance_list.ts";
import { readAthletes, readRecordLists, readSurfaces } from "./read_lists.ts";
import { readBound, readRowStep } from "./read_rows.ts";
import { ROW_KINDS, rowLimits, scaleOf, usualRange } from "./row_kinds.ts";
import {
  DRAWN_ROWS,
  drawnRows,
  type FieldName,
  type Problems,
  roundPace,
  ROW_FIELDS,
  TABLE_FIELDS,
  type TableInput,
} from "./table_fields.ts";
import { type TableState, TIME_NOTATIONS, type Unit } from "./table_state.ts";

/** Reads the distance of rows by time, m. */
export const readGoal = (text: string) => readDistance(text, DISTANCE_LIMITS);

/** Reads "ma ligne", s/km, in the unit of the paces. */
function readMine(text: string, { unit }: Pick<TableState, "unit">): Field<number> {
  const read = readBound(text, { by: "pace", per: unit });
  return read.problem ? read : { ...read, value: paceFrom(read.value, unit) };
}

/** In the order they are read: which rows there are depends on what they go by. */
const TABLE = withGrammars(TABLE_FIELDS, {
  by: (text) => readChoice(text, ROW_KINDS),
  over: readGoal,
  unit: (text) => readChoice(text, LENGTH_UNITS),
  slowest: (text, state) => readBound(text, scaleOf(state)),
  fastest: (text, state) => readBound(text, scaleOf(state)),
  step: (text, state) => readRowStep(text, scaleOf(state)),
  shown: readColumns,
  custom: readDistances,
  vma: readVma,
  mine: readMine,
  notation: (text) => readChoice(text, TIME_NOTATIONS),
  athletes: readAthletes,
  hidden: (text, { athletes }) => {
    const off = listedParts(text);
    return { value: athletes.filter((id) => off.includes(id)) };
  },
  records: readRecordLists,
  surfaces: readSurfaces,
});

/** Texts of the fields; one that is empty, or is not there, means its default. */
export type TableTexts = FieldTexts<FieldName>;

/** Those of some texts that are of other fields. */
function without(texts: TableTexts, names: readonly string[]): TableTexts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
}

/** Reads the texts of the fields. @param before What a field without a text keeps. */
export function readTable(texts: TableTexts, before?: TableState): TableInput {
  const { state, typed, notes, problems } = readTexts(TABLE, texts, before);
  const drawable = orderBounds(state, typed, problems);
  const accepted = Object.keys(typed).filter((name) => problems[name as FieldName] === undefined);
  return { state: drawable, refused: without(typed, accepted), notes, problems };
}

/**
 * Reads what was typed into the fields of a table. The state is that of the table with all that can
 * be taken; it is unchanged where that makes none.
 */
export function readChanges(before: TableState, texts: TableTexts): TableInput {
  // An emptied bound means nothing: the table still has it.
  const emptied = ROW_FIELDS.filter((name) => texts[name] === "");
  const changes = without(texts, emptied);
  const read = readTable(changes, before);
  if (Object.keys(read.problems).length === 0) return read;
  const usable = readTable(without(changes, Object.keys(read.problems)), before);
  return { ...read, state: Object.keys(usable.problems).length > 0 ? before : usable.state };
}

/** Refuses bounds that give no table, or too long a one; what is left can be drawn. */
function orderBounds(
  state: TableState,
  typed: Readonly<Record<FieldName, string>>,
  problems: Problems,
): TableState {
  const scale = scaleOf(state);
  const { slowest, fastest } = usualRange(scale);
  if (fasterBy(scale, state.fastest, state.slowest) < 0) {
    // Blame what was typed: the other bound may be the default, that nobody chose.
    const field = state.fastest === fastest ? "slow" : "fast";
    problems[field] = refuse("order", typed[field]).problem;
    return field === "fast" && fasterBy(scale, fastest, state.slowest) > 0
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
  const texts = parameterTexts(TABLE, parameters);
  const was = parameters.get(DRAWN_ROWS);
  if (was === null) return readTable(texts);
  const { by, over, unit } = readTexts(TABLE, without(texts, ROW_FIELDS)).state;
  const drawn = LENGTH_UNITS.find((unit) => was === drawnRows({ by, over, unit }));
  // The bounds of a form are of the rows it was drawn with: for other rows they say nothing.
  if (drawn === undefined) return readTable(without(texts, ROW_FIELDS));
  if (drawn === unit || by === "time") return readTable(texts);
  // What was understood is carried over into the other unit; the rest stays as it was typed.
  const { state, refused } = readTable({ ...texts, unit: drawn });
  const understood = [...ROW_FIELDS, "mine" as const].filter((name) => refused[name] === undefined);
  return readTable(without(texts, understood), withUnit(state, unit));
}

/** "Ma ligne" as the address writes it in a unit, within what can be typed in it, s/km. */
function roundMine(mine: Pace, unit: Unit): Pace {
  const { slowest, fastest } = rowLimits({ by: "pace", per: unit });
  const rounded = roundPace(paceIn(mine, unit));
  return paceFrom(Math.min(Math.max(rounded, fastest), slowest), unit);
}

/**
 * The state with paces and speeds by another unit, and about the same rows on a ladder of its own.
 */
export function withUnit(state: TableState, unit: Unit): TableState {
  if (unit === state.unit) return state;
  const mine = state.mine === null ? null : roundMine(state.mine, unit);
  const to = { ...state, unit, mine };
  return { ...to, ...convertRange(state, scaleOf(state), scaleOf(to)) };
}
