/** Texts of the predicted times, on the predictor's page and on an athlete's. */
import type { ModelName } from "./model_names.ts";
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

/** Texts of one language. */
export interface PredictionTexts {
  caption: string;
  distance: string;
  models: Record<ModelName, string>;
  /** Words before the range of a figure, for screen readers. */
  interval: string;
  fading: (time: string) => string;
  /** The runner's own best over the distance of a row. */
  own: (time: string) => string;
  help: string;
  explained: string;
}

/** The texts, by language. */
export const PREDICTION_TEXTS: Record<Language, PredictionTexts> = {
  fr: french({
    caption: "Temps prévus par distance et par modèle",
    distance: "Distance",
    models: {
      mypacer: "MyPacer",
      personal: "Courbe personnelle",
      riegel: "Riegel",
      danielsGilbert: "Daniels–Gilbert",
      cameron: "Cameron",
      peronnetThibault: "Péronnet–Thibault",
      criticalSpeed: "Vitesse critique",
    },
    interval: "9 courses sur 10 :",
    fading: (time) => `${time} si l’on faiblit`,
    own: (time) => `couru en ${time}`,
    help:
      "MyPacer : notre modèle, établi sur les courses de vrais coureurs ; à côté, six modèles classiques. Sous chaque temps, la fourchette où finissent neuf courses sur dix. « Prolongé » : le modèle est poussé au-delà de ce pour quoi il a été établi, et sa fourchette s’élargit. Sur une distance déjà courue, les modèles donnent le temps que prédisent les autres résultats.",
    explained: "Chaque modèle expliqué : formule, source, limites",
  }),
  en: {
    caption: "Predicted times by distance and model",
    distance: "Distance",
    models: {
      mypacer: "MyPacer",
      personal: "Personal curve",
      riegel: "Riegel",
      danielsGilbert: "Daniels–Gilbert",
      cameron: "Cameron",
      peronnetThibault: "Péronnet–Thibault",
      criticalSpeed: "Critical speed",
    },
    interval: "9 races out of 10:",
    fading: (time) => `${time} if endurance falls short`,
    own: (time) => `run in ${time}`,
    help:
      "MyPacer: our own model, fitted on races of real runners; beside it six classic models. Below each time, the range in which nine races out of ten end. “Extended”: the model is carried further than it was made for, and its range gets wider. Over a distance already run, the models show what the other results predict.",
    explained: "Every model explained: formula, source, limits",
  },
};
