import type { Language } from "../../kit/language/language.ts";
import { formatCount } from "../../kit/language/format.ts";
import { type Texts, textsOf } from "../../kit/texts/texts.ts";
import { french } from "../../kit/language/french_spaces.ts";

const fr = french({
  description:
    "Recherche d’athlètes licenciés : les fautes, les accents et l’ordre des mots ne comptent pas ; par club, sexe, catégorie et saison.",
  title: "Recherche d’athlètes",
  heading: "Recherche d’athlètes",
  resultsFor: (query: string) => `Athlètes pour « ${query} »`,
  /** A race, a pace or a distance, as it was typed. */
  figures: (query: string) => query,
  totalFor: (n: number, query: string) =>
    `${n === 0 ? "Aucun athlète" : `${formatCount(n, "fr")} ${n === 1 ? "athlète" : "athlètes"}`}${
      query === "" ? "" : ` pour « ${query} »`
    }`,
  noneTitle: "Personne dans ce couloir",
  noneFurther: "Pas d’autre athlète.",
  understood: "Voici ce qui a été compris :",
  understoodName: (words: string) => `nom : ${words}`,
  understoodWhole: (word: string) =>
    `nom entier : ${word} (deux lettres sont lues comme un nom complet)`,
  understoodYear: (year: number) => `année de naissance : ${year}`,
  understoodClub: (name: string, number: string) => `club : ${name} (${number})`,
  understoodNoClub: (given: string) => `club : aucun ne porte le numéro ${given}`,
  takenForClub: (words: readonly string[]) =>
    `${words.map((word) => `« ${word} »`).join(", ")} : lu comme le nom d’un club.`,
  understoodNumber: (number: string) =>
    `numéro ${number} : ni un club, ni un athlète de l’annuaire`,
  understoodFilter: (label: string, value: string) => `${label} : ${value}`,
  whichClub: "Quel club ?",
  noClubNamed: (given: string) => `Aucun club ne s’appelle « ${given} ».`,
  filters: "Filtrer",
  applyFilters: "Filtrer",
  club: "Club",
  clubHelp: "Nom ou numéro (075999, 02A135) ; un club seul montre ses athlètes.",
  sex: "Sexe",
  anySex: "Femmes et hommes",
  women: "Femmes",
  men: "Hommes",
  woman: "femme",
  man: "homme",
  category: "Catégorie",
  anyCategory: "Toutes",
  since: "Actif depuis la saison",
  anySeason: "Toutes",
  page: (n: number) => `page ${n}`,
  range: (from: number, to: number) => `Athlètes ${from} à ${to}, les plus proches d’abord`,
  closestFirst: "Les plus proches d’abord",
  previous: "Athlètes précédents",
  lastPage: "La liste s’arrête ici : ajoutez un prénom, une année de naissance ou un filtre.",
  tooShort: "Tapez au moins trois lettres, ou un nom de deux lettres en entier.",
  tooMany: "C’est trop de mots : huit au plus.",
  notLetters: "Tapez un nom en lettres latines, avec ou sans accents.",
  tooLong: "C’est trop long : 80 caractères au plus.",
  add: { table: "Afficher ses records", compare: "Comparer", race: "Mettre au départ" },
  more: "Athlètes suivants",
  back: {
    table: "Retour au tableau",
    compare: "Retour à la comparaison",
    race: "Retour à la course",
  },
});

const en: typeof fr = {
  description:
    "Search licensed athletes: typos, accents and the order of words do not matter; by club, sex, category and season.",
  title: "Athlete search",
  heading: "Athlete search",
  resultsFor: (query) => `Athletes for “${query}”`,
  figures: (query) => query,
  totalFor: (n, query) =>
    `${n === 0 ? "No athletes" : `${formatCount(n, "en")} ${n === 1 ? "athlete" : "athletes"}`}${
      query === "" ? "" : ` for “${query}”`
    }`,
  noneTitle: "Nobody in this lane",
  noneFurther: "No further athlete.",
  understood: "This is what was understood:",
  understoodName: (words) => `name: ${words}`,
  understoodWhole: (word) => `whole name: ${word} (two letters are read as a complete name)`,
  understoodYear: (year) => `birth year: ${year}`,
  understoodClub: (name, number) => `club: ${name} (${number})`,
  understoodNoClub: (given) => `club: none has the number ${given}`,
  takenForClub: (words) =>
    `Read as the name of a club: ${words.map((word) => `“${word}”`).join(", ")}.`,
  understoodNumber: (number) => `number ${number}: neither a club nor an athlete of the index`,
  understoodFilter: (label, value) => `${label}: ${value}`,
  whichClub: "Which club?",
  noClubNamed: (given) => `No club is called “${given}”.`,
  filters: "Filter",
  applyFilters: "Filter",
  club: "Club",
  clubHelp: "Name or number (075999, 02A135); a club alone shows its athletes.",
  sex: "Sex",
  anySex: "Women and men",
  women: "Women",
  men: "Men",
  woman: "woman",
  man: "man",
  category: "Category",
  anyCategory: "All",
  since: "Active since season",
  anySeason: "All",
  page: (n) => `page ${n}`,
  range: (from, to) => `Athletes ${from} to ${to}, closest first`,
  closestFirst: "Closest first",
  previous: "Previous athletes",
  lastPage: "The list ends here: add a given name, a birth year or a filter.",
  tooShort: "Type at least three letters, or a whole name of two letters.",
  tooMany: "Those are too many words: eight at most.",
  notLetters: "Type a name in Latin letters, with or without accents.",
  tooLong: "That is too long: 80 characters at most.",
  add: { table: "Show their PBs", compare: "Compare", race: "Put at the start" },
  more: "More athletes",
  back: { table: "Back to the table", compare: "Back to the comparison", race: "Back to the race" },
};

/** Texts of the results page, besides the search field. */
const SEARCH_PAGE_TEXTS: Record<Language, typeof fr> = { fr, en };

/**
 * Texts of the pages of results: those of the search field, and their own, which no script of a
 * page needs.
 */
export function searchPageTexts(language: Language): Texts["search"] & typeof fr {
  return { ...textsOf(language).search, ...SEARCH_PAGE_TEXTS[language] };
}
