/**
 * Errors of each model's predictions for real races, as `deno task bench:predictions --fit` prints
 * it. Not to be edited by hand.
 *
 * MyPacer's own model is judged by ten-fold cross-validation: each race by coefficients that were
 * fitted without it. How to redo it: `docs/adr/0010-own-prediction.md`.
 */

/**
 * Models that were judged; of `mypacer`, from the nearest result alone, and without sex and age.
 */
export const JUDGED_MODELS = [
  "mypacer",
  "mypacerFirst",
  "mypacerUnknown",
  "riegel",
  "riegelFading",
  "cameron",
  "danielsGilbert",
  "peronnetThibault",
  "personal",
] as const;
export type JudgedModel = typeof JUDGED_MODELS[number];

/** The errors of a model over one distance, in per cent of the time that was run. */
export interface ModelErrors {
  model: JudgedModel;
  /** Meters. */
  distance: number;
  /** Races that were predicted. */
  races: number;
  /** Races without an answer, which count in none of the figures below. */
  none: number;
  /** Median error: below 0 too fast. */
  bias: number;
  /** Mean of the errors without their sign. */
  meanAbsolute: number;
  /** Median of the errors without their sign. */
  medianAbsolute: number;
  /** Nine of ten errors are no larger, without their sign. */
  within90: number;
  /**
   * Share of races between the ends of the stated interval, which should be 90; null without one.
   */
  coverage: number | null;
}

/** The sample of races. */
export interface ErrorSample {
  /** Repository of the public set; a half of it was used here. */
  source: string;
  /** Year and month of the fit. */
  fitted: string;
  races: number;
  /** Per cent. */
  men: number;
  /** Median times, s, by distance (m). */
  medianTimes: readonly { distance: number; races: number; time: number }[];
}

/** The sample, and when it was fitted. */
export const ERROR_SAMPLE: ErrorSample = {
  source: "maciejkar/running_prediction_master_thesis",
  fitted: "2026-11",
  races: 2980,
  men: 88,
  medianTimes: [
    { distance: 21097.5, races: 863, time: 5087 },
    { distance: 42195, races: 2117, time: 11320 },
  ],
};

/** Errors by distance, short to long, and model. */
export const PREDICTION_ERRORS: readonly ModelErrors[] = [
  {
    model: "riegel",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -1.55,
    meanAbsolute: 4.25,
    medianAbsolute: 2.58,
    within90: 9.46,
    coverage: 91.08,
  },
  {
    model: "riegelFading",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -1.55,
    meanAbsolute: 4.25,
    medianAbsolute: 2.58,
    within90: 9.46,
    coverage: null,
  },
  {
    model: "cameron",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -1.62,
    meanAbsolute: 4.28,
    medianAbsolute: 2.59,
    within90: 9.53,
    coverage: 91.08,
  },
  {
    model: "danielsGilbert",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -1.25,
    meanAbsolute: 4.19,
    medianAbsolute: 2.56,
    within90: 9.1,
    coverage: 89.34,
  },
  {
    model: "peronnetThibault",
    distance: 21097.5,
    races: 863,
    none: 178,
    bias: -1.54,
    meanAbsolute: 4.94,
    medianAbsolute: 3.56,
    within90: 10.19,
    coverage: 89.49,
  },
  {
    model: "personal",
    distance: 21097.5,
    races: 863,
    none: 2,
    bias: -2.32,
    meanAbsolute: 5.49,
    medianAbsolute: 3.94,
    within90: 11.77,
    coverage: 89.31,
  },
  {
    model: "mypacerFirst",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -0.13,
    meanAbsolute: 4.07,
    medianAbsolute: 2.75,
    within90: 8.19,
    coverage: 91.08,
  },
  {
    model: "mypacer",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -0.14,
    meanAbsolute: 4.06,
    medianAbsolute: 2.64,
    within90: 8.17,
    coverage: 90.03,
  },
  {
    model: "mypacerUnknown",
    distance: 21097.5,
    races: 863,
    none: 0,
    bias: -0.14,
    meanAbsolute: 4.06,
    medianAbsolute: 2.64,
    within90: 8.3,
    coverage: 90.03,
  },
  {
    model: "riegel",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -4.81,
    meanAbsolute: 6.86,
    medianAbsolute: 4.81,
    within90: 15.37,
    coverage: 89.32,
  },
  {
    model: "riegelFading",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: 1.31,
    meanAbsolute: 5.53,
    medianAbsolute: 4.37,
    within90: 10.22,
    coverage: null,
  },
  {
    model: "cameron",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -2.98,
    meanAbsolute: 5.85,
    medianAbsolute: 3.76,
    within90: 13.74,
    coverage: 88.99,
  },
  {
    model: "danielsGilbert",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -4.75,
    meanAbsolute: 6.84,
    medianAbsolute: 4.75,
    within90: 15.35,
    coverage: 89.56,
  },
  {
    model: "peronnetThibault",
    distance: 42195,
    races: 2117,
    none: 248,
    bias: -3.8,
    meanAbsolute: 6.71,
    medianAbsolute: 5.05,
    within90: 14.36,
    coverage: 89.51,
  },
  {
    model: "personal",
    distance: 42195,
    races: 2117,
    none: 10,
    bias: -4.34,
    meanAbsolute: 7.09,
    medianAbsolute: 5.35,
    within90: 15.22,
    coverage: 90.18,
  },
  {
    model: "mypacerFirst",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -0.18,
    meanAbsolute: 5.19,
    medianAbsolute: 3.53,
    within90: 10.97,
    coverage: 90.27,
  },
  {
    model: "mypacer",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -0.14,
    meanAbsolute: 5.1,
    medianAbsolute: 3.41,
    within90: 10.67,
    coverage: 89.84,
  },
  {
    model: "mypacerUnknown",
    distance: 42195,
    races: 2117,
    none: 0,
    bias: -0.13,
    meanAbsolute: 5.2,
    medianAbsolute: 3.49,
    within90: 10.75,
    coverage: 90.08,
  },
];
