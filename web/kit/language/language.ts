/** Languages of the site: French first, English under `/en`. */
export type Language = "fr" | "en";

/** All languages. */
export const LANGUAGES: readonly Language[] = ["fr", "en"];

/** The other language. */
export function otherLanguage(language: Language): Language {
  return language === "fr" ? "en" : "fr";
}

/** Language of a path, known or not. */
export function languageOf(pathname: string): Language {
  return /^\/en(\/|$)/.test(pathname) ? "en" : "fr";
}
