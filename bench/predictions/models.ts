/** All models of the project, fed with the two results of a race pair as the site feeds them. */
import { predictCameron } from "@mypacer/shared/domain/models/cameron.ts";
import { predictDanielsGilbert } from "@mypacer/shared/domain/models/daniels_gilbert.ts";
import type { Estimate } from "@mypacer/shared/domain/measure/estimate.ts";
import { predictMyPacer } from "@mypacer/shared/domain/models/mypacer_model.ts";
import { fitPersonalCurve, predictOnCurve } from "@mypacer/shared/domain/models/personal_curve.ts";
import { predictRiegel } from "@mypacer/shared/domain/models/riegel.ts";
import { fitVma, predictFromVma } from "@mypacer/shared/domain/models/vma.ts";
import type { JudgedModel } from "@mypacer/shared/domain/models/prediction_errors.ts";
import type { RacePair } from "./race_pairs.ts";

/** What a model says of a race, s; ends are null where it states none. */
export interface Predicted {
  time: number;
  fastest: number | null;
  slowest: number | null;
}

/** A model by the name that the last line of output has. */
export interface Model {
  name: string;
  /** What the project calls it. */
  id: JudgedModel;
  /** For people. */
  title: string;
  /** @returns Null where the model has no answer. */
  predict(pair: RacePair): Predicted | null;
}

function orNull<T extends Predicted>(answer: Estimate<T>): Predicted | null {
  if (!answer.valid) return null;
  const { time, fastest, slowest } = answer;
  return { time, fastest, slowest };
}

function predictFading({ first, race }: RacePair): Predicted | null {
  const answer = predictRiegel(first, race.distance);
  return answer.valid ? { time: answer.fadingTime, fastest: null, slowest: null } : null;
}

function predictPeronnetThibault({ first, second, race }: RacePair): Predicted | null {
  const fit = fitVma([first, second]);
  return fit.valid ? orNull(predictFromVma(fit, race.distance)) : null;
}

function predictPersonalCurve({ first, second, race }: RacePair): Predicted | null {
  const curve = fitPersonalCurve([first, second]);
  return curve.valid ? orNull(predictOnCurve(curve, race.distance)) : null;
}

/**
 * The models that were not fitted here. Those of one result start from the first, the nearest in
 * distance.
 */
export const CLASSIC_MODELS: readonly Model[] = [
  {
    name: "riegel",
    id: "riegel",
    title: "Riegel 1.06",
    predict: ({ first, race }) => orNull(predictRiegel(first, race.distance)),
  },
  { name: "riegel_fading", id: "riegelFading", title: "Riegel, fading", predict: predictFading },
  {
    name: "cameron",
    id: "cameron",
    title: "Cameron",
    predict: ({ first, race }) => orNull(predictCameron(first, race.distance)),
  },
  {
    name: "daniels_gilbert",
    id: "danielsGilbert",
    title: "Daniels–Gilbert",
    predict: ({ first, race }) => orNull(predictDanielsGilbert(first, race.distance)),
  },
  {
    name: "peronnet_thibault",
    id: "peronnetThibault",
    title: "Péronnet–Thibault, two results",
    predict: predictPeronnetThibault,
  },
  {
    name: "personal_curve",
    id: "personal",
    title: "personal curve, two results",
    predict: predictPersonalCurve,
  },
];

/** MyPacer's own model, as the site has it. */
export const MYPACER_MODELS: readonly Model[] = [
  {
    name: "mypacer_first",
    id: "mypacerFirst",
    title: "MyPacer, one result",
    predict: ({ first, race, sex, age }) =>
      orNull(predictMyPacer([first], race.distance, { sex, age })),
  },
  {
    name: "mypacer",
    id: "mypacer",
    title: "MyPacer, two results",
    predict: ({ first, second, race, sex, age }) =>
      orNull(predictMyPacer([first, second], race.distance, { sex, age })),
  },
  {
    name: "mypacer_unknown",
    id: "mypacerUnknown",
    title: "MyPacer, two, age and sex untold",
    predict: ({ first, second, race }) => orNull(predictMyPacer([first, second], race.distance)),
  },
];
