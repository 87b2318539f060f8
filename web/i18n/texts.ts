import { en } from "./en.ts";
import { fr, type Texts } from "./fr.ts";
import type { Language } from "./language.ts";

export type { Texts };

const TEXTS: Record<Language, Texts> = { fr, en };

/** Texts of the interface in a language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
