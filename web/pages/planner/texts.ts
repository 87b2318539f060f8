/** Texts of the race planner. */
import type { EFFORTS, PLAN_VIEWS, SplitLength } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of one language. */
export interface PlannerTexts {
  heading: string;
  lead: string;
  description: string;
  /** A plan, as the title of its page. */
  title: (distance: string, goal: string) => string;
  /** A plan in a line: mean pace, and how the effort is spread. */
  summary: (pace: string, strategy: string) => string;
  goal: string;
  effort: string;
  efforts: Record<typeof EFFORTS[number], string>;
  /** How the effort is spread, in a line. @param percent Difference of the halves, without a sign. */
  spread: Record<typeof EFFORTS[number], (percent: string) => string>;
  percent: string;
  percentUnit: string;
  percentHelp: string;
  curve: string;
  curveHelp: string;
  curveFields: string;
  start: string;
  every: string;
  lengths: Record<SplitLength, string>;
  views: string;
  view: Record<typeof PLAN_VIEWS[number], string>;
  plan: string;
  meanPace: string;
  meanSpeed: string;
  halves: [first: string, second: string];
  caption: (distance: string, goal: string) => string;
  at: string;
  split: string;
  splitPace: string;
  cumulative: string;
  finish: string;
  half: string;
  wrist: string;
  bandHelp: string;
  /** On the tab of the wristband. */
  glue: string;
  /** Said where a wristband has room for every so many passing points only. */
  thinned: (each: number) => string;
}

/** The texts, by language. */
export const PLANNER_TEXTS: Record<Language, PlannerTexts> = {
  fr: french({
    heading: "Planificateur de course",
    lead: "Une distance, un temps visé : vos temps de passage, à imprimer en bracelet ou sur A4.",
    description:
      "Temps de passage pour votre course : marathon, semi, 10 km ou votre distance, allure régulière, negative split ou sur mesure, au kilomètre, tous les 5 km ou au mile, bracelet à imprimer.",
    title: (distance, goal) => `${distance} en ${goal}`,
    summary: (pace, strategy) => `${pace} en moyenne · ${strategy}`,
    goal: "Temps visé",
    effort: "Stratégie",
    efforts: {
      even: "Régulier",
      halves: "Negative split",
      positive: "Positive split",
      progressive: "Progressif",
      profile: "Sur mesure",
    },
    spread: {
      even: () => "allure régulière",
      halves: (percent) => `seconde moitié ${percent} plus rapide`,
      positive: (percent) => `seconde moitié ${percent} plus lente`,
      progressive: (percent) => `en accélérant, seconde moitié ${percent} plus rapide`,
      profile: () => "allure sur mesure",
    },
    percent: "Écart entre les moitiés",
    percentUnit: "%",
    percentHelp: "Negative split : la seconde est plus rapide. Positive split : plus lente.",
    curve: "Votre course, à tirer du doigt ou aux flèches",
    curveHelp:
      "Tirez un point vers le haut pour accélérer : les autres suivent, le temps visé reste.",
    curveFields: "Sur mesure : écart à l’allure moyenne, en % (plus lent au-dessus de 0)",
    start: "Départ",
    every: "Passages",
    lengths: { "5km": "5 km", km: "1 km", mile: "mile", lap: "400 m" },
    views: "À imprimer",
    view: { sheet: "Fiche A4", band: "Bracelet" },
    plan: "Votre plan",
    meanPace: "Allure moyenne",
    meanSpeed: "Vitesse moyenne",
    halves: ["Première moitié", "Seconde moitié"],
    caption: (distance, goal) => `Temps de passage, ${distance} en ${goal}`,
    at: "Passage",
    split: "Temps du tronçon",
    splitPace: "Allure",
    cumulative: "Temps de passage",
    finish: "Arrivée",
    half: "Moitié",
    wrist: "Le bracelet au poignet",
    bandHelp:
      "Quatre bracelets de 210 mm par feuille. Imprimez à 100 %, découpez d’un repère à l’autre, collez la languette : il va aux poignets de 150 à 190 mm.",
    glue: "à coller",
    thinned: (each) => `Le bracelet montre un passage sur ${each}, pour rester lisible.`,
  }),
  en: {
    heading: "Race planner",
    lead: "A distance, a goal time: your splits, to print as a wristband or on A4.",
    description:
      "Split times for your race: marathon, half, 10 km or any distance, even pace, negative split or your own curve, per kilometre, 5 km or mile, with a printable pace band.",
    title: (distance, goal) => `${distance} in ${goal}`,
    summary: (pace, strategy) => `${pace} on average · ${strategy}`,
    goal: "Goal time",
    effort: "Strategy",
    efforts: {
      even: "Even",
      halves: "Negative split",
      positive: "Positive split",
      progressive: "Progressive",
      profile: "Your own",
    },
    spread: {
      even: () => "even pace",
      halves: (percent) => `second half ${percent} faster`,
      positive: (percent) => `second half ${percent} slower`,
      progressive: (percent) => `speeding up, second half ${percent} faster`,
      profile: () => "a pace of your own",
    },
    percent: "Difference between the halves",
    percentUnit: "%",
    percentHelp: "Negative split: the second is faster. Positive split: slower.",
    curve: "Your race, to drag or to move with the arrow keys",
    curveHelp: "Drag a point up to go faster: the others give way, the goal time stays.",
    curveFields: "Your own: difference from the average pace, in % (slower above 0)",
    start: "Start",
    every: "Splits",
    lengths: { "5km": "5 km", km: "1 km", mile: "mile", lap: "400 m" },
    views: "To print",
    view: { sheet: "A4 sheet", band: "Wristband" },
    plan: "Your plan",
    meanPace: "Average pace",
    meanSpeed: "Average speed",
    halves: ["First half", "Second half"],
    caption: (distance, goal) => `Split times, ${distance} in ${goal}`,
    at: "At",
    split: "Split",
    splitPace: "Pace",
    cumulative: "Elapsed time",
    finish: "Finish",
    half: "Half",
    wrist: "The wristband as worn",
    bandHelp:
      "Four wristbands of 210 mm a sheet. Print at 100%, cut from mark to mark, glue the tab: it fits wrists of 150 to 190 mm.",
    glue: "glue",
    thinned: (each) => `The wristband shows one split in ${each}, so that it can be read.`,
  },
};
