/** Texts of the table of the models' errors. */
import type { JudgedModel } from "@mypacer/shared/domain/models/prediction_errors.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of one language. */
export interface ModelErrorTexts {
  heading: string;
  lead: (races: string) => string;
  sample: (men: string, medians: string) => string;
  median: (distance: string, time: string) => string;
  and: string;
  caption: (distance: string) => string;
  model: string;
  /** Heads of the columns: median error, median and mean without sign, share within, no answer. */
  columns: readonly [string, string, string, string, string];
  models: Record<JudgedModel, string>;
  redo: string;
  source: (name: string) => string;
}

/** The texts, by language. */
export const MODEL_ERROR_TEXTS: Record<Language, ModelErrorTexts> = {
  fr: french({
    heading: "Ce qu’en disent de vraies courses",
    lead: (races) =>
      `${races} courses de licenciés français, chacune avec deux résultats du même coureur dans les six mois d’avant. Chaque modèle a prédit la course d’après ces résultats ; l’erreur est en pour cent du temps couru, négative quand le modèle annonçait trop vite. MyPacer est jugé sur des courses qui n’ont pas servi à l’établir (validation croisée, dix parts).`,
    sample: (men, medians) =>
      `${men} d’hommes ; ${medians} : plus rapides que la foule. Ceux qui n’ont pas fini n’y sont pas.`,
    median: (distance, time) => `${distance.toLowerCase()} médian en ${time}`,
    and: ", ",
    caption: (distance) => `Erreurs sur ${distance.toLowerCase()}`,
    model: "Modèle",
    columns: [
      "Erreur médiane",
      "Écart médian",
      "Écart moyen",
      "Dans la fourchette à 90 %",
      "Sans réponse",
    ],
    models: {
      mypacer: "MyPacer, deux résultats",
      mypacerFirst: "MyPacer, un résultat",
      mypacerUnknown: "MyPacer, sexe et âge inconnus",
      riegel: "Riegel (1,06)",
      riegelFading: "Riegel (1,15 après le semi)",
      cameron: "Cameron",
      danielsGilbert: "Daniels–Gilbert",
      peronnetThibault: "Péronnet–Thibault, deux résultats",
      personal: "Courbe personnelle, deux résultats",
    },
    redo: "Refaire ces mesures sur d’autres courses :",
    source: (name) =>
      `Jeu public ${name}, dont une moitié a servi ici ; les résultats eux-mêmes ne sont pas dans le projet.`,
  }),
  en: {
    heading: "What real races say of them",
    lead: (races) =>
      `${races} races of French licensed runners, each with two results of the same runner in the six months before. Each model predicted the race from these results; the error is in per cent of the time that was run, below zero where the model was too fast. MyPacer is judged on races that it was not fitted to (ten-fold cross-validation).`,
    sample: (men, medians) =>
      `${men} men; ${medians}: faster than the crowd. Whoever did not finish is not among them.`,
    median: (distance, time) => `median ${distance.toLowerCase()} ${time}`,
    and: ", ",
    caption: (distance) => `Errors over the ${distance.toLowerCase()}`,
    model: "Model",
    columns: [
      "Median error",
      "Median deviation",
      "Mean deviation",
      "Within the 90% range",
      "No answer",
    ],
    models: {
      mypacer: "MyPacer, two results",
      mypacerFirst: "MyPacer, one result",
      mypacerUnknown: "MyPacer, sex and age unknown",
      riegel: "Riegel (1.06)",
      riegelFading: "Riegel (1.15 beyond the half)",
      cameron: "Cameron",
      danielsGilbert: "Daniels–Gilbert",
      peronnetThibault: "Péronnet–Thibault, two results",
      personal: "Personal curve, two results",
    },
    redo: "To measure it again on other races:",
    source: (name) =>
      `Public set ${name}, a half of which was used here; the results themselves are not in the project.`,
  },
};
