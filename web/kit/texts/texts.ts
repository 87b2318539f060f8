import type { FieldProblem, ReadingNote } from "../forms/field.ts";
import type { Texts } from "./fr.ts";
import type { Language } from "../language/language.ts";
import { writeProblem, writeReading } from "../forms/problem_text.ts";

export type { Texts };

/** The loaded texts: the server has all, a page's scripts those of its language. */
const provided = new Map<Language, Texts>();

/** Loads the texts of a language. */
export function provideTexts(language: Language, texts: Texts): void {
  provided.set(language, texts);
}

/**
 * Texts of the interface in a language.
 *
 * @throws {Error} When they are not loaded: `provide_fr.ts` and `provide_en.ts` load them.
 */
export function textsOf(language: Language): Texts {
  const texts = provided.get(language);
  if (texts === undefined) throw new Error(`The texts in "${language}" were not provided`);
  return texts;
}

/** Message for a wrong field of the table; undefined when it is right. */
export const problemText = (problem: FieldProblem | undefined, language: Language) =>
  writeProblem(problem, textsOf(language).problems, language);

/** Note on how a field of the table was read; undefined when that is obvious. */
export const readingText = (note: ReadingNote | undefined, language: Language) =>
  writeReading(note, textsOf(language).problems, language);
