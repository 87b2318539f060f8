import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

const fr = french({
  /** Accessible name of the card. */
  label: "Réponse",
  race: (distance: string, time: string) => `${distance} en ${time}`,
  pace: "Allure",
  speed: "Vitesse",
  lap: "400 m",
  predicted: (distance: string) => `${distance}, prédit`,
  /** Range that holds nine races of ten. */
  range: (fastest: string, slowest: string) => `9 courses sur 10 entre ${fastest} et ${slowest}`,
  at: (pace: string) => `à ${pace}`,
  mine: "Ma ligne dans le tableau",
  plan: "Plan de course",
  predictions: "Toutes les prédictions",
  zones: "Zones d’entraînement",
  around: "Le tableau autour de cette allure",
  goals: "Le tableau par temps visé",
});

/** Texts of an answer: the same keys in every language. */
export type AnswerTexts = typeof fr;

const en: AnswerTexts = {
  label: "Answer",
  race: (distance, time) => `${distance} in ${time}`,
  pace: "Pace",
  speed: "Speed",
  lap: "400 m",
  predicted: (distance) => `${distance}, predicted`,
  range: (fastest, slowest) => `9 races in 10 between ${fastest} and ${slowest}`,
  at: (pace) => `at ${pace}`,
  mine: "My row in the table",
  plan: "Race plan",
  predictions: "All predictions",
  zones: "Training zones",
  around: "The table around this pace",
  goals: "The table by goal time",
};

/** Texts of an answer, by language. */
export const ANSWER_TEXTS: Record<Language, AnswerTexts> = { fr, en };
