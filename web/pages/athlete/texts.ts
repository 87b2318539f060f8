import { englishCount, frenchCount } from "../../kit/language/count.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Times of the sentence on the record that stands out, formatted. */
export interface StandoutTimes {
  /** `Marathon`, `10 km`. */
  event: string;
  time: string;
  /** Difference to the predicted time, without a sign. */
  gap: string;
  predicted: string;
  fastest: string;
  slowest: string;
}

/** `Marathon` within a sentence; `10 km` stays as it is. */
const within = (event: string) => event.toLowerCase();

/** Texts of the page of an athlete, in French. */
const fr = french({
  title: (name: string) => `${name} : records et progression`,
  preview: "Records d’un athlète",
  failed:
    "Le site de la fédération ne répond pas et rien n’a été gardé d’une lecture précédente. Réessayez plus tard.",
  changed:
    "Le site de la fédération a changé et n’est pas encore compris ; rien n’a été gardé d’une lecture précédente. Réessayez plus tard.",
  loading: "Les records sont en cours de lecture sur le site de la fédération…",
  actions: "Que faire de ces records",
  lay: "Afficher dans le tableau",
  compare: "Comparer avec…",
  compareTable: (n: number) =>
    `Comparer avec ${n === 1 ? "l’athlète" : `les ${n} athlètes`} du tableau`,
  share: { act: "Partager", done: "Lien copié", failed: "Le navigateur a refusé la copie." },
  federation: "Fiche FFA",
  report: "Signaler une erreur ou retirer",
  readAt: (when: string) => `Records à jour au ${when}`,
  stale: (when: string) => `Records du ${when}, peut-être dépassés`,
  minor:
    "Athlète mineur, ou d’âge inconnu : les records sont affichés tels quels, sans modèle, sans barème et sans classement.",
  bests: "Records personnels",
  allRecords: (n: number) => `Tous les records (${n})`,
  records: "Records",
  noRecords: "Aucun record publié. La ligne de départ l’attend.",
  event: "Épreuve",
  mark: "Record",
  date: "Date",
  place: "Lieu",
  category: "Catégorie",
  best: "meilleur sur la distance",
  undated: "sans date",
  chip: (time: string) => `temps réel ${time}`,
  wind: (wind: string) => `vent ${wind} m/s`,
  handTimed: "à la main",
  inLine: ({ event, time, predicted, fastest, slowest }: StandoutTimes) => [
    "Des records cohérents entre eux :",
    "même le plus à part",
    `, ${time} sur ${
      within(event)
    }, est à peu près ce que notre modèle attend d’après les autres (${predicted} ; neuf courses sur dix finissent entre ${fastest} et ${slowest}).`,
  ],
  better: ({ event, time, gap, predicted, fastest, slowest }: StandoutTimes) => [
    `${event} en ${time} :`,
    `${gap} de mieux`,
    ` que ce que notre modèle attend d’après les autres records (${predicted} ; neuf courses sur dix finissent entre ${fastest} et ${slowest}).`,
  ],
  weaker: ({ event, time, gap, predicted, fastest, slowest }: StandoutTimes) => [
    `Encore de la marge sur ${within(event)} :`,
    `${gap}`,
    `. C’est ce qui sépare ${time} de ce que notre modèle attend d’après les autres records (${predicted} ; neuf courses sur dix finissent entre ${fastest} et ${slowest}).`,
  ],
  rare: "Moins d’une course sur dix s’écarte autant.",
  progress: "Progression",
  progressOf: (event: string) => `Progression : ${event}`,
  progressSummary: (
    { event, from, first, to, best }: {
      event: string;
      from: number;
      first: string;
      to: number;
      best: string;
    },
  ) =>
    `${event} : ${first} en ${from}, meilleure marque ${best} en ${to}. Le tableau qui suit donne chaque saison.`,
  otherEvents: (n: number) => frenchCount(n, "autre épreuve", "autres épreuves"),
  seasons: "Meilleures performances par saison",
  season: "Saison",
  noProgress:
    "Il faut deux saisons d’une même épreuve pour tracer une progression. Affichez les résultats d’autres années : chaque saison lue s’ajoute ici.",
  results: "Résultats par année",
  resultsOf: (year: number) => `Résultats ${year}`,
  noResults: (year: number) =>
    `La fédération ne publie aucun résultat en ${year}. Une année au vert.`,
  resultsTrouble: {
    loading: "Les résultats sont en cours de lecture sur le site de la fédération…",
    changed: "La page des résultats de la fédération a changé et n’est pas encore comprise.",
    failed:
      "Le site de la fédération ne donne pas ces résultats pour l’instant. Réessayez plus tard.",
  },
  resultsAt: (when: string) => `Résultats à jour au ${when}.`,
  resultsHelp:
    "Choisissez une année : ses résultats sont lus à la demande sur le site de la fédération.",
  result: "Résultat",
  round: "Tour",
  rank: "Place",
  level: "Niveau",
  levelHelp:
    "Niveau : celui que la fédération donne à la performance, de IA (international) à D8 (départemental).",
  about:
    "Cette page reprend ce que publie la fédération. Ce que calculent les modèles l’est à l’ouverture de la page, à partir de ces seuls records, et n’est enregistré dans aucune base.",
});

/** Texts of the page: the same keys in every language. */
export type PageTexts = typeof fr;

const en: PageTexts = {
  title: (name) => `${name}: personal bests and progress`,
  preview: "An athlete’s personal bests",
  failed:
    "The federation’s site does not answer and nothing was kept from an earlier reading. Try again later.",
  changed:
    "The federation’s site has changed and is not understood yet; nothing was kept of an earlier reading. Try again later.",
  loading: "The PBs are being read from the federation’s site…",
  actions: "What to do with these PBs",
  lay: "Show on the table",
  compare: "Compare with…",
  compareTable: (n) => `Compare with the ${n === 1 ? "athlete" : `${n} athletes`} of the table`,
  share: { act: "Share", done: "Link copied", failed: "The browser did not allow copying." },
  federation: "FFA page",
  report: "Report an error or remove",
  readAt: (when) => `PBs read on ${when}`,
  stale: (when) => `PBs of ${when}, perhaps outdated`,
  minor:
    "Under age, or of unknown age: PBs are shown as they are, without model, scale or ranking.",
  bests: "Personal bests",
  allRecords: (n) => `All PBs (${n})`,
  records: "PBs",
  noRecords: "No PB published. The start line is waiting.",
  event: "Event",
  mark: "PB",
  date: "Date",
  place: "Where",
  category: "Category",
  best: "best over the distance",
  undated: "undated",
  chip: (time) => `chip time ${time}`,
  wind: (wind) => `wind ${wind} m/s`,
  handTimed: "by hand",
  inLine: ({ event, time, predicted, fastest, slowest }) => [
    "PBs that fit together well:",
    "even the odd one out",
    `, ${time} over the ${
      within(event)
    }, is about what our model expects from the others (${predicted}; nine races out of ten end between ${fastest} and ${slowest}).`,
  ],
  better: ({ event, time, gap, predicted, fastest, slowest }) => [
    `${event} in ${time}:`,
    `${gap} faster`,
    ` than our model expects from the other PBs (${predicted}; nine races out of ten end between ${fastest} and ${slowest}).`,
  ],
  weaker: ({ event, time, gap, predicted, fastest, slowest }) => [
    `Room to grow over the ${within(event)}:`,
    `${gap}`,
    ` lie between ${time} and what our model expects from the other PBs (${predicted}; nine races out of ten end between ${fastest} and ${slowest}).`,
  ],
  rare: "Fewer than one race in ten is that far off.",
  progress: "Progress",
  progressOf: (event) => `Progress: ${event}`,
  progressSummary: ({ event, from, first, to, best }) =>
    `${event}: ${first} in ${from}, best mark ${best} in ${to}. The table below has every season.`,
  otherEvents: (n) => englishCount(n, "other event", "other events"),
  seasons: "Season’s bests",
  season: "Season",
  noProgress:
    "It takes two seasons of one event to draw progress. Show the results of other years: each season that is read is added here.",
  results: "Results by year",
  resultsOf: (year) => `Results ${year}`,
  noResults: (year) => `The federation publishes no result in ${year}. A year off.`,
  resultsTrouble: {
    loading: "The results are being read from the federation’s site…",
    changed: "The federation’s page of results has changed and is not understood yet.",
    failed: "The federation’s site does not give these results for now. Try again later.",
  },
  resultsAt: (when) => `Results read on ${when}.`,
  resultsHelp: "Choose a year: its results are read from the federation’s site on demand.",
  result: "Result",
  round: "Round",
  rank: "Position",
  level: "Level",
  levelHelp:
    "Level: the one the federation gives to the performance, from IA (international) to D8 (departmental).",
  about:
    "This page repeats what the federation publishes. What the models compute is computed when the page is opened, from these PBs alone, and is stored in no database.",
};

/** Texts of the page in a language. */
export const PAGE_TEXTS: Record<Language, PageTexts> = { fr, en };
