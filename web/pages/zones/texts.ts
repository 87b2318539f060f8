/** Texts of the training zones. */
import type { FieldTest, VMA_SOURCES } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts on the training paces of the Daniels–Gilbert index. */
interface DanielsTexts {
  heading: string;
  needsResult: string;
  index: (index: string, result: string) => string;
  kind: string;
  paces: Record<
    "easy" | "marathon" | "threshold" | "interval" | "repetition",
    { name: string; use: string }
  >;
  sources: string;
  more: string;
}

/** Texts of one language. */
export interface ZonesTexts {
  heading: string;
  lead: string;
  description: string;
  title: (vma: string) => string;
  by: string;
  sources: Record<typeof VMA_SOURCES[number], string>;
  meters: Record<"half-cooper" | "cooper", string>;
  metersHelp: Record<"half-cooper" | "cooper", string>;
  stage: string;
  held: string;
  /** How the tests are run, and what they rest on. */
  tests: Record<FieldTest, { how: string; formula: string; range: string; source: string }>;
  formula: string;
  uncertainty: string;
  source: string;
  more: string;
  nineOfTen: (lowest: string, highest: string) => string;
  uptake: string;
  daniels: DanielsTexts;
  vma: string;
  vmaHelp: string;
  result: string;
  estimated: (basis: string) => string;
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
  fr: french({
    heading: "Zones d’entraînement",
    lead:
      "D’une VMA, d’un résultat ou d’un test de terrain : sept zones, cinq allures, vos temps du 200 au 3\u202f000 m.",
    description:
      "Zones d’entraînement de course à pied selon la VMA : endurance fondamentale, seuil 60, seuil 30, VMA longue et courte, en allure, en vitesse et en temps sur 200, 300, 400, 1\u202f000 m.",
    title: (vma) => `VMA ${vma}`,
    by: "Partir de",
    sources: {
      vma: "ma VMA",
      result: "un résultat",
      "half-cooper": "demi-Cooper",
      vameval: "VAMEVAL",
      cooper: "Cooper",
    },
    meters: { "half-cooper": "Distance en 6 min", cooper: "Distance en 12 min" },
    metersHelp: {
      "half-cooper": "De 500 à 2\u202f700 m.",
      cooper: "De 1\u202f000 à 5\u202f200 m.",
    },
    stage: "Dernier palier terminé",
    held: "Temps tenu au palier suivant",
    tests: {
      "half-cooper": {
        how:
          "Sur piste, courez le plus loin possible en 6 minutes, à allure régulière. La distance divisée par 100 donne votre VMA.",
        formula: "VMA (km/h) = mètres / 100",
        range:
          "1,5 km/h en plus ou en moins, neuf fois sur dix, d’après un test voisin de 5 min comparé au tapis roulant (48 hommes, Berthon et coll., 1997).",
        source: "Usage des entraîneurs français.",
      },
      vameval: {
        how:
          "Suivez les signaux sonores : 8 km/h au départ, puis 0,5 km/h de plus chaque minute. Votre VMA est la vitesse du dernier palier terminé, plus la part courue du suivant.",
        formula: "VMA (km/h) = palier + 0,5 × secondes / 60",
        range:
          "1,2 km/h en plus ou en moins, neuf fois sur dix, d’après l’écart entre deux tests progressifs (Léger et Lambert, 1982).",
        source: "G. Cazorla, 1990.",
      },
      cooper: {
        how:
          "Sur piste, courez le plus loin possible en 12 minutes. On ne tient pas sa VMA aussi longtemps : elle est un peu plus rapide que cette vitesse moyenne.",
        formula: "VMA = vitesse / (1 − 0,07 × ln(12 / 7)) ; VO₂max = (mètres − 504,9) / 44,73",
        range: "La fourchette va d’une forte endurance à une faible.",
        source: "K. H. Cooper, JAMA, 1968 ; Péronnet et Thibault, 1989.",
      },
    },
    formula: "Formule",
    uncertainty: "Précision",
    source: "Source",
    more: "En savoir plus",
    nineOfTen: (lowest, highest) => `entre ${lowest} et ${highest}, neuf fois sur dix`,
    uptake: "VO₂max",
    daniels: {
      heading: "Allures Daniels–Gilbert",
      needsResult:
        "Ces allures partent d’une course, non d’une VMA : choisissez « un résultat » pour les voir.",
      index: (index, result) => `Indice ${index} (VDOT), sur ${result}`,
      kind: "Entraînement",
      paces: {
        easy: { name: "endurance", use: "easy : footing, sortie longue" },
        marathon: { name: "marathon", use: "marathon : blocs longs" },
        threshold: { name: "seuil", use: "threshold : 20 min, ou blocs de 5 à 15 min" },
        interval: { name: "intervalles", use: "interval : répétitions de 3 à 5 min" },
        repetition: { name: "répétitions", use: "repetition : 200 à 400 m, récupération longue" },
      },
      sources:
        "J. Daniels et J. Gilbert, Oxygen Power, 1979 : la formule, à 59–74 % (E), 88 % (T), 97,5 % (I) et 105–107 % (R) de l’indice ; M est l’allure du marathon de même indice.",
      more: "Le modèle expliqué",
    },
    vma: "VMA",
    vmaHelp: "De 5 à 30 km/h.",
    result: "Résultat",
    estimated: (basis) => `VMA estimée : ${basis}`,
    between: (lowest, highest) => `entre ${lowest} et ${highest}, selon votre endurance`,
    notEstimated: "Ce résultat ne permet pas d’estimer votre VMA",
    better: "Deux résultats sur des distances différentes donnent une VMA plus sûre.",
    zones: "Les zones",
    zone: "Zone",
    share: "% VMA",
    uses: {
      easy: "footing, récupération, sortie longue",
      marathon: "sortie longue active, blocs allure marathon",
      threshold60: "allure semi, blocs de 10 à 20 min",
      threshold30: "allure 10 km, répétitions de 5 à 10 min",
      longVma: "répétitions de 2 à 6 min, 600 à 1\u202f500 m",
      shortVma: "30/30, répétitions de 200 à 500 m",
      speed: "lignes droites, 60 à 200 m",
    },
    andMore: (from) => `${from} et plus`,
    ranges: "Les bornes varient d’un entraîneur à l’autre ; celles-ci sont les plus courantes.",
    times: "Temps par distance",
    timesCaption: (vma) => `Temps par distance et part de la VMA, pour une VMA de ${vma}`,
    shareOfVma: "% VMA",
  }),
  en: {
    heading: "Training zones",
    lead:
      "From a MAS (VMA), a result or a field test: seven zones, five paces, your times from 200 to 3000 m.",
    description:
      "Running training zones by MAS (maximal aerobic speed, VMA): easy, marathon pace, thresholds, long and short intervals, as pace, speed and times over 200, 300, 400, 1000 m.",
    title: (vma) => `MAS ${vma}`,
    by: "Start from",
    sources: {
      vma: "my MAS",
      result: "a result",
      "half-cooper": "half Cooper",
      vameval: "VAMEVAL",
      cooper: "Cooper",
    },
    meters: { "half-cooper": "Distance in 6 min", cooper: "Distance in 12 min" },
    metersHelp: { "half-cooper": "From 500 to 2700 m.", cooper: "From 1000 to 5200 m." },
    stage: "Last stage completed",
    held: "Time held in the next stage",
    tests: {
      "half-cooper": {
        how:
          "On a track, run as far as you can in 6 minutes, at an even pace. The distance divided by 100 is your MAS.",
        formula: "MAS (km/h) = metres / 100",
        range:
          "1.5 km/h more or less, nine times in ten, by a similar test of 5 min compared with the treadmill (48 men, Berthon et al., 1997).",
        source: "Used by French coaches.",
      },
      vameval: {
        how:
          "Follow the beeps: 8 km/h at first, then 0.5 km/h more each minute. Your MAS is the speed of the last stage completed, plus the share run of the next.",
        formula: "MAS (km/h) = stage + 0.5 × seconds / 60",
        range:
          "1.2 km/h more or less, nine times in ten, by the difference between two such tests (Léger and Lambert, 1982).",
        source: "G. Cazorla, 1990.",
      },
      cooper: {
        how:
          "On a track, run as far as you can in 12 minutes. Nobody holds their MAS that long: it is a little faster than this mean speed.",
        formula: "MAS = speed / (1 − 0.07 × ln(12 / 7)); VO₂max = (metres − 504.9) / 44.73",
        range: "The range goes from strong endurance to weak.",
        source: "K. H. Cooper, JAMA, 1968; Péronnet and Thibault, 1989.",
      },
    },
    formula: "Formula",
    uncertainty: "Precision",
    source: "Source",
    more: "More",
    nineOfTen: (lowest, highest) => `between ${lowest} and ${highest}, nine times in ten`,
    uptake: "VO₂max",
    daniels: {
      heading: "Daniels–Gilbert paces",
      needsResult: "These paces start from a race, not from a MAS: choose “a result” to see them.",
      index: (index, result) => `Index ${index} (VDOT), from ${result}`,
      kind: "Training",
      paces: {
        easy: { name: "easy", use: "easy and long runs" },
        marathon: { name: "marathon", use: "long blocks" },
        threshold: { name: "threshold", use: "20 min, or blocks of 5 to 15 min" },
        interval: { name: "interval", use: "repetitions of 3 to 5 min" },
        repetition: { name: "repetition", use: "200 to 400 m with a long recovery" },
      },
      sources:
        "J. Daniels and J. Gilbert, Oxygen Power, 1979: the formula, at 59–74% (E), 88% (T), 97.5% (I) and 105–107% (R) of the index; M is the pace of the marathon of the same index.",
      more: "The model explained",
    },
    vma: "MAS (VMA), maximal aerobic speed",
    vmaHelp: "From 5 to 30 km/h.",
    result: "Result",
    estimated: (basis) => `MAS (VMA) estimated from ${basis}`,
    between: (lowest, highest) => `between ${lowest} and ${highest}, depending on your endurance`,
    notEstimated: "This result gives no estimate of your MAS",
    better: "Two results over different distances give a MAS to rely on.",
    zones: "The zones",
    zone: "Zone",
    share: "% MAS",
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
    timesCaption: (vma) => `Times by distance and share of MAS, for a MAS of ${vma}`,
    shareOfVma: "% MAS",
  },
};
