import {
  DISTANCE_LIMITS,
  MAX_ATHLETES,
  MAX_CUSTOM_DISTANCES,
  MAX_ROWS,
  PACE_LIMITS,
  VMA_LIMITS,
} from "../state/limits.ts";
import type { FieldProblem } from "../state/read_fields.ts";
import { frenchCount as count } from "./count.ts";

type ProblemTexts = Record<
  FieldProblem["code"],
  (given: string, suggestions: readonly string[]) => string
>;

/** Suggestions of the domain, with the decimal comma. */
const either = (suggestions: readonly string[]) =>
  suggestions.map((text) => text.replace(".", ",")).join(" ou ");

const problems: ProblemTexts = {
  pace: (given) => `« ${given} » n’est pas une allure. Écrivez par exemple 4'30, 4:30 ou 15 km/h.`,
  "pace-ambiguous": (given, suggestions) =>
    `« ${given} » peut se lire de deux façons : écrivez ${either(suggestions)}.`,
  "pace-seconds": (given) => `« ${given} » : les secondes vont de 00 à 59.`,
  "pace-range": () =>
    `L’allure doit être entre ${PACE_LIMITS.fastest / 60}'00 et ${
      PACE_LIMITS.slowest / 60
    }'00 au kilomètre.`,
  order: () => "La plus lente doit être plus lente que la plus rapide : inversez les deux allures.",
  speed: (given) => `« ${given} » n’est pas une vitesse. Écrivez par exemple 13,5 ou 4'30/km.`,
  "speed-range": () =>
    `La vitesse doit être entre ${3600 / PACE_LIMITS.slowest} et ${
      3600 / PACE_LIMITS.fastest
    } km/h.`,
  time: (given) => `« ${given} » n’est pas un temps. Écrivez par exemple 3h30, 45'00 ou 1:45:00.`,
  "time-ambiguous": (given, suggestions) =>
    `« ${given} » peut se lire de deux façons : écrivez ${either(suggestions)}.`,
  "time-seconds": (given) => `« ${given} » : minutes et secondes vont de 00 à 59.`,
  "time-range": () =>
    `Ce temps n’est pas celui d’une allure entre ${PACE_LIMITS.fastest / 60}'00 et ${
      PACE_LIMITS.slowest / 60
    }'00 au kilomètre.`,
  "rows-by": (given) => `« ${given} » : les lignes vont par allure, par vitesse ou par temps.`,
  step: (given) => `« ${given} » n’est pas un pas. Écrivez un nombre de secondes, de 0,5 à 600.`,
  "step-speed": (given) => `« ${given} » n’est pas un pas. Écrivez des km/h, de 0,1 à 10.`,
  "step-time": (given) =>
    `« ${given} » n’est pas un pas. Écrivez des secondes ou une durée : 30, 5'00, de 0,1 s à 2 h.`,
  rows: (given) =>
    `Ce pas donnerait ${given} lignes ; le tableau en montre ${MAX_ROWS} au plus. Prenez un pas plus grand.`,
  distance: (given) =>
    `« ${given} » n’est pas une distance. Écrivez par exemple 400 m, 7 km ou semi, séparés par « ; ».`,
  "distance-ambiguous": (given, suggestions) =>
    `« ${given} » peut se lire de deux façons : écrivez ${either(suggestions)}.`,
  "distance-range": (given) =>
    `« ${given} » est hors limites : de ${DISTANCE_LIMITS.min} m à ${
      DISTANCE_LIMITS.max / 1000
    } km.`,
  "distances-many": (given) =>
    `${given} distances, c’est trop : ${MAX_CUSTOM_DISTANCES} au plus s’ajoutent aux officielles.`,
  columns: (given) => `« ${given} » n’est pas une distance de la liste.`,
  notation: (given) => `« ${given} » n’est pas une notation : choisissez 4'30" ou 4:30.`,
  surface: (given) => `« ${given} » : les records sont de piste, de piste courte ou de route.`,
  vma: (given) =>
    `« ${given} » n’est pas une VMA. Écrivez une vitesse de ${VMA_LIMITS.min} à ${VMA_LIMITS.max} km/h.`,
  unit: (given) => `« ${given} » n’est pas une unité : choisissez kilomètre ou mile.`,
  athlete: (given) => `« ${given} » n’est pas un identifiant d’athlète : il est fait de chiffres.`,
  "athletes-many": () =>
    `${MAX_ATHLETES} athlètes au plus à la fois : les premiers sont affichés, les autres ne le sont pas.`,
};

/** Texts of the interface, in French. */
export const fr = {
  notation: "french" as "french" | "english",
  siteName: "MyPacer",
  skip: "Aller au tableau",
  skipToContent: "Aller au contenu",
  otherLanguage: "English",
  home: {
    title: "Tableau d’allures et records des athlètes",
    titleOf: (names: string) => `${names} sur le tableau d’allures`,
    titleFrom: (slow: string, fast: string) => `Tableau d’allures de ${slow} à ${fast}`,
    heading: "Tableau d’allures",
    lead:
      "Du 100 m au marathon, chaque allure et son chrono. Cherchez un athlète : ses records se posent dessus.",
    description:
      "Tableau d’allures de course à pied : allure, vitesse et temps de passage du 100 m au marathon, % de VMA, distances au choix, et les records des athlètes français posés dessus.",
  },
  controls: {
    heading: "Réglages du tableau",
    rowsBy: "Une ligne par",
    rows: { pace: "allure", speed: "vitesse", time: "temps visé" },
    over: "Distance visée",
    slow: { pace: "La plus lente", speed: "La plus lente", time: "Le plus lent" },
    fast: { pace: "La plus rapide", speed: "La plus rapide", time: "Le plus rapide" },
    boundUnit: { pace: "par km", speed: "km/h", time: "h, min, s" },
    step: "Pas",
    stepUnit: { pace: "secondes", speed: "km/h", time: "min, s" },
    more: "VMA, unité, notation",
    vma: "Votre VMA",
    vmaUnit: "km/h",
    vmaHelp: "Ajoute la colonne % VMA.",
    allColumns: "Tout montrer",
    columnsShown: (n: number) => `Distances (${n})`,
    sets: { essential: "L’essentiel", track: "Piste", road: "Route", usual: "Toutes" },
    setsLabel: "Choix tout faits",
    groups: { track: "Piste", both: "Piste et route", road: "Route" },
    distances: "Distances en plus",
    distancesHelp: "Par exemple : 7 km ; 3200 m",
    removeDistance: (distance: string) => `Retirer ${distance}`,
    notation: "Notation",
    forget: "Oublier mes réglages",
    forgotten: "Réglages oubliés.",
    kept: "Vos réglages sont retenus dans ce navigateur seulement.",
    unit: "Allures et vitesses par",
    kilometre: "kilomètre",
    mile: "mile",
    apply: "Afficher",
    reset: "Revenir au tableau de départ",
    wrong: (n: number) =>
      n === 1 ? "Un réglage n’a pas été compris." : `${n} réglages n’ont pas été compris.`,
    wrongHelp: "Le tableau est fait avec les autres.",
  },
  problems,
  table: {
    caption: (slow: string, fast: string, rows: number) =>
      `Temps par distance, de ${slow} à ${fast} : ${count(rows, "ligne", "lignes")}`,
    goal: "Temps visé",
    zone: "Zone",
    light: (what: string) => `Surligner ${what}`,
    pace: "Allure",
    speed: "Vitesse",
    vmaShare: "% VMA",
    vmaShareLong: "Pourcentage de la VMA",
    perUnit: { km: "/km", mi: "/mi" },
    speedUnit: { km: "km/h", mi: "mi/h" },
    paceLong: { km: "Allure par kilomètre", mi: "Allure par mile" },
    speedLong: { km: "Vitesse en kilomètres par heure", mi: "Vitesse en miles par heure" },
  },
  share: {
    heading: "Partager ce tableau",
    link: "Copier le lien",
    linkCopied: "Lien copié.",
    text: "Copier en texte",
    textCopied: "Tableau copié.",
    notCopied: "Le navigateur n’a pas laissé copier.",
    csv: "Fichier CSV",
    print: "Imprimer",
  },
  search: {
    label: "Chercher un athlète",
    placeholder: "Nom et prénom",
    submit: "Chercher",
    results: "Athlètes trouvés",
    hint:
      "Les fautes de frappe, les accents et l’ordre des mots ne comptent pas ; une année de naissance ou un club départage.",
    found: (n: number, more: boolean) =>
      `${more ? "Au moins " : ""}${count(n, "athlète", "athlètes")}`,
    navigate: "flèches haut et bas pour choisir",
    none: "Aucun athlète à ce nom.",
    noneHelp: "Essayez avec le nom de famille seul.",
    recent: "Athlètes choisis récemment",
    forgetRecent: "Oublier ces athlètes",
    showAll: "Voir tous les résultats",
    searchFurther: "Chercher plus loin",
    searching: "Recherche en cours…",
    failed: "La recherche ne répond pas pour le moment. Réessayez dans un instant.",
    offline: "Hors connexion : la recherche demande du réseau.",
    chosen: "déjà affiché",
    full: `${MAX_ATHLETES} athlètes sont affichés, c’est le maximum : retirez-en un d’abord.`,
    born: (sex: "M" | "F" | null, year: string) =>
      `${sex === "F" ? "née" : sex === "M" ? "né" : "né(e)"} en ${year}`,
    bornUnknown: "année de naissance inconnue",
    noClub: "sans club",
  },
  athletes: {
    heading: "Athlètes affichés",
    remove: (name: string) => `Retirer ${name}`,
    profile: "Profil",
    profileOf: (name: string) => `Profil de ${name}`,
    compare: "Comparer ces athlètes",
    hide: "Masquer",
    hideOf: (name: string) => `Masquer les records de ${name}`,
    show: "Montrer",
    showOf: (name: string) => `Montrer les records de ${name}`,
    refresh: "Actualiser",
    refreshOf: (name: string) => `Actualiser les records de ${name}`,
    surfaces: "Records montrés",
    surface: { track: "piste", "short-track": "piste courte (salle)", road: "route" },
    filter: "Filtrer",
    added: (name: string, n: number) => `Ajouté : ${name}, ${count(n, "record", "records")}.`,
    addedNoRecords: (name: string) => `Ajouté : ${name}, records indisponibles.`,
    removed: (name: string) => `Retiré : ${name}.`,
    federation: "Fiche FFA",
    federationOf: (name: string) => `Fiche FFA de ${name}`,
    records: (n: number) => count(n, "record", "records"),
    noRecords: "aucun record de course publié",
    loading: "Lecture des records…",
    readAt: (when: string) => `lus le ${when}`,
    stale: (when: string) =>
      `Le site de la fédération ne répond pas : records du ${when}, peut-être dépassés.`,
    unavailable:
      "Records indisponibles : le site de la fédération ne répond pas. L’athlète reste affiché, réessayez plus tard.",
    unreachable: "Records indisponibles : le service ne répond pas. Réessayez dans un instant.",
    offline: "Records indisponibles hors connexion : réessayez quand le réseau revient.",
    unknown: "Cet athlète n’est pas, ou plus, dans l’index.",
    retry: "Réessayer",
    unnamed: (id: string) => `Athlète n° ${id}`,
  },
  records: {
    of: (name: string) => `Record de ${name}`,
    mark: "Record",
    event: "Épreuve",
    date: "Date",
    place: "Lieu",
    wind: (wind: string) => `vent ${wind} m/s`,
    handTimed: "chrono manuel",
    chip: (time: string) => `temps réel ${time}`,
    age: (years: number, months: number) =>
      years === 0
        ? months === 0 ? "ce mois-ci" : `il y a ${count(months, "mois", "mois")}`
        : `il y a ${count(years, "an", "ans")}`,
    undated: "date non publiée",
    notBest: "un autre record est meilleur sur cette distance",
    slower: "plus lent que le tableau",
    faster: "plus rapide que le tableau",
    noColumn: "distance absente du tableau",
    outside: "Records hors tableau",
    why: "Pourquoi",
    addColumn: (distance: string) => `Ajouter la colonne ${distance}`,
    widen: "Élargir les allures",
    athlete: "Athlète",
  },
};

/** Texts of the interface: the same keys in every language. */
export type Texts = typeof fr;
