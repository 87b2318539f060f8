import { englishCount, frenchCount } from "../../kit/language/count.ts";
import { formatCount } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of the club pages, in French. */
const fr = french({
  clubs: {
    title: "Clubs d’athlétisme",
    heading: "Clubs",
    lead:
      "Les clubs de la fédération, leurs licenciés saison par saison, et leurs records dans le tableau.",
    description:
      "Trouvez un club de la Fédération française d’athlétisme par son nom, son numéro ou son département : ligue, saisons et nombre de licenciés.",
    label: "Chercher un club",
    placeholder: "Nom ou numéro",
    hint:
      "Une faute de frappe ne gêne pas. Les trois premiers chiffres d’un numéro sont le département : 075 donne les clubs de Paris.",
    submit: "Chercher",
    resultsFor: (query: string) => `Clubs pour « ${query} »`,
    ofDepartment: (department: string) => `Clubs : ${department}`,
    departments: "Par département",
    found: (n: number) => frenchCount(n, "club", "clubs"),
    range: (from: number, to: number) => `Clubs ${from} à ${to}`,
    none: "Aucun club à ce nom.",
    noneTitle: "Le vestiaire est vide",
    noneHelp: "Essayez avec le nom de la ville, ou le numéro du club.",
    noneFurther: "Pas d’autre club.",
    problem: "Tapez au moins deux lettres ou chiffres, 80 caractères au plus.",
    previous: "Clubs précédents",
    next: "Clubs suivants",
    athletes: "Chercher un athlète",
    searchAsClub: "Chercher un club de ce nom",
  },
  club: {
    number: (number: string) => `n° ${number}`,
    league: (name: string) => `Ligue ${name}`,
    seasonsRange: (first: number, last: number) =>
      first === last ? `saison ${first}` : `saisons ${first} à ${last}`,
    seasons: "Licenciés par saison",
    seasonsSummary: (n: string, season: number, most: string, mostSeason: number) =>
      `${n} en ${season} ; le plus : ${most} en ${mostSeason}.`,
    season: "Saison",
    licensed: "Licenciés",
    athletes: "Athlètes",
    filters: "Filtrer les athlètes",
    lastSeason: (season: number) => `${season} (en cours)`,
    allSeasons: "Toutes les saisons",
    apply: "Filtrer",
    found: (n: number) => frenchCount(n, "athlète", "athlètes"),
    range: (from: number, to: number, total: number | null) =>
      `Athlètes ${from} à ${to}${total === null ? "" : ` sur ${formatCount(total, "fr")}`}`,
    searchInside: "Chercher dans ce club",
    searchRefused: "Tapez au moins deux lettres du nom.",
    letters: "Par première lettre du nom",
    allLetters: "A–Z",
    none: "Aucun athlète avec ces filtres.",
    noneFurther: "Pas d’autre athlète.",
    present: (name: string | null) =>
      name === null ? "aujourd’hui sans club" : `aujourd’hui : ${name}`,
    until: (season: number) => `licence la plus récente : ${season}`,
    previous: "Athlètes précédents",
    next: "Athlètes suivants",
    source: "Source : pages publiques de la fédération. Vous y figurez à tort ?",
    removal: "Demander un retrait ou une correction",
    description: (name: string) =>
      `${name} : ses athlètes par saison, sexe et catégorie, et leurs records dans le tableau d’allures.`,
    failedTitle: "Club indisponible",
    failed: "Ce club ne peut pas être lu pour le moment. Réessayez dans un instant.",
  },
});

/** Texts of the club pages: the same keys in every language. */
export type ClubTexts = typeof fr;

const en: ClubTexts = {
  clubs: {
    title: "Athletics clubs",
    heading: "Clubs",
    lead: "The clubs of the French federation, their athletes season by season, and their PBs.",
    description:
      "Find a club of the French athletics federation by name, number or department: league, seasons and number of licensed athletes.",
    label: "Find a club",
    placeholder: "Name or number",
    hint:
      "Typos are fine. The first three digits of a number are the department: 075 gives the clubs of Paris.",
    submit: "Search",
    resultsFor: (query) => `Clubs for “${query}”`,
    ofDepartment: (department) => `Clubs: ${department}`,
    departments: "By department",
    found: (n) => englishCount(n, "club", "clubs"),
    range: (from, to) => `Clubs ${from} to ${to}`,
    none: "No club of this name.",
    noneTitle: "The changing room is empty",
    noneHelp: "Try the name of the town, or the number of the club.",
    noneFurther: "No further club.",
    problem: "Type at least two letters or digits, at most 80 characters.",
    previous: "Previous clubs",
    next: "Next clubs",
    athletes: "Find an athlete",
    searchAsClub: "Find a club of this name",
  },
  club: {
    number: (number) => `No. ${number}`,
    league: (name) => `${name} league`,
    seasonsRange: (first, last) =>
      first === last ? `season ${first}` : `seasons ${first} to ${last}`,
    seasons: "Licensed athletes by season",
    seasonsSummary: (n, season, most, mostSeason) =>
      `${n} in ${season}; most: ${most} in ${mostSeason}.`,
    season: "Season",
    licensed: "Licensed",
    athletes: "Athletes",
    filters: "Filter the athletes",
    lastSeason: (season) => `${season} (current)`,
    allSeasons: "All seasons",
    apply: "Filter",
    found: (n) => englishCount(n, "athlete", "athletes"),
    range: (from, to, total) =>
      `Athletes ${from} to ${to}${total === null ? "" : ` of ${formatCount(total, "en")}`}`,
    searchInside: "Search in this club",
    searchRefused: "Type at least two letters of the name.",
    letters: "By first letter of the name",
    allLetters: "A–Z",
    none: "No athlete with these filters.",
    noneFurther: "No further athlete.",
    present: (name) => name === null ? "now without a club" : `now: ${name}`,
    until: (season) => `latest licence: ${season}`,
    previous: "Previous athletes",
    next: "Next athletes",
    source: "Source: public pages of the federation. Listed here by mistake?",
    removal: "Ask for removal or correction",
    description: (name) =>
      `${name}: its athletes by season, sex and category, and their PBs over the pace table.`,
    failedTitle: "Club unavailable",
    failed: "This club cannot be read at the moment. Try again shortly.",
  },
};

/** Texts of the club pages in a language. */
export function clubTexts(language: Language): ClubTexts {
  return language === "fr" ? fr : en;
}
