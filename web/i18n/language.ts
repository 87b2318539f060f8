/** Languages of the site: French first, English under `/en`. */
export type Language = "fr" | "en";

/** All of them. */
export const LANGUAGES: readonly Language[] = ["fr", "en"];

/** Pages that exist in both languages. */
export type PageName = "home" | "search" | "legal" | "privacy";

/** Path of each page, by language. */
export const PATHS: Record<Language, Record<PageName, string>> = {
  fr: {
    home: "/",
    search: "/recherche",
    legal: "/mentions-legales",
    privacy: "/confidentialite",
  },
  en: { home: "/en", search: "/en/search", legal: "/en/legal", privacy: "/en/privacy" },
};

/** The other language. */
export function otherLanguage(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

/** Language that a path is read in, known or not. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$)/.test(pathname) ? "en" : "fr";
}
