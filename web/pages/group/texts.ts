/** Texts of the group sheet. */
import type { GROUP_BOXES, GROUP_ORDERS } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of one language. */
export interface GroupTexts {
  heading: string;
  lead: string;
  description: string;
  session: string;
  sessionHelp: string;
  runners: string;
  runnersHelp: string;
  placeholder: string;
  privacy: string;
  order: string;
  orders: Record<typeof GROUP_ORDERS[number], string>;
  title: string;
  date: string;
  groups: string;
  oneGroup: string;
  /** Heading of a group. */
  group: (number: number) => string;
  /** Behind the heading of a group. @param speeds VMA, km/h. */
  groupFacts: (speeds: string, runners: number) => string;
  boxes: string;
  answers: Record<typeof GROUP_BOXES[number], string>;
  noBoxes: string;
  sheet: string;
  example: string;
  caption: (runners: number) => string;
  runner: string;
  vma: string;
  /** A message with its line; the second of several blocks in line 3 is 3.2. */
  line: (line: string, said: string) => string;
  sessionLines: string;
  wrong: (n: number) => string;
  share: (percent: string) => string;
  recovery: (length: string) => string;
  setRecovery: (length: string) => string;
  lap: (time: string) => string;
  link: string;
  /** Before the result that a VMA is estimated from, with the space behind it. */
  estimated: string;
  /** Invented people with their levels. */
  examples: readonly string[];
}

/** The texts, by language. */
export const GROUP_TEXTS: Record<Language, GroupTexts> = {
  fr: french({
    heading: "Fiche de groupe",
    lead: "La séance, jusqu’à 30 coureurs, le temps de chacun : à imprimer avant l’entraînement.",
    description:
      "Fiche de séance pour entraîneurs de course à pied : collez vos coureurs avec leur VMA ou un résultat, écrivez la séance (10x400 à 105 % VMA), imprimez le temps de chacun.",
    session: "Séance, un bloc par ligne",
    sessionHelp:
      `échauffement 20 min · 10x400 100-105 % r 1' · 2x(10x30/30) R 3' · 4x(400-300-200) 105 % r 200 m`,
    runners: "Coureurs, un par ligne, 30 au plus",
    runnersHelp:
      "Nom, puis VMA ou résultat de plus de 7 min. Une liste collée d’un tableur convient, colonnes dans n’importe quel ordre, avec ou sans en-tête.",
    placeholder: "Léa 15,5\nMalik 10 km 38'30\nJo ; semi ; 1h42",
    privacy:
      "Les noms ne sont ni gardés ni écrits dans l’adresse ou un journal : ils servent à dessiner cette page, puis sont oubliés.",
    order: "Ordre",
    orders: { typed: "de la liste", fastest: "plus rapides d’abord" },
    title: "Titre de la fiche",
    date: "Date",
    groups: "Groupes, par VMA",
    oneGroup: "un seul",
    group: (number) => `Groupe ${number}`,
    groupFacts: (speeds, runners) =>
      `VMA ${speeds} km/h · ${runners} ${runners < 2 ? "coureur" : "coureurs"}`,
    boxes: "Cases pour noter les temps, sur papier",
    answers: { yes: "avec", no: "sans" },
    noBoxes: "Trop de répétitions ou de coureurs pour des cases : la fiche s’imprime sans.",
    sheet: "Fiche de séance",
    example: "Exemple avec des coureurs inventés : collez les vôtres au-dessus.",
    caption: (runners) => `Temps de chacun, ${runners} ${runners < 2 ? "coureur" : "coureurs"}`,
    runner: "Coureur",
    vma: "VMA",
    line: (line, said) => `Ligne ${line} : ${said}`,
    sessionLines: "Déroulé de la séance",
    wrong: (n) =>
      n === 1 ? "Une ligne n’a pas été comprise." : `${n} lignes n’ont pas été comprises.`,
    share: (percent) => `${percent} VMA`,
    recovery: (length) => `récup ${length}`,
    setRecovery: (length) => `entre séries ${length}`,
    lap: (time) => `tour ${time}`,
    link: "Lien vers cette séance, sans les coureurs",
    estimated: "d’après ",
    examples: ["Coureuse A 16,5", "Coureur B 10 km 42'30", "Coureuse C 13"],
  }),
  en: {
    heading: "Group sheet",
    lead: "The session, up to 30 runners, a target time for each: print it before training.",
    description:
      "Session sheet for running coaches: paste your runners with their MAS (maximal aerobic speed, VMA) or a result, write the session (10x400 at 105% MAS), print a target time for each.",
    session: "Session, one block per line",
    sessionHelp:
      `warm-up 20 min · 10x400 100-105% r 1:00 · 2x(10x30/30) R 3:00 · 4x(400-300-200) 105% r 200 m`,
    runners: "Runners, one per line, 30 at most",
    runnersHelp:
      "Name, then MAS (VMA) or a result of more than 7 min. A list pasted from a spreadsheet will do, columns in any order, with or without a header.",
    placeholder: "Lea 15.5\nMalik 10 km 38:30\nJo; half; 1h42",
    privacy:
      "Names are neither kept nor written into the address or a log: they are used to draw this page, then forgotten.",
    order: "Order",
    orders: { typed: "as listed", fastest: "fastest first" },
    title: "Title of the sheet",
    date: "Date",
    groups: "Groups, by MAS",
    oneGroup: "one",
    group: (number) => `Group ${number}`,
    groupFacts: (speeds, runners) =>
      `MAS ${speeds} km/h · ${runners} ${runners === 1 ? "runner" : "runners"}`,
    boxes: "Boxes to write times in, on paper",
    answers: { yes: "with", no: "without" },
    noBoxes: "Too many repetitions or runners for boxes: the sheet is printed without them.",
    sheet: "Session sheet",
    example: "Example with invented runners: paste your own above.",
    caption: (runners) => `Targets of each, ${runners} ${runners === 1 ? "runner" : "runners"}`,
    runner: "Runner",
    vma: "MAS",
    line: (line, said) => `Line ${line}: ${said}`,
    sessionLines: "The session, line by line",
    wrong: (n) => n === 1 ? "One line was not understood." : `${n} lines were not understood.`,
    share: (percent) => `${percent} MAS`,
    recovery: (length) => `rest ${length}`,
    setRecovery: (length) => `between sets ${length}`,
    lap: (time) => `lap ${time}`,
    link: "Link to this session, without the runners",
    estimated: "from ",
    examples: ["Runner A 16.5", "Runner B 10 km 42:30", "Runner C 13"],
  },
};
