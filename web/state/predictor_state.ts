import type { Effort } from "@mypacer/shared/domain/estimate.ts";
import { type Notes, type Problems, refuse, typedText } from "./field.ts";
import { queryOf } from "./query.ts";
import { distanceCode, readRace, timeCode, type ToolInput } from "./tool_fields.ts";

/** Results that are read; more would not fit a form, nor say more. */
export const MAX_RESULTS = 8;

/** What predictions rest on. */
export interface PredictorState {
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

/** Reads the parameters of a URL. */
export function readPredictor(parameters: URLSearchParams): PredictorInput {
  const without = parameters.get(WITHOUT_ROW);
  const given = givenRows(parameters)
    .filter((_, row) => without === null || row !== Number(without));
  const filled = given.filter(({ d, t }) => d !== "" || t !== "");
  const rows = filled.slice(0, MAX_RESULTS);
  const problems: Problems = {};
  const notes: Notes = {};
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
    state: { results, rows: count },
    typed: {},
    notes,
    problems,
    rows: [...rows, ...Array.from({ length: count - rows.length }, () => ({ d: "", t: "" }))],
  };
}

/** The canonical query string of predictions: empty for those of a first visit. */
export function predictorSearch({ results, rows }: PredictorState): string {
  const code = resultsCode(results);
  const parameters: [string, string][] = [];
  if (code !== resultsCode(FIRST_RESULTS)) parameters.push(["r", code]);
  if (rows !== usualRows(results.length)) parameters.push(["rows", String(rows)]);
  return queryOf(parameters);
}
