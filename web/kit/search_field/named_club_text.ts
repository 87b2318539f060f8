import type { Language } from "../language/language.ts";

/**
 * How a club that a text names is shown. A module of its own: the browser loads it with the search.
 */
export function namedClubText(name: string, language: Language): string {
  return language === "fr" ? `Club : ${name}` : `Club: ${name}`;
}

/** What the link to a club's page says of it. */
export function clubPageText(name: string, language: Language): string {
  return language === "fr" ? `Page du club ${name}` : `Club page of ${name}`;
}
