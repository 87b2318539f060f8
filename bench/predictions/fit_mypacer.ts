/**
 * Fits the coefficients of the MyPacer model to races with earlier results, and tries them on races
 * left out.
 */
import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import type { Coefficients } from "@mypacer/shared/domain/models/mypacer_coefficients.ts";
import {
  type Curve,
  type Knot,
  type LevelLimits,
  levelOfResult,
} from "@mypacer/shared/domain/models/mypacer_curve.ts";
import {
  type End,
  type EndsOf,
  intervalOf,
} from "@mypacer/shared/domain/models/mypacer_interval.ts";
import { predictWith } from "@mypacer/shared/domain/models/mypacer_model.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import { fitQuantile } from "./quantile_fit.ts";
import type { RacePair } from "./race_pairs.ts";

/** Which results a prediction rests on. */
const RESULT_CHOICES = ["first", "second", "both"] as const;
export type ResultChoice = typeof RESULT_CHOICES[number];

/** The results that a prediction rests on. */
function resultsOf({ first, second }: RacePair, choice: ResultChoice): Effort[] {
  return choice === "both" ? [first, second] : [choice === "first" ? first : second];
}

/**
 * Exponents of time by distance outside of the fitted knots, which the sample says nothing of. Up
 * to 5 km: halfway between the Daniels–Gilbert formula for 10 km in 40 min and the best of the
 * world; beyond the marathon: the best of the world over 100 km and the marathon. All as of
 * November 2026.
 */
const CARRIED = {
  shorter: [
    { from: 3000, to: 5000, exponent: 1.07 },
    { from: 1500, to: 3000, exponent: 1.09 },
    { from: 1000, to: 1500, exponent: 1.1 },
    { from: 800, to: 1000, exponent: 1.15 },
  ],
  longer: [{ from: MARATHON, to: 100_000, exponent: 1.285 }],
} as const;

/**
 * Where the fit starts: a runner with the exponent 1.08 up to the half marathon, 1.14 beyond it.
 */
function startingKnots(): Knot[] {
  const blank = { level: 0, women: 0, decade: 0 };
  const [tenKm, half, marathon] = [10_000, HALF_MARATHON, MARATHON];
  const knots: Knot[] = [
    { distance: 5000, middle: -1.08 * Math.LN2, ...blank },
    { distance: tenKm, middle: 0, ...blank },
    { distance: half, middle: 1.08 * Math.log(half / tenKm), ...blank },
    {
      distance: marathon,
      middle: 1.08 * Math.log(half / tenKm) + 1.14 * Math.log(marathon / half),
      ...blank,
    },
  ];
  const middleAt = (distance: number) => cell(knots, distance, "middle");
  for (const { from, to, exponent } of CARRIED.shorter) {
    const middle = middleAt(to) - exponent * Math.log(to / from);
    knots.unshift({ distance: from, middle, ...blank });
  }
  for (const { from, to, exponent } of CARRIED.longer) {
    const middle = middleAt(from) + exponent * Math.log(to / from);
    knots.push({ distance: to, middle, ...blank });
  }
  return knots;
}

const STARTING_END: End = {
  base: -2.5,
  distance: 0,
  gap: 0,
  level: 0,
  women: 0,
  results: 0,
  disagreement: 0.5,
};

/**
 * Coefficients before anything is fitted, but for the levels, which the runners' first results
 * give.
 */
export function startingCoefficients(pairs: readonly RacePair[]): Coefficients {
  const levels = { lowest: -1, highest: 1 };
  const curve = { knots: startingKnots(), levels };
  return {
    curve: { ...curve, levels: levelsOf(curve, pairs) },
    reach: 1,
    ends: { fastest: STARTING_END, slowest: STARTING_END },
  };
}

/** The levels between which 98 % of the runners lie, by their first results. */
function levelsOf(curve: Curve, pairs: readonly RacePair[]): LevelLimits {
  const levels = pairs.map(({ first }) => levelOfResult(curve, first, {})).sort((a, b) => a - b);
  const at = (share: number) =>
    Number((levels[Math.round(share * (levels.length - 1))] ?? NaN).toFixed(2));
  return { lowest: at(0.01), highest: at(0.99) };
}

/** A race and the results it is predicted from. */
interface Case {
  pair: RacePair;
  results: Effort[];
}

const FITTED_KNOTS = [5000, HALF_MARATHON, MARATHON] as const;
type Column = Exclude<keyof Knot, "distance">;
const COLUMNS = {
  told: ["middle", "level", "women", "decade"],
  untold: ["middle", "level"],
} as const;

/** Whether the sex of runners is used: without it age is not either. */
export type Variant = keyof typeof COLUMNS;

const END_COLUMNS = {
  told: ["base", "distance", "gap", "level", "women", "results", "disagreement"],
  untold: ["base", "distance", "gap", "level", "results", "disagreement"],
} as const;

function cell(knots: readonly Knot[], distance: number, column: Column): number {
  return knots.find((knot) => knot.distance === distance)?.[column] ?? 0;
}

/** The figures that are fitted, in one list. */
function toParameters({ curve, reach }: Coefficients, variant: Variant): number[] {
  return [
    Math.log(reach),
    ...COLUMNS[variant].flatMap((column) =>
      FITTED_KNOTS.map((distance) => cell(curve.knots, distance, column))
    ),
  ];
}

/**
 * Puts fitted figures into coefficients. Knots beyond the fitted ones move with the outermost of
 * these.
 */
function withParameters(
  coefficients: Coefficients,
  variant: Variant,
  [logReach = 0, ...figures]: readonly number[],
): Coefficients {
  const { curve } = coefficients;
  const knots = curve.knots.map((knot) => ({ ...knot }));
  COLUMNS[variant].forEach((column, c) => {
    FITTED_KNOTS.forEach((distance, k) => {
      const change = (figures[c * FITTED_KNOTS.length + k] ?? 0) -
        cell(curve.knots, distance, column);
      for (const knot of knots) {
        const follows = distance === 5000
          ? knot.distance <= distance
          : distance === MARATHON
          ? knot.distance >= distance
          : knot.distance === distance;
        if (follows) knot[column] += change;
      }
    });
  });
  return { ...coefficients, curve: { ...curve, knots }, reach: Math.exp(logReach) };
}

const runnerOf = ({ sex, age }: RacePair, variant: Variant) =>
  variant === "told" ? { sex, age } : {};

function predictCase(coefficients: Coefficients, { pair, results }: Case, variant: Variant) {
  return predictWith(coefficients, results, {
    distance: pair.race.distance,
    runner: runnerOf(pair, variant),
  });
}

/**
 * The quantile that the middle is fitted to. The error of predictions is lopsided, since people
 * fade: its median is nearest to nothing at 0.5, its mean and median absolute at some 0.46. This is
 * as far towards these as the median stays within 0.2 % of nothing.
 */
const MIDDLE = 0.485;
/** Shares of the loss that end the fit. An end is flat near its best, yet shall hold its share. */
const TOLERANCE = { middle: 2e-4, ends: 1e-7 } as const;

/** Fits the curve to ln of the times. */
function fitCurve(start: Coefficients, cases: readonly Case[], variant: Variant): Coefficients {
  const parameters = fitQuantile({
    quantile: MIDDLE,
    tolerance: TOLERANCE.middle,
    observed: Float64Array.from(cases, ({ pair }) => Math.log(pair.race.time)),
    evaluate: (parameters) => {
      const coefficients = withParameters(start, variant, parameters);
      return Float64Array.from(
        cases,
        (one) => Math.log(predictCase(coefficients, one, variant).time),
      );
    },
  }, toParameters(start, variant));
  return withParameters(start, variant, parameters);
}

/**
 * The quantiles that the ends are fitted to: of races that a fit has not seen, 0.4 % fewer lie
 * between the ends than of those it has, and nine in ten shall.
 */
const ENDS = { fastest: 0.048, slowest: 0.952 } as const;
/**
 * How much an end counts the disagreement of results, at least. On the fast side the sample asks
 * for nothing, but its results hardly disagree: nobody in it is as torn as a visitor may be.
 */
const LEAST_DISAGREEMENT = 0.25;

/** Fits one end to ln of the actual over the predicted time. */
function fitEnd(
  start: End,
  { side, rows, variant }: {
    side: "fastest" | "slowest";
    rows: readonly { actual: number; of: EndsOf }[];
    variant: Variant;
  },
): End {
  const columns = END_COLUMNS[variant];
  const toEnd = (parameters: readonly number[]): End => ({
    ...start,
    ...Object.fromEntries(columns.map((column, at) => [column, parameters[at] ?? 0])),
    disagreement: Math.max(
      LEAST_DISAGREEMENT,
      parameters[columns.indexOf("disagreement")] ?? 0,
    ),
  });
  const parameters = fitQuantile({
    quantile: ENDS[side],
    tolerance: TOLERANCE.ends,
    observed: Float64Array.from(rows, ({ actual }) => actual),
    evaluate: (parameters) => {
      const end = toEnd(parameters);
      const ends = { fastest: end, slowest: end };
      return Float64Array.from(rows, ({ of }) => Math.log(intervalOf(ends, of)[side]));
    },
  }, columns.map((column) => start[column]));
  return toEnd(parameters);
}

const toCases = (pairs: readonly RacePair[]): Case[] =>
  pairs.flatMap((pair) => RESULT_CHOICES.map((on) => ({ pair, results: resultsOf(pair, on) })));

/**
 * Fits all figures of one variant.
 *
 * @param start Where the fit starts; knots beyond the sample, levels and what a variant does not
 *   use stay.
 */
export function fitCoefficients(
  start: Coefficients,
  pairs: readonly RacePair[],
  variant: Variant,
): Coefficients {
  const cases = toCases(pairs);
  const fitted = fitCurve(start, cases, variant);
  const rows = cases.map((one) => {
    const { time, of } = predictCase(fitted, one, variant);
    return { actual: Math.log(one.pair.race.time / time), of };
  });
  const { fastest, slowest } = fitted.ends;
  return {
    ...fitted,
    ends: {
      fastest: fitEnd(fastest, { side: "fastest", rows, variant }),
      slowest: fitEnd(slowest, { side: "slowest", rows, variant }),
    },
  };
}

/**
 * Numbers in [0, 1) from a seed: the same on every machine. Source: mulberry32 of T. Ettinger,
 * public domain.
 */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The part, 0 to `parts` − 1, that each of `count` races belongs to: parts as equal as can be,
 * shuffled.
 */
export function foldsOf(count: number, parts: number, seed: number): number[] {
  const random = seeded(seed);
  const folds = Array.from({ length: count }, (_, at) => at % parts);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [folds[i], folds[j]] = [folds[j] ?? 0, folds[i] ?? 0];
  }
  return folds;
}

/**
 * For each race, coefficients that were fitted without it.
 *
 * @param start Coefficients of the whole sample: each fit starts there.
 */
export function crossValidate(
  start: Coefficients,
  pairs: readonly RacePair[],
  { variant, parts, seed }: { variant: Variant; parts: number; seed: number },
): Coefficients[] {
  const folds = foldsOf(pairs.length, parts, seed);
  const byFold = Array.from(
    { length: parts },
    (_, fold) => fitCoefficients(start, pairs.filter((_, at) => folds[at] !== fold), variant),
  );
  return folds.map((fold) => byFold[fold] ?? start);
}
