import { frenchSpaces } from "../language/french_spaces.ts";
import type { Language } from "../language/language.ts";

/**
 * Texts for a club that a search names. A module of its own, because the browser loads it with the
 * search.
 */
export function namedClubText(name: string, language: Language): string {
  return language === "fr" ? frenchSpaces(`Club : ${name}`) : `Club: ${name}`;
}

/** Text of the link to a club's page. */
export function clubPageText(name: string, language: Language): string {
  return language === "fr" ? `Page du club ${name}` : `Club page of ${name}`;
}
