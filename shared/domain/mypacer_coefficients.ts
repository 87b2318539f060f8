/**
 * The figures of the MyPacer model, as `deno task bench:predictions --fit` prints them. Not to be
 * edited by hand.
 *
 * Source: fitted in November 2026 by quantile regression to 2,980 races of French licensed runners
 * (2,117 marathons, 863 half marathons), each with two results of the same runner in the 180 days
 * before; a half of the public set maciejkar/running_prediction_master_thesis. 88 % are men, the
 * median marathon is 3h08'40": faster than the crowd. The knots below 5 km and beyond the marathon
 * are not fitted: `bench/predictions/fit_mypacer.ts` says where from. How to redo it:
 * `docs/adr/0010-own-prediction.md`.
 */
import type { Curve } from "./mypacer_curve.ts";
import type { Ends } from "./mypacer_interval.ts";

/** All figures of the model. */
export interface Coefficients {
  curve: Curve;
  /**
   * In e-folds of the distance: how far away a result counts e times less than one over the
   * distance itself.
   */
  reach: number;
  ends: Ends;
}

/** For runners whose sex is known. */
export const SEX_TOLD: Coefficients = {
  curve: {
    knots: [
      { distance: 800, middle: -2.742, level: -0.0408, women: 0.0032, decade: 0.0012 },
      { distance: 1000, middle: -2.4854, level: -0.0408, women: 0.0032, decade: 0.0012 },
      { distance: 1500, middle: -2.0394, level: -0.0408, women: 0.0032, decade: 0.0012 },
      { distance: 3000, middle: -1.2839, level: -0.0408, women: 0.0032, decade: 0.0012 },
      { distance: 5000, middle: -0.7373, level: -0.0408, women: 0.0032, decade: 0.0012 },
      { distance: 10000, middle: 0, level: 0, women: 0, decade: 0 },
      { distance: 21097.5, middle: 0.8092, level: 0.0407, women: -0.0143, decade: -0.0018 },
      { distance: 42195, middle: 1.6042, level: 0.1937, women: -0.046, decade: -0.0061 },
      { distance: 100000, middle: 2.713, level: 0.1937, women: -0.046, decade: -0.0061 },
    ],
    levels: { lowest: -0.29, highest: 0.27 },
  },
  reach: 0.6038,
  ends: {
    fastest: {
      base: -3.0514,
      distance: 0.5485,
      gap: 0.1558,
      level: 1.4317,
      women: -0.3125,
      results: -0.0971,
    },
    slowest: {
      base: -1.9623,
      distance: 0.1896,
      gap: 0.1436,
      level: 0.2523,
      women: -0.3711,
      results: 0.0535,
    },
  },
};

/** The same for runners whose sex is not known; age is not used either. */
export const SEX_UNTOLD: Coefficients = {
  curve: {
    knots: [
      { distance: 800, middle: -2.7418, level: -0.0399, women: 0, decade: 0 },
      { distance: 1000, middle: -2.4852, level: -0.0399, women: 0, decade: 0 },
      { distance: 1500, middle: -2.0392, level: -0.0399, women: 0, decade: 0 },
      { distance: 3000, middle: -1.2836, level: -0.0399, women: 0, decade: 0 },
      { distance: 5000, middle: -0.7371, level: -0.0399, women: 0, decade: 0 },
      { distance: 10000, middle: 0, level: 0, women: 0, decade: 0 },
      { distance: 21097.5, middle: 0.8063, level: 0.0188, women: 0, decade: 0 },
      { distance: 42195, middle: 1.5944, level: 0.1284, women: 0, decade: 0 },
      { distance: 100000, middle: 2.7032, level: 0.1284, women: 0, decade: 0 },
    ],
    levels: { lowest: -0.29, highest: 0.27 },
  },
  reach: 0.4634,
  ends: {
    fastest: {
      base: -3.1426,
      distance: 0.5595,
      gap: 0.191,
      level: 1.1486,
      women: 0,
      results: -0.1101,
    },
    slowest: {
      base: -2.0028,
      distance: 0.2747,
      gap: 0.1273,
      level: 0.3367,
      women: 0,
      results: 0.0337,
    },
  },
};
