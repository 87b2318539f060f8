import {
  type PredictorInput,
  predictorSearch,
  type PredictorState,
  readPredictor,
  type ResultsRunner,
} from "../predictor/state.ts";

/** The runner of a first visit: age grades and points need one. */
const EXAMPLE: ResultsRunner = { sex: "F", age: 40 };

/** Reads the parameters of a URL. */
export function readModels(parameters: URLSearchParams): PredictorInput {
  return readPredictor(parameters, EXAMPLE);
}

/** The canonical query string of the examples: empty for those of a first visit. */
export function modelsSearch(state: PredictorState): string {
  return predictorSearch(state, EXAMPLE);
}

/** How the address is read and written. */
export const MODELS = { read: readModels, search: modelsSearch };
