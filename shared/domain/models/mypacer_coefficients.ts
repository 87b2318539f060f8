/**
 * The figures of the MyPacer model, as `deno task bench:predictions --fit` prints them. Not to be
 * edited by hand.
 *
 * Source: fitted in November 2026 by quantile regression to 2,980 races of French licensed runners
 * (2,117 marathons, 863 half marathons), each with two results of the same runner in the 180 days
 * before; a half of the public set maciejkar/running_prediction_master_thesis. 88 % are men, the
 * median marathon is 3h08'40": faster than the crowd. Knots below 5 km and beyond the marathon are
 * not fitted: `bench/predictions/fit_mypacer.ts` says where they come from. How to redo it:
 * `docs/adr/0010-own-prediction.md`.
 */
import type { Curve } from "./mypacer_curve.ts";
import type { Ends } from "./mypacer_interval.ts";

/** All figures of the model. */
export interface Coefficients {
  curve: Curve;
  /**
   * How far away, in e-folds of the distance, a result counts e times less than one over the
   * distance itself.
   */
  reach: number;
  ends: Ends;
}

/** For runners whose sex is known. */
export const WITH_SEX: Coefficients = {
  curve: {
    knots: [
      { distance: 800, middle: -2.742, level: -0.0415, women: 0.0031, decade: 0.0013 },
      { distance: 1000, middle: -2.4854, level: -0.0415, women: 0.0031, decade: 0.0013 },
      { distance: 1500, middle: -2.0394, level: -0.0415, women: 0.0031, decade: 0.0013 },
      { distance: 3000, middle: -1.2839, level: -0.0415, women: 0.0031, decade: 0.0013 },
      { distance: 5000, middle: -0.7373, level: -0.0415, women: 0.0031, decade: 0.0013 },
      { distance: 10000, middle: 0, level: 0, women: 0, decade: 0 },
      { distance: 21097.5, middle: 0.8091, level: 0.0409, women: -0.0144, decade: -0.0018 },
      { distance: 42195, middle: 1.6042, level: 0.1946, women: -0.046, decade: -0.0062 },
      { distance: 100000, middle: 2.713, level: 0.1946, women: -0.046, decade: -0.0062 },
    ],
    levels: { lowest: -0.29, highest: 0.27 },
  },
  reach: 0.6057,
  ends: {
    fastest: {
      base: -3.118,
      distance: 0.605,
      gap: 0.1781,
      level: 1.1074,
      women: -0.3254,
      results: -0.1468,
      disagreement: 0.25,
    },
    slowest: {
      base: -1.9254,
      distance: 0.1668,
      gap: 0.1444,
      level: 0.2055,
      women: -0.391,
      results: -0.1755,
      disagreement: 1.6449,
    },
  },
};

/** For runners of unknown sex; age is not used either. */
export const WITHOUT_SEX: Coefficients = {
  curve: {
    knots: [
      { distance: 800, middle: -2.7419, level: -0.041, women: 0, decade: 0 },
      { distance: 1000, middle: -2.4853, level: -0.041, women: 0, decade: 0 },
      { distance: 1500, middle: -2.0392, level: -0.041, women: 0, decade: 0 },
      { distance: 3000, middle: -1.2837, level: -0.041, women: 0, decade: 0 },
      { distance: 5000, middle: -0.7371, level: -0.041, women: 0, decade: 0 },
      { distance: 10000, middle: 0, level: 0, women: 0, decade: 0 },
      { distance: 21097.5, middle: 0.8063, level: 0.0188, women: 0, decade: 0 },
      { distance: 42195, middle: 1.5944, level: 0.129, women: 0, decade: 0 },
      { distance: 100000, middle: 2.7032, level: 0.129, women: 0, decade: 0 },
    ],
    levels: { lowest: -0.29, highest: 0.27 },
  },
  reach: 0.4603,
  ends: {
    fastest: {
      base: -3.187,
      distance: 0.6075,
      gap: 0.2021,
      level: 0.8576,
      women: 0,
      results: -0.1957,
      disagreement: 0.25,
    },
    slowest: {
      base: -1.9761,
      distance: 0.2626,
      gap: 0.1268,
      level: 0.246,
      women: 0,
      results: -0.2314,
      disagreement: 1.9423,
    },
  },
};
