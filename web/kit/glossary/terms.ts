/** The words of running that pages explain where they are first used. */
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

/** Explained words, in the order of the page that lists them. */
export const TERMS = [
  "pace",
  "vma",
  "threshold",
  "endurance",
  "vdot",
  "critical-speed",
  "exponent",
  "range",
  "age-grade",
  "points",
  "negative-split",
  "short-track",
] as const;
/** A word that is explained; also its anchor on the page that lists them. */
export type Term = typeof TERMS[number];

/** A word as visitors read it, and what it means in two sentences at most. */
export interface TermText {
  name: string;
  text: string;
}

/** The words, by language. */
export const TERM_TEXTS: Record<Language, Record<Term, TermText>> = {
  fr: french({
    pace: {
      name: "Allure",
      text: "Le temps pour courir un kilomètre. 5'00\"/km, c’est 12 km/h.",
    },
    vma: {
      name: "VMA",
      text:
        "Vitesse maximale aérobie : la plus petite vitesse à laquelle le corps consomme le plus d’oxygène. On la tient environ 7 minutes, et les allures d’entraînement en sont des parts.",
    },
    threshold: {
      name: "Seuil",
      text:
        "Une allure soutenue que l’on tient longtemps. Ici, seuil 60 se tient une heure et seuil 30 une demi-heure.",
    },
    endurance: {
      name: "Indice d’endurance",
      text:
        "De combien la vitesse baisse quand l’effort dure : −2 si elle baisse à peine, −12 si elle baisse vite.",
    },
    vdot: {
      name: "Indice Daniels–Gilbert (VDOT)",
      text:
        "L’oxygène que suppose un temps en course, en ml par kilo et par minute. Le même indice donne un temps sur chaque distance, et cinq allures d’entraînement.",
    },
    "critical-speed": {
      name: "Vitesse critique",
      text:
        "La vitesse au-dessus de laquelle on s’épuise en quelques minutes. Elle se calcule sur des efforts de 2 à 20 minutes.",
    },
    exponent: {
      name: "Exposant personnel",
      text:
        "Ce que la distance vous coûte. À 1,06, une distance double demande 2,08 fois le temps ; plus haut, davantage.",
    },
    range: {
      name: "Fourchette",
      text: "Deux temps entre lesquels finissent neuf courses sur dix.",
    },
    "age-grade": {
      name: "Âge corrigé",
      text:
        "Un temps comparé au meilleur qu’on attende à cet âge, pour une femme ou un homme. L’équivalent senior est le temps de même valeur dans ses meilleures années.",
    },
    points: {
      name: "Points World Athletics",
      text:
        "Le barème de la fédération internationale, qui compare des résultats d’épreuves différentes.",
    },
    "negative-split": {
      name: "Negative split",
      text: "Courir la seconde moitié plus vite que la première.",
    },
    "short-track": {
      name: "Piste courte",
      text:
        "Une piste de moins de 400 m, le plus souvent 200 m et en salle. Les virages y sont serrés : ses records se comptent à part.",
    },
  }),
  en: {
    pace: {
      name: "Pace",
      text: "The time to run one kilometre or mile. 5:00/km is 12 km/h.",
    },
    vma: {
      name: "MAS (VMA)",
      text:
        "Maximal aerobic speed, in French VMA: the lowest speed at which the body uses the most oxygen. It is held for about 7 minutes, and training paces are shares of it.",
    },
    threshold: {
      name: "Threshold",
      text:
        "A sustained pace that is held for long. Here, threshold 60 is held for an hour and threshold 30 for half an hour.",
    },
    endurance: {
      name: "Endurance index",
      text:
        "How much speed falls as the effort lasts: −2 when it hardly falls, −12 when it falls fast.",
    },
    vdot: {
      name: "Daniels–Gilbert index (VDOT)",
      text:
        "The oxygen that a race time stands for, in ml per kilo and minute. The same index gives a time for each distance, and five training paces.",
    },
    "critical-speed": {
      name: "Critical speed",
      text:
        "The speed above which one tires within minutes. It is computed from efforts of 2 to 20 minutes.",
    },
    exponent: {
      name: "Personal exponent",
      text:
        "What distance costs you. At 1.06, twice the distance takes 2.08 times as long; higher, longer.",
    },
    range: {
      name: "Range",
      text: "Two times between which nine races in ten end.",
    },
    "age-grade": {
      name: "Age grade",
      text:
        "A time compared with the best expected at that age, for a woman or a man. The open-class equivalent is the time of the same worth in one’s best years.",
    },
    points: {
      name: "World Athletics points",
      text:
        "The scoring tables of the international federation, which compare results of different events.",
    },
    "negative-split": {
      name: "Negative split",
      text: "Running the second half faster than the first.",
    },
    "short-track": {
      name: "Short track",
      text:
        "A track shorter than 400 m, most often 200 m and indoors. Its bends are tight: its records count apart.",
    },
  },
};

/** Texts around the words. */
export const GLOSSARY_TEXTS: Record<Language, {
  title: string;
  lead: string;
  description: string;
  /** Name of the button beside a word. */
  means: (name: string) => string;
  all: string;
}> = {
  fr: french({
    title: "Glossaire",
    lead: "Les mots de la course à pied que MyPacer emploie, en deux phrases chacun.",
    description:
      "Glossaire de course à pied : VMA, seuil, allure, indice d’endurance, VDOT, âge corrigé, negative split, piste courte, expliqués simplement.",
    means: (name) => `${name} : définition`,
    all: "Tous les mots",
  }),
  en: {
    title: "Glossary",
    lead: "The words of running that MyPacer uses, in two sentences each.",
    description:
      "Running glossary: MAS (VMA), threshold, pace, endurance index, VDOT, age grading, negative split, short track, in plain words.",
    means: (name) => `${name}: definition`,
    all: "All the words",
  },
};
