/** Texts that the tools share: links, forms and printing. */
import type { Language } from "../language/language.ts";
import type { TOOLS } from "../addresses/paths.ts";
import { french } from "../language/french_spaces.ts";

type Tool = typeof TOOLS[number];

/** Texts of one language. */
export interface ToolTexts {
  nav: { label: string; table: string; tools: string; clubs: string };
  index: { title: string; lead: string; description: string };
  /** Names and purposes. */
  tools: Record<Tool, { name: string; line: string }>;
  others: string;
  distance: string;
  distanceHelp: string;
  time: string;
  timeHelp: string;
  timeUnit: string;
  apply: string;
  wrong: (n: number) => string;
  wrongHelp: string;
  example: string;
  exampleHelp: string;
  print: string;
  printHelp: string;
  unit: string;
  kilometre: string;
  mile: string;
  pace: string;
  speed: string;
}

/** The texts, by language. */
export const TOOL_TEXTS: Record<Language, ToolTexts> = {
  fr: french({
    nav: { label: "Rubriques", table: "Tableau", tools: "Outils", clubs: "Clubs" },
    index: {
      title: "Outils de course à pied",
      lead: "Préparer une course, régler ses allures, prévoir un chrono, mener un groupe.",
      description:
        "Outils gratuits de course à pied : planificateur d’allure avec bracelet à imprimer, zones d’entraînement selon la VMA, prédiction de temps, fiche de groupe pour entraîneurs.",
    },
    tools: {
      planner: {
        name: "Planificateur de course",
        line: "Vos temps de passage, réguliers ou en accélérant, en bracelet ou en fiche A4.",
      },
      predictor: {
        name: "Prédictions",
        line:
          "D’un ou plusieurs résultats, vos temps possibles avec leur fourchette, et votre VMA.",
      },
      zones: {
        name: "Zones d’entraînement",
        line: "Vos allures selon la VMA, du footing à la vitesse, et vos temps au tour.",
      },
      age: {
        name: "Âge corrigé",
        line: "Ce que vaut un temps à votre âge, et ses équivalents à d’autres âges.",
      },
      group: {
        name: "Fiche de groupe",
        line: "Pour entraîneurs : la séance, jusqu’à 30 coureurs, le temps de chacun.",
      },
      models: {
        name: "Les modèles expliqués",
        line: "Formule, source et limites de chaque calcul, avec vos chiffres en exemple.",
      },
    },
    others: "Les autres outils",
    distance: "Distance",
    distanceHelp: "10 km, 1\u202f500 m, semi, marathon…",
    time: "Temps",
    timeHelp: "45'00, 1h35, 3h30'00…",
    timeUnit: "h, min, s",
    apply: "Calculer",
    wrong: (n) => n === 1 ? "Un champ n’a pas été compris." : `${n} champs n’ont pas été compris.`,
    wrongHelp: "Le calcul suit les autres champs.",
    example: "Exemple.",
    exampleHelp: "Remplacez ces chiffres par les vôtres.",
    print: "Imprimer",
    printHelp: "Pour imprimer : le menu du navigateur, ou Ctrl + P.",
    unit: "Allures par",
    kilometre: "kilomètre",
    mile: "mile",
    pace: "Allure",
    speed: "Vitesse",
  }),
  en: {
    nav: { label: "Sections", table: "Table", tools: "Tools", clubs: "Clubs" },
    index: {
      title: "Running tools",
      lead: "Plan a race, set your paces, predict a time, coach a group.",
      description:
        "Free running tools: race planner with a printable pace band, training zones from MAS (VMA), race time predictor, group sheet for coaches.",
    },
    tools: {
      planner: {
        name: "Race planner",
        line: "Your splits, even or speeding up, as a wristband or on a sheet of paper.",
      },
      predictor: {
        name: "Predictor",
        line: "From one or more results, your possible times with their range, and your MAS (VMA).",
      },
      zones: {
        name: "Training zones",
        line: "Your paces by MAS (VMA), from easy runs to speed work, and your lap times.",
      },
      age: {
        name: "Age grading",
        line: "What a time is worth at your age, and its equivalents at other ages.",
      },
      group: {
        name: "Group sheet",
        line: "For coaches: the session, up to 30 runners, a target time for each.",
      },
      models: {
        name: "The models explained",
        line:
          "Formula, source and limits of every calculation, with your own figures as an example.",
      },
    },
    others: "The other tools",
    distance: "Distance",
    distanceHelp: "10 km, 1500 m, half, marathon…",
    time: "Time",
    timeHelp: "45:00, 1:35:00, 3h30…",
    timeUnit: "h, min, s",
    apply: "Calculate",
    wrong: (n) => n === 1 ? "One field was not understood." : `${n} fields were not understood.`,
    wrongHelp: "The result follows the other fields.",
    example: "Example.",
    exampleHelp: "Put your own figures in its place.",
    print: "Print",
    printHelp: "To print: the browser’s menu, or Ctrl + P.",
    unit: "Paces per",
    kilometre: "kilometre",
    mile: "mile",
    pace: "Pace",
    speed: "Speed",
  },
};
