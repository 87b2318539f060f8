/** Texts of the predictor. */
import type { CurveWarning } from "@mypacer/shared/domain/models/personal_curve.ts";
import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import type { SEX_UNTOLD } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of one language. */
export interface PredictorTexts {
  heading: string;
  lead: string;
  description: string;
  rowsHelp: string;
  row: (n: number) => string;
  add: string;
  remove: (n: number) => string;
  sex: string;
  sexes: Record<Sex | typeof SEX_UNTOLD, string>;
  age: string;
  ageUnit: string;
  none: string;
  says: string;
  exampleSays: string;
  vma: string;
  vmaOne: (lowest: string, highest: string) => string;
  vmaMany: (count: number) => string;
  zones: string;
  endurance: string;
  enduranceHelp: string;
  threshold: (minutes: number) => string;
  exponent: string;
  exponentHelp: string;
  criticalSpeed: string;
  reserve: (meters: string) => string;
  index: string;
  indexOf: (result: string) => string;
  warnings: Record<CurveWarning, string>;
  predictions: string;
}

/** The texts, by language. */
export const PREDICTOR_TEXTS: Record<Language, PredictorTexts> = {
  fr: french({
    heading: "Prédictions",
    lead:
      "D’un ou plusieurs résultats, un temps établi sur de vraies courses, sa fourchette, et six modèles classiques à côté.",
    description:
      "Prédiction de temps de course à partir de vos résultats : Riegel, Daniels–Gilbert, Cameron, Péronnet–Thibault, vitesse critique et courbe personnelle côte à côte, VMA et indice d’endurance estimés.",
    rowsHelp: "Distances : 10 km, 1\u202f500 m, semi, marathon… Temps : 45'00, 1h35, 3h30'00…",
    row: (n) => `Résultat ${n}`,
    add: "Ajouter une ligne",
    remove: (n) => `Retirer le résultat ${n}`,
    sex: "Sexe",
    sexes: { none: "non précisé", F: "femme", M: "homme" },
    age: "Âge",
    ageUnit: "ans, facultatif",
    none: "Donnez au moins un résultat : une distance et son temps.",
    says: "Ce que disent vos résultats",
    exampleSays: "Ce que disent ces résultats",
    vma: "VMA",
    vmaOne: (lowest, highest) =>
      `d’un seul résultat : entre ${lowest} et ${highest} ; ajoutez-en un second`,
    vmaMany: (count) => `d’après ${count} résultats`,
    zones: "Mes zones d’entraînement",
    endurance: "Indice d’endurance",
    enduranceHelp: "de −2 (excellent) à −12 (très faible)",
    threshold: (minutes) => `Seuil ${minutes}, tenu ${minutes} min`,
    exponent: "Exposant personnel",
    exponentHelp: "1,06 chez Riegel ; plus haut, la distance vous coûte davantage",
    criticalSpeed: "Vitesse critique",
    reserve: (meters) => `réserve D′ ${meters}`,
    index: "Indice Daniels–Gilbert",
    indexOf: (result) => `sur ${result}`,
    warnings: {
      "unusual-exponent":
        "exposant inhabituel : un des résultats est sans doute loin de votre valeur",
      "narrow-span": "distances trop proches : l’exposant dit peu",
      "two-records": "deux résultats : rien ne dit combien la courbe est sûre",
    },
    predictions: "Prédictions",
  }),
  en: {
    heading: "Predictor",
    lead:
      "From one or more results, a time based on real races, its range, and six classic models beside it.",
    description:
      "Race time predictor from your results: Riegel, Daniels–Gilbert, Cameron, Péronnet–Thibault, critical speed and your personal curve side by side, with MAS (VMA) and endurance estimated.",
    rowsHelp: "Distances: 10 km, 1500 m, half, marathon… Times: 45:00, 1:35:00, 3h30…",
    row: (n) => `Result ${n}`,
    add: "Add a row",
    remove: (n) => `Remove result ${n}`,
    sex: "Sex",
    sexes: { none: "not given", F: "woman", M: "man" },
    age: "Age",
    ageUnit: "years, optional",
    none: "Give at least one result: a distance and its time.",
    says: "What your results say",
    exampleSays: "What these results say",
    vma: "MAS (VMA)",
    vmaOne: (lowest, highest) =>
      `from a single result: between ${lowest} and ${highest}; add a second one`,
    vmaMany: (count) => `from ${count} results`,
    zones: "My training zones",
    endurance: "Endurance index",
    enduranceHelp: "from −2 (excellent) to −12 (very weak)",
    threshold: (minutes) => `Threshold ${minutes}, held ${minutes} min`,
    exponent: "Personal exponent",
    exponentHelp: "Riegel’s is 1.06; the higher, the more distance costs you",
    criticalSpeed: "Critical speed",
    reserve: (meters) => `reserve D′ ${meters}`,
    index: "Daniels–Gilbert index",
    indexOf: (result) => `of ${result}`,
    warnings: {
      "unusual-exponent": "unusual exponent: one of the results is likely far from your level",
      "narrow-span": "distances too close: the exponent says little",
      "two-records": "two results: nothing tells how well the curve holds",
    },
    predictions: "Predictions",
  },
};
