import type { Effort } from "@mypacer/shared/domain/estimate.ts";
import { queryOf } from "./query.ts";
import {
  distanceCode,
  readRaceDistance,
  readRaceTime,
  refuse,
  timeCode,
  type ToolInput,
  type ToolProblem,
  typedText,
} from "./tool_fields.ts";

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
  { distance: 5000, time: 1260 },
  { distance: 10_000, time: 2640 },
];

/** Buttons of the form: one more row, and without one (its number). */
export const ADD_ROW = "add";
export const WITHOUT_ROW = "without";

/** Rows that are drawn for some results: one more to type in, and never fewer than two. */
function usualRows(results: number): number {
  return Math.min(MAX_RESULTS, Math.max(2, results + 1));
}

/** A list of results as the URL writes it: `5000@21:00,10000@44:00`. */
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
  const problems: Record<string, ToolProblem> = {};
  if (filled.length > MAX_RESULTS) problems.r = refuse("rows", String(filled.length)).problem;
  const results = rows.flatMap(({ d, t }, row): Effort[] => {
    const distance = readRaceDistance(d);
    const time = readRaceTime(t, distance.value);
    if (distance.problem) problems[`d${row}`] = distance.problem;
    if (time.problem) problems[`t${row}`] = time.problem;
    return distance.problem || time.problem
      ? []
      : [{ distance: distance.value, time: time.value / 100 }];
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
