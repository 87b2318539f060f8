import type { FieldProblem, ReadingNote } from "../forms/field.ts";
import type { Texts } from "./fr.ts";
import type { Language } from "../language/language.ts";
import { writeProblem, writeReading } from "../forms/problem_text.ts";

export type { Texts };

/** The texts that were brought: the server has all, a page's scripts those of its language. */
const provided = new Map<Language, Texts>();

/** Brings the texts of a language. */
export function provideTexts(language: Language, texts: Texts): void {
  provided.set(language, texts);
}

/**
 * Texts of the interface in a language.
 *
 * @throws {Error} When nobody has brought them: a module of `provide_fr.ts` or `provide_en.ts`
 * does.
 */
export function textsOf(language: Language): Texts {
  const texts = provided.get(language);
  if (texts === undefined) throw new Error(`The texts in "${language}" were not provided`);
  return texts;
}

/** What is wrong with a field of the table, as its visitor reads it; nothing when nothing is. */
export function problemText(
  problem: FieldProblem | undefined,
  language: Language,
): string | undefined {
  if (problem === undefined) return undefined;
  const { problems, or } = textsOf(language).problems;
  return writeProblem(problem, problems[problem.code], { language, or });
}

/** How a field of the table was read; nothing when it was as anybody expects. */
export function readingText(note: ReadingNote | undefined, language: Language): string | undefined {
  return note && writeReading(note, textsOf(language).problems, language);
}
