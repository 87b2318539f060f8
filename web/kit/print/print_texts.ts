/** Texts at the foot of printed pages. */
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

/** Texts of one language. */
interface PrintTexts {
  /** Date of the sheet. */
  date: (date: string) => string;
}

/** The texts, by language. */
export const PRINT_TEXTS: Record<Language, PrintTexts> = {
  fr: french({ date: (date) => `Édité le ${date}` }),
  en: { date: (date) => `As of ${date}` },
};
