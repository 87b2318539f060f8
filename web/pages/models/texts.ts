/** Texts of the page that explains the models: the parts that all models share. */
import { MODELS_ENGLISH } from "./models_english.ts";
import { MODELS_FRENCH } from "./models_french.ts";
import type { ModelsTexts } from "./explained.ts";
import type { Language } from "../../kit/language/language.ts";

/** The texts, by language. */
export const MODELS_TEXTS: Record<Language, ModelsTexts> = {
  fr: MODELS_FRENCH,
  en: MODELS_ENGLISH,
};
