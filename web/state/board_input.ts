import { HALF_MARATHON, MARATHON, MILE } from "@mypacer/shared/domain/distance.ts";
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
import { MAX_ROWS, MAX_TYPED } from "./limits.ts";
import {
  type Field,
  type FieldProblem,
  readAthletes,
  readColumns,
  readDistance,
  readDistances,
  readNotation,
  readSurfaces,
  readUnit,
  readVma,
} from "./read_fields.ts";
import { readBound, readRowKind, readRowStep } from "./read_rows.ts";
import { scaleOf, usualRange } from "./row_kinds.ts";

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
  const take = <T>(name: FieldName, field: Field<T>, otherwise: T): T => {
    if (!field.problem) return field.value as T;
    problems[name] = field.problem;
    return otherwise;
  };
  const by = take("by", readRowKind(typed.by), DEFAULT_STATE.by);
  const aimed = take("over", readDistance(typed.over, DEFAULT_STATE.over), DEFAULT_STATE.over);
  // Of other rows than by time the distance says nothing.
  const over = by === "time" ? aimed : DEFAULT_STATE.over;
  const scale = scaleOf({ by, over });
  const usual = withRows(DEFAULT_STATE, by, over);
  const bound = (name: "slow" | "fast", otherwise: number) =>
    typed[name] === "" ? otherwise : take(name, readBound(typed[name], scale), otherwise);
  const athletes = readAthletes(typed.athletes);
  if (athletes.problem) problems.athletes = athletes.problem;
  const off = typed.off.split(",").map((id) => id.trim());
  const state: BoardState = {
    by,
    over,
    slowest: bound("slow", usual.slowest),
    fastest: bound("fast", usual.fastest),
    step: typed.step === "" ? usual.step : take("step", readRowStep(typed.step, scale), usual.step),
    shown: take("cols", readColumns(typed.cols), null),
    custom: take("d", readDistances(typed.d), []),
    vma: take("vma", readVma(typed.vma), null),
    unit: take("unit", readUnit(typed.unit), "km"),
    notation: take("n", readNotation(typed.n), null),
    athletes: athletes.value,
    hidden: athletes.value.filter((id) => off.includes(id)),
    surfaces: take("on", readSurfaces(typed.on), DEFAULT_STATE.surfaces),
  };
  return { state: orderBounds(state, typed, problems), typed, problems };
}

/** Refuses bounds that give no table, or too long a one; what is left can be drawn. */
function orderBounds(state: BoardState, typed: Typed, problems: Problems): BoardState {
  const scale = scaleOf(state);
  const { slowest, fastest } = usualRange(scale);
  if (fasterBy(scale, state.fastest, state.slowest) < 0) {
    // Blame what was typed: the other bound may be the default, that nobody chose.
    const field = state.fastest === fastest ? "slow" : "fast";
    problems[field] = { code: "order", given: typed[field], suggestions: [] };
    return field === "fast" && typed.slow !== "" && fasterBy(scale, fastest, state.slowest) > 0
      ? { ...state, fastest }
      : { ...state, slowest, fastest };
  }
  const count = rowCount({ ...state, scale });
  if (count > MAX_ROWS) {
    problems.step = { code: "rows", given: String(count), suggestions: [] };
    const span = fasterBy(scale, state.fastest, state.slowest);
    const least = span / (MAX_ROWS - 1);
    return { ...state, step: state.by === "speed" ? Math.ceil(least * 10) / 10 : Math.ceil(least) };
  }
  return state;
}

/** Parameter of a form without scripts: the rows that it was drawn with. */
export const DRAWN_ROWS = "was";

/** What {@link DRAWN_ROWS} says of a state. */
export function drawnRows({ by, over }: Pick<BoardState, "by" | "over">): string {
  return by === "time" ? `${by} ${over}` : by;
}

/** Reads the parameters of a URL; what is not ours is ignored. */
export function readParameters(parameters: URLSearchParams): BoardInput {
  const typed = { ...stateTexts(DEFAULT_STATE), slow: "", fast: "", step: "" };
  for (const name of FIELDS) {
    // Boxes that are ticked come one by one.
    const given = parameters.getAll(name).join(",");
    if (parameters.has(name)) {
      typed[name] = given.slice(0, MAX_TYPED).replaceAll(/\p{Cc}/gu, "").trim();
    }
  }
  const kind = readRowKind(typed.by).value ?? DEFAULT_STATE.by;
  const over = readDistance(typed.over, DEFAULT_STATE.over).value ?? DEFAULT_STATE.over;
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

/** The fields' texts in a notation: `6'30` in French, `6:30` in English. */
export function fieldTexts(state: BoardState, notation: Notation): Typed {
  const french = notation === "french";
  const decimal = (text: string) => french ? text.replace(".", ",") : text;
  // `3:30:00` is `3h30'00`, `4:30` is `4'30`; a number alone keeps its decimals.
  const duration = (text: string) =>
    !french || !text.includes(":")
      ? decimal(text)
      : text.split(":").length === 3
      ? text.replace(":", "h").replace(":", "'")
      : text.replace(":", "'");
  const texts = stateTexts(state);
  return {
    ...texts,
    over: distanceText(state.over, notation),
    slow: duration(texts.slow),
    fast: duration(texts.fast),
    step: duration(texts.step),
    vma: decimal(texts.vma),
    d: state.custom.map((meters) => distanceText(meters, notation)).join(french ? " ; " : "; "),
  };
}

const NAMED: readonly (readonly [meters: number, french: string, english: string])[] = [
  [MARATHON, "marathon", "marathon"],
  [HALF_MARATHON, "semi", "half"],
  [MILE, "mile", "mile"],
];

function distanceText(meters: number, notation: Notation): string {
  const named = NAMED.find(([length]) => length === meters);
  if (named) return named[notation === "french" ? 1 : 2];
  const decimal = (value: number) =>
    notation === "french" ? String(value).replace(".", ",") : String(value);
  return meters >= 2000 ? `${decimal(meters / 1000)} km` : `${decimal(meters)} m`;
}
