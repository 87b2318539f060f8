import type { Language } from "../../kit/language/language.ts";
import { englishCount, frenchCount } from "../../kit/language/count.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of the race, in French. */
const fr = french({
  title: "La course",
  titleOf: (distance: string, names: readonly string[]) =>
    `La course sur ${distance} : ${
      names.length > 3
        ? `${names.slice(0, 2).join(", ")} et ${names.length - 2} autres`
        : names.join(", ")
    }`,
  heading: (distance: string) => `La course : ${distance}`,
  lead:
    "Vos athlètes autour de la piste, chacun à l’allure de son record, et l’écart en mètres à l’arrivée.",
  nobody: "Personne n’est encore au départ.",
  nobodyHelp: "Cherchez un premier athlète ci-dessus, puis un second.",
  addFirst: "Choisir un premier athlète",
  add: "Ajouter un athlète à la course",
  full: "Huit athlètes sont au départ, c’est le maximum : retirez-en un pour en ajouter un autre.",
  chosen: "Au départ",
  remove: (name: string) => `Retirer ${name}`,
  compare: "Comparer leurs records",
  table: "Retour au tableau",
  unreadable: (parts: string) => `Pas un numéro d’athlète : ${parts}.`,
  beyond: (ids: string) => `Huit athlètes au plus ; laissés de côté : n° ${ids}.`,
  wrongDistance: (text: string) => `Distance non proposée : « ${text} ».`,
  loading: "Les records sont en cours de lecture sur le site de la fédération…",
  failed: "La course ne peut pas être préparée pour le moment. Réessayez dans un instant.",
  aside: {
    minor: (names: string) =>
      `Mineur, ou d’âge inconnu, donc sans classement ni course : ${names}.`,
    unread: (names: string) => `Records indisponibles : ${names}.`,
    noRecord: (names: string, distance: string) => `Pas de record sur ${distance} : ${names}.`,
    noPrediction: (names: string, distance: string) =>
      `Ni record ni prédiction possible sur ${distance} : ${names}.`,
  },
  withPredictions: "Les faire courir à un temps prédit",
  withoutPredictions: "Ne garder que les records",
  predictionHelp:
    "Prédiction : temps estimé par le modèle MyPacer d’après les autres records ; neuf courses sur dix finissent entre les deux bornes.",
  predicted: "prédiction",
  predictedName: (name: string) => `${name} (prédiction)`,
  /** Records inside a sentence. */
  record: {
    "world-m": "le record du monde masculin",
    "world-f": "le record du monde féminin",
    "france-m": "le record de France masculin",
    "france-f": "le record de France féminin",
  },
  records: "Ajouter un record du monde ou de France",
  range: (fastest: string, slowest: string) => `entre ${fastest} et ${slowest}`,
  distances: "Distance",
  runners: (n: number) => frenchCount(n, "athlète", "athlètes"),
  tooFew: (distance: string) =>
    `Pour une course, il faut au moins deux adultes avec un temps sur ${distance}.`,
  and: " et ",
  outcome: (first: string, others: string) => `Quand ${first} passe la ligne, ${others}.`,
  outcomeTogether: (first: string, others: string) =>
    `${first} passent la ligne ensemble${others === "" ? "" : ` ; ${others}`}.`,
  isAt: (name: string, gap: string) => `${name} est à ${gap}`,
  at: (name: string, gap: string) => `${name} à ${gap}`,
  others: "les autres plus loin",
  stage: (distance: string) => `Course sur ${distance}`,
  play: "Faire courir",
  pause: "Pause",
  again: "Recommencer",
  speed: "Vitesse",
  speeds: { slow: "lente", usual: "normale", fast: "rapide" },
  moment: "Moment de la course",
  ahead: "d’avance",
  together: "ensemble",
  stills: "La course en trois images",
  start: "Départ",
  halfway: (clock: string) => `À mi-course, ${clock}`,
  finish: (clock: string) => `Première arrivée, ${clock}`,
  still: (places: string) => `Vue de la piste. ${places}`,
  covered: (name: string, meters: string) => `${name} : ${meters}`,
  result: "À l’arrivée",
  athlete: "Athlète",
  gap: "Reste à courir",
  late: "Arrive après",
  line: "à la ligne",
  howTitle: "Comment c’est compté",
  even:
    "Chacun tient du départ à l’arrivée l’allure moyenne de son record. Une vraie course varie.",
  lanes:
    "La piste a les proportions d’une piste de 400 m, lignes droites de 84,39 m et virages de 36,50 m de rayon. Chacun a son couloir, élargi pour être vu, mais tous courent la même distance : deux athlètes côte à côte ont couru autant.",
  longLaps: "Au-delà de 10 km, un tour du dessin vaut 4 km.",
  sprint: "Le 100 m se court en ligne droite.",
  shown: (seconds: string, times: string) =>
    times === "1"
      ? `La course dure ${seconds} s, comme en vrai.`
      : `La course est montrée en ${seconds} s, ${times} fois plus vite qu’en vrai.`,
});

/** Texts of the race: the same keys in every language. */
export type RaceTexts = typeof fr;

const en: RaceTexts = {
  title: "The race",
  titleOf: (distance, names) =>
    `The race over ${distance}: ${
      names.length > 3
        ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`
        : names.join(", ")
    }`,
  heading: (distance) => `The race: ${distance}`,
  lead:
    "Your athletes around the track, each at the pace of their PB, and the gap in metres at the finish.",
  nobody: "Nobody is at the start yet.",
  nobodyHelp: "Search for a first athlete above, then for a second one.",
  addFirst: "Choose a first athlete",
  add: "Add an athlete to the race",
  full: "Eight athletes are at the start, which is the most: remove one to add another.",
  chosen: "At the start",
  remove: (name) => `Remove ${name}`,
  compare: "Compare their PBs",
  table: "Back to the table",
  unreadable: (parts) => `Not the number of an athlete: ${parts}.`,
  beyond: (ids) => `Eight athletes at most; left out: no. ${ids}.`,
  wrongDistance: (text) => `Not one of the distances: “${text}”.`,
  loading: "The PBs are being read from the federation’s site…",
  failed: "The race cannot be prepared for now. Try again in a moment.",
  aside: {
    minor: (names) => `Under age, or of unknown age, so without ranking or race: ${names}.`,
    unread: (names) => `PBs unavailable: ${names}.`,
    noRecord: (names, distance) => `No PB over ${distance}: ${names}.`,
    noPrediction: (names, distance) =>
      `Neither a PB nor a possible prediction over ${distance}: ${names}.`,
  },
  withPredictions: "Let them run a predicted time",
  withoutPredictions: "PBs only",
  predictionHelp:
    "Prediction: a time estimated by MyPacer’s model from the other PBs; nine races of ten end between the two bounds.",
  predicted: "prediction",
  predictedName: (name) => `${name} (prediction)`,
  record: {
    "world-m": "the men’s world record",
    "world-f": "the women’s world record",
    "france-m": "the men’s French record",
    "france-f": "the women’s French record",
  },
  records: "Add a record of the world or of France",
  range: (fastest, slowest) => `between ${fastest} and ${slowest}`,
  distances: "Distance",
  runners: (n) => englishCount(n, "athlete", "athletes"),
  tooFew: (distance) => `A race takes at least two adults with a time over ${distance}.`,
  and: " and ",
  outcome: (first, others) => `When ${first} crosses the line, ${others}.`,
  outcomeTogether: (first, others) =>
    `${first} cross the line together${others === "" ? "" : `; ${others}`}.`,
  isAt: (name, gap) => `${name} has ${gap} to go`,
  at: (name, gap) => `${name} ${gap}`,
  others: "the others more",
  stage: (distance) => `Race over ${distance}`,
  play: "Run",
  pause: "Pause",
  again: "Restart",
  speed: "Speed",
  speeds: { slow: "slow", usual: "normal", fast: "fast" },
  moment: "Moment of the race",
  ahead: "ahead",
  together: "together",
  stills: "The race in three pictures",
  start: "Start",
  halfway: (clock) => `Half way, ${clock}`,
  finish: (clock) => `First at the line, ${clock}`,
  still: (places) => `View of the track. ${places}`,
  covered: (name, meters) => `${name}: ${meters}`,
  result: "At the finish",
  athlete: "Athlete",
  gap: "Still to run",
  late: "Arrives after",
  line: "at the line",
  howTitle: "How it is counted",
  even: "Everybody holds the mean pace of their PB from start to finish. A real race varies.",
  lanes:
    "The track has the proportions of one of 400 m, with straights of 84.39 m and bends of 36.50 m radius. Everybody has a lane, widened to be seen, but all run the same distance: two athletes beside each other have run as far.",
  longLaps: "Beyond 10 km, a lap of the picture stands for 4 km.",
  sprint: "The 100 m is run on the straight.",
  shown: (seconds, times) =>
    times === "1"
      ? `The race lasts ${seconds} s, as in reality.`
      : `The race is shown in ${seconds} s, ${times} times faster than in reality.`,
};

/** Texts of the race in a language. */
export function raceTexts(language: Language): RaceTexts {
  return language === "fr" ? fr : en;
}
