import { resultsForm } from "../predictor/state.ts";

/** The examples of the models: of a runner of an age, since age grades and points need one. */
export const MODELS = resultsForm({ sex: "F", age: 40 });
