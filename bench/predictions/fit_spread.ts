/**
 * Fits the ends that go with each classic model's time: quantiles of actual over predicted time.
 */
import {
  type ModelSpread,
  SPREAD_MODELS,
  type SpreadEnd,
  type SpreadModel,
} from "@mypacer/shared/domain/models/classic_spread_figures.ts";
import { HALF_MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import { CLASSIC_MODELS, type Model } from "./models.ts";
import { fitQuantile } from "./quantile_fit.ts";
import type { RacePair } from "./race_pairs.ts";

/** A race as one model has it. */
interface Row {
  /** ln of actual over predicted time. */
  actual: number;
  /** ln of the race's distance over that of the nearest result. */
  gap: number;
  /** ln of the race's distance over a half marathon. */
  beyondHalf: number;
}

/** Models of one result also say what the second one alone gives. */
const OF_ONE_RESULT = new Set<SpreadModel>(["riegel", "danielsGilbert", "cameron"]);

function rowsOf(model: Model, id: SpreadModel, pairs: readonly RacePair[]): Row[] {
  const fed = OF_ONE_RESULT.has(id)
    ? pairs.flatMap((pair) => [pair, { ...pair, first: pair.second, second: pair.first }])
    : pairs;
  return fed.flatMap((pair) => {
    const predicted = model.predict(pair);
    const { race, first } = pair;
    return predicted === null ? [] : [{
      actual: Math.log(race.time / predicted.time),
      gap: Math.log(race.distance / first.distance),
      beyondHalf: Math.log(Math.max(race.distance, HALF_MARATHON) / HALF_MARATHON),
    }];
  });
}

const columnsOf = (id: SpreadModel) =>
  OF_ONE_RESULT.has(id)
    ? (["base", "gap", "beyondHalf"] as const)
    // Two results lie at one gap from the race, so nothing tells what a wider one does.
    : (["base", "beyondHalf"] as const);

function fitEnd(rows: readonly Row[], id: SpreadModel, quantile: number): SpreadEnd {
  const columns = columnsOf(id);
  const toEnd = (parameters: readonly number[]): SpreadEnd => ({
    base: 0,
    gap: 0,
    beyondHalf: 0,
    ...Object.fromEntries(columns.map((column, at) => [column, parameters[at] ?? 0])),
  });
  const parameters = fitQuantile({
    quantile,
    tolerance: 1e-7,
    observed: Float64Array.from(rows, ({ actual }) => actual),
    evaluate: (parameters) => {
      const { base, gap, beyondHalf } = toEnd(parameters);
      return Float64Array.from(rows, (row) => base + gap * row.gap + beyondHalf * row.beyondHalf);
    },
  }, columns.map(() => 0));
  return toEnd(parameters);
}

/** The ends of every classic model that has some. */
export function fitSpreads(pairs: readonly RacePair[]): Record<SpreadModel, ModelSpread> {
  const spreads = SPREAD_MODELS.map((id) => {
    const model = CLASSIC_MODELS.find((candidate) => candidate.id === id);
    if (model === undefined) throw new TypeError(`Cannot fit the ends of ${id}: no such model`);
    const rows = rowsOf(model, id, pairs);
    return [id, { below: fitEnd(rows, id, 0.05), above: fitEnd(rows, id, 0.95) }];
  });
  return Object.fromEntries(spreads);
}

const round = (value: number) => String(Number(value.toFixed(4)) + 0);
const printEnd = ({ base, gap, beyondHalf }: SpreadEnd) =>
  `{ base: ${round(base)}, gap: ${round(gap)}, beyondHalf: ${round(beyondHalf)} }`;

/** The ends as the source text that `shared/domain/models/classic_spread_figures.ts` holds. */
export function printSpreads(spreads: Record<SpreadModel, ModelSpread>): string {
  const lines = SPREAD_MODELS.map((id) =>
    `  ${id}: {
    below: ${printEnd(spreads[id].below)},
    above: ${printEnd(spreads[id].above)},
  },`
  );
  return `export const CLASSIC_SPREADS: Record<SpreadModel, ModelSpread> = {
${lines.join("\n")}
};`;
}
