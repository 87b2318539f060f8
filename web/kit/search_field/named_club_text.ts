import type { Language } from "../addresses/language.ts";

/** How a club that a text names is shown. A module of its own: the browser loads it with the search. */
export function namedClubText(name: string, language: Language): string {
  return language === "fr" ? `Club : ${name}` : `Club: ${name}`;
}
