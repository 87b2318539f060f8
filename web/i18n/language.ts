/** Languages of the site: French first, English under `/en`. */
export type Language = "fr" | "en";

/** All of them. */
export const LANGUAGES: readonly Language[] = ["fr", "en"];

/** Pages that exist in both languages. */
export type PageName =
  | "home"
  | "search"
  | "clubs"
  | "legal"
  | "terms"
  | "privacy"
  | "removal";

/** Path of each page, by language. */
export const PATHS: Record<Language, Record<PageName, string>> = {
  fr: {
    home: "/",
    search: "/recherche",
    clubs: "/clubs",
    legal: "/mentions-legales",
    terms: "/conditions",
    privacy: "/confidentialite",
    removal: "/retrait",
  },
  en: {
    home: "/en",
    search: "/en/search",
    clubs: "/en/clubs",
    legal: "/en/legal",
    terms: "/en/terms",
    privacy: "/en/privacy",
    removal: "/en/removal",
  },
};

/** Paths of the table as a file, by language. */
export const TABLE_FILES: Record<Language, Record<"csv" | "text", string>> = {
  fr: { csv: "/tableau/csv", text: "/tableau/texte" },
  en: { csv: "/en/table/csv", text: "/en/table/text" },
};

/** Pages that search engines may keep: they name nobody. The others say `noindex`, in any state. */
export const INDEXED_PAGES: readonly PageName[] = [
  "home",
  "clubs",
  "legal",
  "terms",
  "privacy",
  "removal",
];

/** The other language. */
export function otherLanguage(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

/** Language that a path is read in, known or not. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$)/.test(pathname) ? "en" : "fr";
}
