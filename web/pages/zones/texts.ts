/** Texts of the training zones. */
import type { VMA_SOURCES } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";

/** Texts of one language. */
export interface ZonesTexts {
  heading: string;
  lead: string;
  description: string;
  title: (vma: string) => string;
  by: string;
  sources: Record<typeof VMA_SOURCES[number], string>;
  vma: string;
  vmaHelp: string;
  result: string;
  estimated: (result: string) => string;
  between: (lowest: string, highest: string) => string;
  notEstimated: string;
  better: string;
  zones: string;
  zone: string;
  share: string;
  /** Typical training in a zone, by its key. */
  uses: Readonly<Record<string, string>>;
  andMore: (from: string) => string;
  ranges: string;
  times: string;
  timesCaption: (vma: string) => string;
  shareOfVma: string;
}

/** The texts, by language. */
export const ZONES_TEXTS: Record<Language, ZonesTexts> = {
  fr: {
    heading: "Zones d’entraînement",
    lead: "Votre VMA, sept zones en allure et en vitesse, et vos temps du 200 au 3000 m.",
    description:
      "Zones d’entraînement de course à pied selon la VMA : endurance fondamentale, seuil 60, seuil 30, VMA longue et courte, en allure, en vitesse et en temps sur 200, 300, 400, 1000 m.",
    title: (vma) => `VMA ${vma}`,
    by: "Partir de",
    sources: { vma: "ma VMA", result: "un résultat" },
    vma: "VMA",
    vmaHelp: "De 5 à 30 km/h.",
    result: "Résultat",
    estimated: (result) => `VMA estimée sur ${result}`,
    between: (lowest, highest) => `entre ${lowest} et ${highest}, selon votre endurance`,
    notEstimated: "Ce résultat ne dit rien de votre VMA",
    better: "Deux résultats sur des distances différentes donnent une VMA plus sûre.",
    zones: "Les zones",
    zone: "Zone",
    share: "% VMA",
    uses: {
      easy: "footing, récupération, sortie longue",
      marathon: "sortie longue active, blocs allure marathon",
      threshold60: "allure semi, blocs de 10 à 20 min",
      threshold30: "allure 10 km, répétitions de 5 à 10 min",
      longVma: "répétitions de 2 à 6 min, 600 à 1500 m",
      shortVma: "30/30, répétitions de 200 à 500 m",
      speed: "lignes droites, 60 à 200 m",
    },
    andMore: (from) => `${from} et plus`,
    ranges: "Les bornes varient d’un entraîneur à l’autre ; celles-ci sont les plus courantes.",
    times: "Temps par distance",
    timesCaption: (vma) => `Temps par distance et part de la VMA, pour une VMA de ${vma}`,
    shareOfVma: "% VMA",
  },
  en: {
    heading: "Training zones",
    lead: "Your VMA, seven zones in pace and speed, and your times from 200 to 3000 m.",
    description:
      "Running training zones by VMA (maximal aerobic speed): easy, marathon pace, thresholds, long and short intervals, as pace, speed and times over 200, 300, 400, 1000 m.",
    title: (vma) => `VMA ${vma}`,
    by: "Start from",
    sources: { vma: "my VMA", result: "a result" },
    vma: "VMA, maximal aerobic speed",
    vmaHelp: "From 5 to 30 km/h.",
    result: "Result",
    estimated: (result) => `VMA estimated from ${result}`,
    between: (lowest, highest) => `between ${lowest} and ${highest}, depending on your endurance`,
    notEstimated: "This result says nothing of your VMA",
    better: "Two results over different distances give a VMA to rely on.",
    zones: "The zones",
    zone: "Zone",
    share: "% VMA",
    uses: {
      easy: "easy and recovery runs, long runs",
      marathon: "steady long runs, blocks at marathon pace",
      threshold60: "half-marathon pace, blocks of 10 to 20 min",
      threshold30: "10 km pace, repetitions of 5 to 10 min",
      longVma: "repetitions of 2 to 6 min, 600 to 1500 m",
      shortVma: "30/30, repetitions of 200 to 500 m",
      speed: "strides, 60 to 200 m",
    },
    andMore: (from) => `${from} and more`,
    ranges: "Ranges differ from coach to coach; these are the most common in France.",
    times: "Times by distance",
    timesCaption: (vma) => `Times by distance and share of VMA, for a VMA of ${vma}`,
    shareOfVma: "% VMA",
  },
};
