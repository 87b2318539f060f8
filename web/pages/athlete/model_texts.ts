import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of what models make of an athlete's records, in French. */
const fr = french({
  heading: "Ce que calculent les modèles",
  help:
    "Des calculs sur les records ci-dessus, pas un jugement : chaque modèle a ses limites, dites sous chaque chiffre.",
  figures: "En trois chiffres",
  vma: "VMA estimée",
  endurance: (index: string) => `indice d’endurance ${index}`,
  critical: "Vitesse critique",
  reserve: (meters: string) => `réserve ${meters} m`,
  exponent: "Exposant personnel",
  exponentHelp: "1,06 est l’usage ; plus bas, l’endurance l’emporte.",
  restsOn: (records: string) => `D’après ${records}.`,
  quality: (r2: string) => `R² ${r2}`,
  type: {
    speed: "Meilleurs records sur les courtes distances.",
    endurance: "Meilleurs records sur les longues distances.",
    balanced: "Records de même niveau sur toutes les distances.",
  },
  warnings: {
    "unusual-exponent": "exposant inhabituel",
    "narrow-span": "distances trop proches l’une de l’autre",
    "two-records": "deux records seulement",
  },
  ends: "Du meilleur record à celui qui a le plus de marge",
  onCurve: "Par rapport à sa propre courbe",
  byIndex: "Par l’indice Daniels–Gilbert",
  strongest: "Le meilleur",
  weakest: "Le plus de marge",
  twoMeasures:
    "Les deux mesures ne désignent pas le même record, et c’est normal : la première compare chaque record à la courbe de l’athlète, la seconde à ceux de coureurs de même niveau.",
  aligned: (time: string) => `vaudrait ${time} au niveau du reste`,
  anomalies: "Records étonnants",
  anomaly: {
    "faster-than-neighbors": "trop rapide à côté des distances voisines",
    "faster-than-any": "plus rapide que le record du monde",
  },
  plausible: (time: string) => `plausible jusqu’à ${time}`,
  curve: "Allure selon la distance",
  predictions: "Prédictions",
  scales: "Les records sur trois barèmes",
  index: "Indice Daniels–Gilbert",
  ageGrade: "À âge corrigé",
  points: "Barème World Athletics",
  mark: "Record",
  unconfirmed: "non vérifiés sur des scores publiés",
});

/** Texts of the models: the same keys in every language. */
export type ModelTexts = typeof fr;

const en: ModelTexts = {
  heading: "What the models compute",
  help:
    "Computed from the PBs above, not a verdict: each model has its limits, told below each figure.",
  figures: "In three figures",
  vma: "Estimated MAS (VMA)",
  endurance: (index) => `endurance index ${index}`,
  critical: "Critical speed",
  reserve: (meters) => `reserve ${meters} m`,
  exponent: "Personal exponent",
  exponentHelp: "1.06 is usual; lower means that endurance prevails.",
  restsOn: (records) => `From ${records}.`,
  quality: (r2) => `R² ${r2}`,
  type: {
    speed: "PBs better over short distances.",
    endurance: "PBs better over long distances.",
    balanced: "PBs of one level over all distances.",
  },
  warnings: {
    "unusual-exponent": "unusual exponent",
    "narrow-span": "distances too close to each other",
    "two-records": "two PBs only",
  },
  ends: "From the best PB to the one with most room",
  onCurve: "Against the runner’s own curve",
  byIndex: "By the Daniels–Gilbert index",
  strongest: "Best",
  weakest: "Most room",
  twoMeasures:
    "The two measures do not name the same PB, and that is no contradiction: the first compares each PB with the runner’s own curve, the second with those of runners of the same level.",
  aligned: (time) => `would be ${time} on a par with the rest`,
  anomalies: "Surprising PBs",
  anomaly: {
    "faster-than-neighbors": "too fast beside the neighbouring distances",
    "faster-than-any": "faster than the world record",
  },
  plausible: (time) => `plausible down to ${time}`,
  curve: "Pace by distance",
  predictions: "Predicted times",
  scales: "The PBs on three scales",
  index: "Daniels–Gilbert index",
  ageGrade: "Age graded",
  points: "World Athletics tables",
  mark: "PB",
  unconfirmed: "not checked against published scores",
};

/** Texts of the models in a language. */
export const MODEL_TEXTS: Record<Language, ModelTexts> = { fr, en };
