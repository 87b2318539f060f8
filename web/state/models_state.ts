import {
  type PredictorInput,
  predictorSearch,
  type PredictorState,
  readPredictor,
} from "./predictor_state.ts";
import { type Problems, readChoice, typedText } from "./field.ts";
import { readAge } from "./read_values.ts";

/** Sexes that tables tell apart. */
export const SEXES = ["F", "M"] as const;

/** What the examples of the models are computed for. */
export interface ModelsState extends PredictorState {
  sex: typeof SEXES[number];
  /** Years. */
  age: number;
}

/** What a URL or the form says: results as for predictions, and the runner's sex and age. */
export interface ModelsInput extends PredictorInput {
  state: ModelsState;
}

const FIRST = { sex: "F", age: 40 } as const;

/** Reads the parameters of a URL. */
export function readModels(parameters: URLSearchParams): ModelsInput {
  const input = readPredictor(parameters);
  const problems: Problems = {};
  const sex = readChoice(typedText(parameters.get("sex")), SEXES);
  if (sex.problem) problems.sex = sex.problem;
  const text = typedText(parameters.get("age")) || String(FIRST.age);
  const age = readAge(text);
  if (age.problem) problems.age = age.problem;
  return {
    ...input,
    state: { ...input.state, sex: sex.value ?? FIRST.sex, age: age.value ?? FIRST.age },
    typed: { age: text },
    problems: { ...input.problems, ...problems },
  };
}

/** The canonical query string of the examples: empty for those of a first visit. */
export function modelsSearch({ sex, age, ...results }: ModelsState): string {
  const own = new URLSearchParams();
  if (sex !== FIRST.sex) own.set("sex", sex);
  if (age !== FIRST.age) own.set("age", String(age));
  const parts = [predictorSearch(results).slice(1), String(own)].filter((part) => part !== "");
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
