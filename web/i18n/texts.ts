import type { FieldProblem } from "../state/read_fields.ts";
import { en } from "./en.ts";
import { fr, type Texts } from "./fr.ts";
import type { Language } from "./language.ts";

export type { Texts };

const TEXTS: Record<Language, Texts> = { fr, en };

/** What is wrong with a field, as its visitor reads it; nothing when nothing is. */
export function problemText(
  problem: FieldProblem | undefined,
  texts: Texts,
): string | undefined {
  return problem && texts.problems[problem.code](problem.given, problem.suggestions);
}

/** Texts of the interface in a language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
