/** Texts of the race planner. */
import type { EFFORTS, PLAN_VIEWS, SplitLength } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";

/** Texts of one language. */
export interface PlannerTexts {
  heading: string;
  lead: string;
  description: string;
  /** A plan, as the title of its page. */
  title: (distance: string, goal: string) => string;
  goal: string;
  effort: string;
  efforts: Record<typeof EFFORTS[number], string>;
  percent: string;
  percentUnit: string;
  percentHelp: string;
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
  band: string;
  bandHelp: string;
}

/** The texts, by language. */
export const PLANNER_TEXTS: Record<Language, PlannerTexts> = {
  fr: {
    heading: "Planificateur de course",
    lead: "Une distance, un temps visé : vos temps de passage, à imprimer en bracelet ou sur A4.",
    description:
      "Temps de passage pour votre course : marathon, semi, 10 km ou votre distance, allure régulière ou negative split, au kilomètre, tous les 5 km ou au mile, bracelet à imprimer.",
    title: (distance, goal) => `${distance} en ${goal}`,
    goal: "Temps visé",
    effort: "Stratégie",
    efforts: { even: "Régulier", progressive: "Progressif", halves: "Negative split" },
    percent: "Seconde moitié plus rapide de",
    percentUnit: "%",
    percentHelp: "Negative split. Un nombre négatif : vous partez plus vite.",
    every: "Passages",
    lengths: { "5km": "5 km", km: "1 km", mile: "mile", lap: "400 m" },
    views: "Mise en page",
    view: { sheet: "Feuille A4", band: "Bracelet" },
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
    band: "Bracelet",
    bandHelp:
      "Imprimez à 100 %, découpez le long du trait et fermez avec du ruban adhésif : la bande fait 35 mm de large.",
  },
  en: {
    heading: "Race planner",
    lead: "A distance, a goal time: your splits, to print as a wristband or on A4.",
    description:
      "Split times for your race: marathon, half, 10 km or any distance, even pace or negative split, per kilometre, 5 km or mile, with a printable pace band.",
    title: (distance, goal) => `${distance} in ${goal}`,
    goal: "Goal time",
    effort: "Effort",
    efforts: { even: "Even", progressive: "Progressive", halves: "Two halves" },
    percent: "Second half faster by",
    percentUnit: "%",
    percentHelp: "Negative split. A number below zero: you start faster.",
    every: "Splits",
    lengths: { "5km": "5 km", km: "1 km", mile: "mile", lap: "400 m" },
    views: "Layout",
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
    band: "Wristband",
    bandHelp: "Print at 100%, cut along the line and close it with tape: the strip is 35 mm wide.",
  },
};
