/** The error table of all models, for people and as data. */
import { setTable } from "../table_report.ts";
import { type Errors, errorsOf, type JudgedRace, type Third, THIRDS, thirdsOf } from "./errors.ts";
import type { Model, Predicted } from "./models.ts";
import type { RacePair } from "./race_pairs.ts";

/** A model with what it says of each race, in the order of the races. */
export interface ModelAnswers {
  model: Pick<Model, "name" | "id" | "title">;
  predicted: readonly (Predicted | null)[];
}

/** Asks a model for every race. */
export function answersOf(model: Model, pairs: readonly RacePair[]): ModelAnswers {
  return { model, predicted: pairs.map((pair) => model.predict(pair)) };
}

/** Races over one distance, with the third of the field that each belongs to. */
interface Field {
  /** Meters. */
  distance: number;
  /** Places in the list of races. */
  races: number[];
  /** By the time that was run. */
  byTime: Third[];
  /** By the result that came before, brought to one distance by pace. */
  byFirst: Third[];
}

function fieldsOf(pairs: readonly RacePair[]): Field[] {
  const distances = [...new Set(pairs.map(({ race }) => race.distance))].sort((a, b) => a - b);
  return distances.map((distance) => {
    const races = pairs.flatMap(({ race }, at) => race.distance === distance ? [at] : []);
    const of = (time: (pair: RacePair) => number) =>
      thirdsOf(races.map((at) => time(pairs[at] as RacePair)));
    return {
      distance,
      races,
      byTime: of(({ race }) => race.time),
      byFirst: of(({ first }) => first.time / first.distance),
    };
  });
}

function judge(
  { predicted }: ModelAnswers,
  pairs: readonly RacePair[],
  races: readonly number[],
): JudgedRace[] {
  return races.map((at) => ({
    actual: pairs[at]?.race.time ?? NaN,
    predicted: predicted[at] ?? null,
  }));
}

/** The errors of one model over all races, by distance, and by third of the field. */
export interface ModelReport extends Errors {
  by_distance: Record<string, DistanceReport>;
}

/** The errors of one model over one distance. */
export interface DistanceReport extends Errors {
  /** By the time that was run: whoever had a bad day is in the slow third. */
  thirds: Record<Third, Errors>;
  /** By the first result, which is known before the race. */
  thirds_by_first: Record<Third, Errors>;
  women: Errors;
  men: Errors;
}

/** The errors of each model, by its name. */
export function reportOf(
  answers: readonly ModelAnswers[],
  pairs: readonly RacePair[],
): Record<string, ModelReport> {
  const fields = fieldsOf(pairs);
  const all = pairs.map((_, at) => at);
  const report = (of: ModelAnswers): ModelReport => {
    const errors = (races: readonly number[]) => errorsOf(judge(of, pairs, races));
    const byThird = (races: readonly number[], thirds: readonly Third[]) =>
      Object.fromEntries(
        THIRDS.map((third) => [third, errors(races.filter((_, at) => thirds[at] === third))]),
      ) as Record<Third, Errors>;
    const bySex = (races: readonly number[], sex: "F" | "M") =>
      errors(races.filter((at) => pairs[at]?.sex === sex));
    return {
      ...errors(all),
      by_distance: Object.fromEntries(fields.map(({ distance, races, byTime, byFirst }) => [
        String(distance),
        {
          ...errors(races),
          thirds: byThird(races, byTime),
          thirds_by_first: byThird(races, byFirst),
          women: bySex(races, "F"),
          men: bySex(races, "M"),
        },
      ])),
    };
  };
  return Object.fromEntries(answers.map((of) => [of.model.name, report(of)]));
}

const show = (value: number | null, signed = false) =>
  value === null ? "–" : (signed && value > 0 ? "+" : "") + value.toFixed(1);

const mainRow = (title: string, errors: Errors) => [
  title,
  String(errors.n),
  String(errors.none),
  show(errors.bias, true),
  show(errors.mae),
  show(errors.median_abs),
  show(errors.within_90),
  show(errors.coverage),
];

const MAIN = [
  { title: "model", text: true },
  ...["races", "none", "bias", "mean", "median", "90 % in", "covered"].map((title) => ({ title })),
];
const BY_THIRD = [
  { title: "model", text: true },
  ...THIRDS.flatMap((third) =>
    [`${third}: bias`, "mean", "median", "covered"].map((title) => ({ title }))
  ),
];

/** The tables for people. */
export function setReport(
  answers: readonly ModelAnswers[],
  report: Record<string, ModelReport>,
): string {
  const [first] = Object.values(report);
  const distances = Object.keys(first?.by_distance ?? {});
  const parts = distances.map((distance) => {
    const rows = answers.flatMap(({ model: { name, title } }) => {
      const of = report[name]?.by_distance[distance];
      return of === undefined ? [] : [{ title, of }];
    });
    const thirds = (key: "thirds" | "thirds_by_first") =>
      setTable(
        BY_THIRD,
        rows.map(({ title, of }) => [
          title,
          ...THIRDS.flatMap((third) => {
            const { bias, mae, median_abs, coverage } = of[key][third];
            return [show(bias, true), show(mae), show(median_abs), show(coverage)];
          }),
        ]),
      );
    return [
      `Races over ${distance} m. Errors in per cent of the time that was run.`,
      "",
      setTable(MAIN, rows.map(({ title, of }) => mainRow(title, of))),
      "",
      "Thirds of the field by the time that was run (a bad day makes slow):",
      "",
      thirds("thirds"),
      "",
      "Thirds of the field by the result before it:",
      "",
      thirds("thirds_by_first"),
    ].join("\n");
  });
  return parts.join("\n\n");
}
