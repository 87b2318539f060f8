/**
 * How far races lie from the prediction of a classic model, as `deno task bench:predictions --fit`
 * prints it. Not to be edited by hand.
 *
 * Source: quantile regression (5 % and 95 %) of actual over predicted time, of the races that
 * `mypacer_coefficients.ts` is fitted to.
 */

/** Models with such ends, by the fields of a prediction. */
export const SPREAD_MODELS = [
  "riegel",
  "cameron",
  "danielsGilbert",
  "peronnetThibault",
  "personal",
] as const;
export type SpreadModel = typeof SPREAD_MODELS[number];

/** One end: ln of actual over predicted time, as a sum. */
export interface SpreadEnd {
  base: number;
  /** For each e-fold between the distance and the nearest result; 0 for models of two results. */
  gap: number;
  /** For each e-fold of the distance beyond a half marathon. */
  beyondHalf: number;
}

/** The ends of a model. */
export interface ModelSpread {
  below: SpreadEnd;
  above: SpreadEnd;
}

/** Ends by model. */
export const CLASSIC_SPREADS: Record<SpreadModel, ModelSpread> = {
  riegel: {
    below: { base: -0.0325, gap: -0.0021, beyondHalf: 0.0239 },
    above: { base: 0.1261, gap: 0.039, beyondHalf: 0.1093 },
  },
  cameron: {
    below: { base: -0.0325, gap: -0.0011, beyondHalf: -0.0047 },
    above: { base: 0.1259, gap: 0.0403, beyondHalf: 0.0805 },
  },
  danielsGilbert: {
    below: { base: -0.0316, gap: -0.0024, beyondHalf: 0.0209 },
    above: { base: 0.1238, gap: 0.0413, beyondHalf: 0.1092 },
  },
  peronnetThibault: {
    below: { base: -0.0682, gap: 0, beyondHalf: 0.0035 },
    above: { base: 0.1542, gap: 0, beyondHalf: 0.0727 },
  },
  personal: {
    below: { base: -0.0679, gap: 0, beyondHalf: 0.007 },
    above: { base: 0.1641, gap: 0, beyondHalf: 0.0745 },
  },
};
