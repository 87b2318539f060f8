import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { englishCount, frenchCount } from "../../kit/language/count.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of athletes side by side, in French. */
const fr = french({
  title: "Comparer des athlètes",
  preview: (n: number) => n < 2 ? "Comparer des athlètes" : `${n} athlètes comparés`,
  titleOf: (names: readonly string[]) =>
    names.length > 3
      ? `${names.slice(0, 2).join(" – ")} et ${names.length - 2} autres : face à face`
      : `${names.join(" – ")} : face à face`,
  headingOf: (n: number) => `${n} athlètes comparés`,
  lead:
    `Qui devance qui, et jusqu’à quelle distance : les records de deux athlètes ou plus, ${MAX_ATHLETES} au plus, l’un à côté de l’autre.`,
  addFirst: "Choisir un premier athlète",
  add: "Ajouter un athlète à la comparaison",
  nobodyTitle: "Deux couloirs, personne au départ",
  nobody: "Personne n’est encore choisi : cherchez un premier athlète ci-dessus.",
  addSecond: (name: string) => `Ajoutez un second athlète pour le comparer à ${name}.`,
  full:
    `${MAX_ATHLETES} athlètes sont comparés, c’est le maximum : retirez-en un pour en ajouter un autre.`,
  doubled: (ids: string) => `Plusieurs fois dans l’adresse, compté une fois : n° ${ids}.`,
  beyond: (ids: string) => `${MAX_ATHLETES} athlètes au plus ; laissés de côté : n° ${ids}.`,
  unreadable: (parts: readonly string[]) =>
    `Pas un numéro d’athlète : ${parts.map((part) => `« ${part} »`).join(", ")}.`,
  loading: "Les records sont en cours de lecture sur le site de la fédération…",
  failed: "La comparaison ne peut pas être faite pour le moment. Réessayez dans un instant.",
  chosen: "Athlètes comparés",
  remove: (name: string) => `Retirer ${name}`,
  race: "Les faire courir sur la piste",
  swap: "Échanger les côtés",
  addMore: "Ajouter quelqu’un",
  without: {
    unknown: (names: string) => `Pas, ou plus, dans l’annuaire : ${names}.`,
    gone: (names: string) => `Pas, ou plus, de page sur le site de la fédération : ${names}.`,
    unread: (names: string) => `Records indisponibles pour l’instant : ${names}.`,
    none: (names: string) => `Aucun record de course publié : ${names}.`,
    tooOld: (names: string) => `Aucun record aussi récent : ${names}.`,
    notGraded: (names: string) =>
      `Aucun âge corrigé possible (il faut le sexe, l’année de naissance et la date du record) : ${names}.`,
    minorByAge: (names: string) => `Mineur, ou d’âge inconnu, donc sans âge corrigé : ${names}.`,
  },
  onlyOne: (name: string) => `Seul athlète dont des records peuvent être comparés : ${name}.`,
  minors: (names: string) =>
    `Mineur, ou d’âge inconnu : ${names}. Les records sont affichés, sans classement ni courbe.`,
  byAge: "à âge corrigé",
  byAgeHelp:
    "Chaque temps devient un équivalent senior, selon l’âge et le sexe : phrases, tableaux et courbes.",
  againstRecords: "Face aux records du monde et de France",
  record: "Record",
  ofRecord: (percent: string) => `${percent} %`,
  ofRecordHelp: "En % : la part de la vitesse du record.",
  noneAgainst: (list: string) => `${list} : aucune distance courue par un des athlètes.`,
  matrix: "Qui devance qui",
  matrixHelp:
    "La ligne face à la colonne, sur les distances que les deux ont courues. Entre deux distances, l’endroit où cela s’inverse est estimé.",
  matrixCorner: "Athlète",
  cell: {
    ahead: "devant",
    behind: "derrière",
    level: "à égalité",
    none: "rien en commun",
    minor: "sans classement",
    self: "le même athlète",
    upTo: (distance: string) => `jusqu’à ${distance}`,
    from: (distance: string) => `dès ${distance}`,
    between: (from: string, to: string) => `de ${from} à ${to}`,
    and: " et ",
    distances: (n: number) => frenchCount(n, "distance", "distances"),
  },
  rankings: "Distance par distance",
  rankingsHelp:
    "Toute distance courue par deux athlètes au moins, avec l’écart au premier ; « – » : pas de record.",
  noRankings: "Aucune distance n’a été courue par deux athlètes.",
  place: (place: number, sex: "M" | "F" | null) =>
    place > 1 ? `${place}e` : sex === "F" ? "1re" : "1er",
  notRun: "pas de record",
  mixed: "surfaces différentes",
  asRun: (time: string) => `couru en ${time}`,
  pairs: "Face à face",
  allPairs: (n: number) => `Les ${n} face-à-face, un par un`,
  against: "et",
  scoreTo: " contre ",
  scoreUnit: ({ level }: { level: number }) =>
    level === 0 ? "distances" : `distances, ${frenchCount(level, "égalité", "égalités")}`,
  butterfly: "Leurs distances communes",
  butterflyHelp: (times: number) =>
    `Barre pleine : devant ; barre pâle : derrière, raccourcie de ${times} fois l’écart en %.`,
  turn: (distance: string) => `l’avantage change de côté vers ${distance}`,
  turnHelp:
    "L’endroit où l’avantage change est estimé : entre deux distances communes, l’écart est supposé varier régulièrement.",
  aheadBy: (name: string) => `${name} devant de `,
  figures: "Tous les chiffres : écarts par kilomètre, dates, surfaces",
  gapTo: (name: string, other: string) =>
    `${name} par rapport à ${other} (+ plus lent, − plus rapide)`,
  gaps: "Les écarts",
  gap: "Écart",
  perKm: "s/km",
  percent: "%",
  curves: "Les courbes ensemble",
  curveOf: "La courbe",
  curvesHelp:
    "Chaque point est un record, plus haut est plus rapide ; le trait est la courbe personnelle de chacun.",
  curvesHelpByAge:
    "Chaque point est un record à âge corrigé, plus haut est plus rapide ; le trait est la courbe de chacun à âge corrigé.",
  curveNameByAge: "Allure à âge corrigé selon la distance",
});

/** Texts of athletes side by side: the same keys in every language. */
export type ComparisonTexts = typeof fr;

/** An ordinal number in English: `1st`, `2nd`, `11th`. */
function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${(teen ? null : ["th", "st", "nd", "rd"][n % 10]) ?? "th"}`;
}

const en: ComparisonTexts = {
  title: "Compare athletes",
  preview: (n) => n < 2 ? "Compare athletes" : `${n} athletes compared`,
  titleOf: (names) =>
    names.length > 3
      ? `${names.slice(0, 2).join(" – ")} and ${names.length - 2} others: head to head`
      : `${names.join(" – ")}: head to head`,
  headingOf: (n) => `${n} athletes compared`,
  lead:
    `Who is ahead of whom, and up to which distance: the PBs of two athletes or more, ${MAX_ATHLETES} at most, side by side.`,
  addFirst: "Choose a first athlete",
  add: "Add an athlete to the comparison",
  nobodyTitle: "Two lanes, nobody at the start",
  nobody: "Nobody is chosen yet: search for a first athlete above.",
  addSecond: (name) => `Add a second athlete to compare with ${name}.`,
  full: `${MAX_ATHLETES} athletes are compared, which is the most: remove one to add another.`,
  doubled: (ids) => `More than once in the address, counted once: no. ${ids}.`,
  beyond: (ids) => `${MAX_ATHLETES} athletes at most; left out: no. ${ids}.`,
  unreadable: (parts) =>
    `Not the number of an athlete: ${parts.map((part) => `“${part}”`).join(", ")}.`,
  loading: "The PBs are being read from the federation’s site…",
  failed: "The comparison cannot be made for now. Try again in a moment.",
  chosen: "Athletes compared",
  remove: (name) => `Remove ${name}`,
  race: "Watch them race on the track",
  swap: "Swap sides",
  addMore: "Add somebody",
  without: {
    unknown: (names) => `Not, or no longer, in the index: ${names}.`,
    gone: (names) => `No page, or no longer one, on the federation’s site: ${names}.`,
    unread: (names) => `PBs unavailable for now: ${names}.`,
    none: (names) => `No running PB published: ${names}.`,
    tooOld: (names) => `No PB as recent as that: ${names}.`,
    notGraded: (names) =>
      `No age grading possible (it takes the sex, the year of birth and the date of the PB): ${names}.`,
    minorByAge: (names) => `Under age, or of unknown age, so not age graded: ${names}.`,
  },
  onlyOne: (name) => `The only athlete with PBs to compare: ${name}.`,
  minors: (names) =>
    `Under age, or of unknown age: ${names}. PBs are shown, without ranking or curve.`,
  byAge: "age graded",
  byAgeHelp:
    "Each time becomes what it would be worth in the open class, women and men by their own standards: sentences, tables and curves.",
  againstRecords: "Against the records of the world and of France",
  record: "Record",
  ofRecord: (percent) => `${percent}%`,
  ofRecordHelp: "In %: the share of the record’s speed.",
  noneAgainst: (list) => `${list}: no distance that one of the athletes has run.`,
  matrix: "Who is ahead of whom",
  matrixHelp:
    "The row against the column, over the distances that both have run. Between two distances, the place where it turns is estimated.",
  matrixCorner: "Athlete",
  cell: {
    ahead: "ahead",
    behind: "behind",
    level: "level",
    none: "nothing in common",
    minor: "no ranking",
    self: "the same athlete",
    upTo: (distance) => `up to ${distance}`,
    from: (distance) => `from ${distance}`,
    between: (from, to) => `from ${from} to ${to}`,
    and: " and ",
    distances: (n) => englishCount(n, "distance", "distances"),
  },
  rankings: "Distance by distance",
  rankingsHelp:
    "Every distance that two athletes or more have run, with the gap to the first; “–”: no PB.",
  noRankings: "No distance was run by two of the athletes.",
  place: ordinal,
  notRun: "no PB",
  mixed: "different surfaces",
  asRun: (time) => `run in ${time}`,
  pairs: "Head to head",
  allPairs: (n) => `All ${n} pairs, one by one`,
  against: "and",
  scoreTo: " to ",
  scoreUnit: ({ level }) =>
    level === 0 ? "distances" : `distances, ${englishCount(level, "tie", "ties")}`,
  butterfly: "The distances both have run",
  butterflyHelp: (times) =>
    `Full bar: ahead; pale bar: behind, shortened by ${times} times the gap in %.`,
  turn: (distance) => `the lead changes sides at about ${distance}`,
  turnHelp:
    "Where the lead changes is an estimate: between two common distances the gap is taken to change evenly.",
  aheadBy: (name) => `${name} ahead by `,
  figures: "All figures: gaps per kilometre, dates, surfaces",
  gapTo: (name, other) => `${name} against ${other} (+ slower, − faster)`,
  gaps: "The gaps",
  gap: "Gap",
  perKm: "s/km",
  percent: "%",
  curves: "The curves together",
  curveOf: "The curve",
  curvesHelp: "Each point is a PB, higher is faster; the line is each one’s personal curve.",
  curvesHelpByAge:
    "Each point is an age-graded PB, higher is faster; the line is each one’s age-graded curve.",
  curveNameByAge: "Age-graded pace by distance",
};

/** Texts of athletes side by side in a language. */
export function comparisonTexts(language: Language): ComparisonTexts {
  return language === "fr" ? fr : en;
}
