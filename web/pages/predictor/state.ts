import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import { type Notes, type Problems, readChoice, refuse, typedText } from "../../kit/forms/field.ts";
import { type AddressFields, addressQuery, type PageFields } from "../../kit/forms/fields.ts";
import { type FormInput, parameterTexts, readTexts } from "../../kit/forms/read_fields.ts";
import { readAge } from "../../kit/forms/read_values.ts";
import { type Race, raceCode, type RaceTexts, readRace } from "../../kit/tools/race_fields.ts";

/** Most results; more would not fit a form, nor improve a prediction. */
export const MAX_RESULTS = 8;

/** Sexes that the tables distinguish. */
const SEXES = ["F", "M"] as const satisfies readonly Sex[];
/** Value of the choice of sex for "not stated". */
export const SEX_UNTOLD = "none";
/** Choices of the form. */
export const SEX_CHOICES = [SEX_UNTOLD, ...SEXES] as const;

/** Sex and age of the runner, as far as stated. */
export interface ResultsRunner {
  sex: Sex | null;
  /** Years. */
  age: number | null;
}

/** Basis of the predictions. */
export interface PredictorState extends ResultsRunner {
  /** Distances in m, times in s, in order. */
  results: readonly Effort[];
  /** Rows of the form, those of the results included. */
  rows: number;
}

/** A row of the form: what its two fields show, and what is said of them. */
export type ResultRow = Omit<FormInput<Race, "d" | "t">, "state">;

/** A row in which nothing was typed. */
const EMPTY_ROW: ResultRow = { values: {}, typed: { d: "", t: "" }, notes: {}, problems: {} };

/**
 * Input from a URL or the form; problems have the row in their key: `d0`, `t0`, and `r` for all.
 */
export interface PredictorInput {
  state: PredictorState;
  runner: FormInput<ResultsRunner, RunnerField>;
  /** Results and empty rows, as drawn. */
  rows: readonly ResultRow[];
  notes: Notes;
  problems: Problems;
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
    .map(({ distance, time }) => raceCode({ distance, time: Math.round(time * 100) }))
    .join(",");
}

/** The rows in the parameters: those of the form, else those of the canonical list. */
function typedRows(parameters: URLSearchParams): RaceTexts[] {
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

/** Names of the fields of a runner. */
export type RunnerField = "sex" | "age";

/** Sex and age. @param usual The default runner of the page. */
export function runnerFields(usual: ResultsRunner): PageFields<ResultsRunner, RunnerField> {
  return {
    sex: {
      name: "sex",
      usual: () => usual.sex,
      write: (sex) => sex ?? SEX_UNTOLD,
      read: (text) => text === SEX_UNTOLD ? { value: null } : readChoice(text, SEXES),
    },
    age: {
      name: "age",
      usual: () => usual.age,
      write: (age) => String(age ?? ""),
      read: readAge,
    },
  };
}

/** Reads the parameters of a URL. @param usual The runner of the page at its first address. */
function readPredictor(parameters: URLSearchParams, usual: ResultsRunner): PredictorInput {
  const without = parameters.get(WITHOUT_ROW);
  const typed = typedRows(parameters)
    .filter((_, row) => without === null || row !== Number(without));
  const filled = typed.filter(({ d, t }) => d !== "" || t !== "");
  const rows = filled.slice(0, MAX_RESULTS).map(readRace);
  const fields = runnerFields(usual);
  const runner = readTexts(fields, parameterTexts(fields, parameters));
  const problems: Problems = { ...runner.problems };
  const notes: Notes = { ...runner.notes };
  if (filled.length > MAX_RESULTS) {
    problems.r = refuse("results-many", String(filled.length)).problem;
  }
  const results = rows.flatMap(({ race, ...read }, row): Effort[] => {
    for (const name of ["d", "t"] as const) {
      if (read.problems[name]) problems[`${name}${row}`] = read.problems[name];
      if (read.notes[name]) notes[`${name}${row}`] = read.notes[name];
    }
    return race === null ? [] : [{ distance: race.distance, time: race.time / 100 }];
  });
  const asked = Number(parameters.get("rows")) || 0;
  const drawn = typed.length > filled.length ? typed.length : 0;
  // Rows of a form that were left empty stay only when one more was asked for.
  const wanted = parameters.has(ADD_ROW)
    ? Math.max(drawn, usualRows(rows.length)) + 1
    : Number.isInteger(asked)
    ? asked
    : 0;
  const count = Math.min(MAX_RESULTS, Math.max(wanted, usualRows(rows.length)));
  return {
    state: { results, rows: count, ...runner.state },
    runner,
    notes,
    problems,
    rows: [...rows, ...Array.from({ length: count - rows.length }, () => EMPTY_ROW)],
  };
}

/** How a page of results reads its address and writes it. @param usual Its runner at first. */
export function resultsForm(usual: ResultsRunner) {
  const fields: AddressFields<PredictorState> = {
    // An address without results shows the example.
    results: { name: "r", usual: () => FIRST_RESULTS, write: resultsCode, needed: true },
    rows: { name: "rows", usual: ({ results }) => usualRows(results.length), write: String },
    ...runnerFields(usual),
  };
  return {
    read: (parameters: URLSearchParams) => readPredictor(parameters, usual),
    search: (state: PredictorState) => addressQuery(fields, state),
  };
}

/** The predictions: of a runner who tells nothing, unless they do. */
export const PREDICTOR = resultsForm({ sex: null, age: null });
