import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import {
  type Field,
  type Notes,
  type Problems,
  readChoice,
  refuse,
  typedText,
} from "../../kit/forms/field.ts";
import { queryOf } from "../../kit/forms/query.ts";
import { readAge } from "../../kit/forms/read_values.ts";
import { distanceCode, readRace, timeCode, type ToolInput } from "../../kit/tools/tool_fields.ts";

/** Results that are read; more would not fit a form, nor say more. */
export const MAX_RESULTS = 8;

/** Sexes that tables tell apart. */
export const SEXES = ["F", "M"] as const satisfies readonly Sex[];
/** Value of the choice of sex that tells none. */
export const SEX_UNTOLD = "none";
/** What a form offers. */
export const SEX_CHOICES = [SEX_UNTOLD, ...SEXES] as const;

/** Who ran the results, as far as it is told. */
export interface ResultsRunner {
  sex: Sex | null;
  /** Years. */
  age: number | null;
}

/** Whose sex and age are not told: what a page starts with, unless it needs an example. */
const UNKNOWN: ResultsRunner = { sex: null, age: null };

/** What predictions rest on. */
export interface PredictorState extends ResultsRunner {
  /** Distances in m, times in s, in the order given. */
  results: readonly Effort[];
  /** Rows of the form, those of the results included. */
  rows: number;
}

/** A row of the form as it was typed. */
export interface ResultRow {
  d: string;
  t: string;
}

/** What a URL or the form says; problems are named for the row: `d0`, `t0`, and `r` for all. */
export interface PredictorInput extends ToolInput<PredictorState> {
  /** Results and empty rows, as they are drawn. */
  rows: readonly ResultRow[];
}

/** Results of a first visit: an example. */
const FIRST_RESULTS: readonly Effort[] = [
  { distance: 3000, time: 675 },
  { distance: 5000, time: 1170 },
  { distance: 10_000, time: 2445 },
];

/** Buttons of the form: one more row, and without one (its number). */
export const ADD_ROW = "add";
export const WITHOUT_ROW = "without";

/** Rows that are drawn for some results: one more to type in, and never fewer than two. */
function usualRows(results: number): number {
  return Math.min(MAX_RESULTS, Math.max(2, results + 1));
}

/** A list of results as the URL writes it: `5000@19:30,10000@40:45`. */
function resultsCode(results: readonly Effort[]): string {
  return results
    .map(({ distance, time }) => `${distanceCode(distance)}@${timeCode(Math.round(time * 100))}`)
    .join(",");
}

/** The rows that parameters hold: those of the form, else those of the canonical list. */
function givenRows(parameters: URLSearchParams): ResultRow[] {
  const [distances, times] = [parameters.getAll("d"), parameters.getAll("t")];
  if (distances.length + times.length > 0) {
    const count = Math.max(distances.length, times.length);
    return Array.from(
      { length: count },
      (_, row) => ({ d: typedText(distances[row]), t: typedText(times[row]) }),
    );
  }
  const list = parameters.has("r") ? typedText(parameters.get("r")) : resultsCode(FIRST_RESULTS);
  return list.split(",").map((result) => {
    const [d = "", t = ""] = result.split("@");
    return { d: d.trim(), t: t.trim() };
  });
}

/** Reads sex and age. An empty field stands for what the page starts with. */
function readRunner(
  parameters: URLSearchParams,
  usual: ResultsRunner,
): { runner: ResultsRunner; ageText: string; problems: Problems; notes: Notes } {
  const problems: Problems = {};
  const notes: Notes = {};
  const sexText = typedText(parameters.get("sex")) || usual.sex || SEX_UNTOLD;
  const sex = readChoice(sexText, SEX_CHOICES);
  if (sex.problem) problems.sex = sex.problem;
  const ageText = typedText(parameters.get("age")) || String(usual.age ?? "");
  const age: Field<number | null> = ageText === "" ? { value: null } : readAge(ageText);
  if (age.problem) problems.age = age.problem;
  else if (age.note) notes.age = age.note;
  const choice = sex.value ?? usual.sex ?? SEX_UNTOLD;
  return {
    runner: {
      sex: choice === SEX_UNTOLD ? null : choice,
      age: age.problem ? usual.age : age.value,
    },
    ageText,
    problems,
    notes,
  };
}

/**
 * Reads the parameters of a URL.
 *
 * @param usual The runner of a page at its first address.
 */
export function readPredictor(
  parameters: URLSearchParams,
  usual: ResultsRunner = UNKNOWN,
): PredictorInput {
  const without = parameters.get(WITHOUT_ROW);
  const given = givenRows(parameters)
    .filter((_, row) => without === null || row !== Number(without));
  const filled = given.filter(({ d, t }) => d !== "" || t !== "");
  const rows = filled.slice(0, MAX_RESULTS);
  const { runner, ageText, problems, notes } = readRunner(parameters, usual);
  if (filled.length > MAX_RESULTS) {
    problems.r = refuse("results-many", String(filled.length)).problem;
  }
  const results = rows.flatMap((typed, row): Effort[] => {
    const read = readRace(typed);
    for (const name of ["d", "t"] as const) {
      if (read.problems[name]) problems[`${name}${row}`] = read.problems[name];
      if (read.notes[name]) notes[`${name}${row}`] = read.notes[name];
    }
    const { race } = read;
    return race === null ? [] : [{ distance: race.distance, time: race.time / 100 }];
  });
  const asked = Number(parameters.get("rows")) || 0;
  const drawn = given.length > filled.length ? given.length : 0;
  // Rows of a form that were left empty stay only when one more was asked for.
  const wanted = parameters.has(ADD_ROW)
    ? Math.max(drawn, usualRows(rows.length)) + 1
    : Number.isInteger(asked)
    ? asked
    : 0;
  const count = Math.min(MAX_RESULTS, Math.max(wanted, usualRows(rows.length)));
  return {
    state: { results, rows: count, ...runner },
    typed: { age: ageText },
    notes,
    problems,
    rows: [...rows, ...Array.from({ length: count - rows.length }, () => ({ d: "", t: "" }))],
  };
}

/** The canonical query string of predictions: empty for those of a first visit. */
export function predictorSearch(
  { results, rows, sex, age }: PredictorState,
  usual: ResultsRunner = UNKNOWN,
): string {
  const code = resultsCode(results);
  const parameters: [string, string][] = [];
  if (code !== resultsCode(FIRST_RESULTS)) parameters.push(["r", code]);
  if (rows !== usualRows(results.length)) parameters.push(["rows", String(rows)]);
  if (sex !== usual.sex) parameters.push(["sex", sex ?? SEX_UNTOLD]);
  if (age !== usual.age && age !== null) parameters.push(["age", String(age)]);
  return queryOf(parameters);
}

/** How the address is read and written. */
export const PREDICTOR = { read: readPredictor, search: predictorSearch };
