/** What is wrong with a field of a tool and how it was read, as its visitor reads it. */
import type { FieldProblem, ReadingNote } from "../forms/field.ts";
import { type AddressFields, shownTexts } from "../forms/fields.ts";
import type { FormInput } from "../forms/read_fields.ts";
import { englishProblems } from "../forms/english_problems.ts";
import { frenchProblems } from "../forms/french_problems.ts";
import type { Language } from "../language/language.ts";
import { writeProblem, writeReading } from "../forms/problem_text.ts";

const TEXTS = { fr: frenchProblems, en: englishProblems } as const;

/** What is wrong with a field; nothing when nothing is. */
export function toolProblemText(
  problem: FieldProblem | undefined,
  language: Language,
): string | undefined {
  if (problem === undefined) return undefined;
  const { problems, or } = TEXTS[language];
  return writeProblem(problem, problems[problem.code], { language, or });
}

/** How a field was read; nothing when it was as anybody expects. */
export function toolReadingText(
  note: ReadingNote | undefined,
  language: Language,
): string | undefined {
  return note && writeReading(note, TEXTS[language], language);
}

/** What the text fields of a tool are drawn with, by name: what they show, what is said of it. */
export function textFields<State, Name extends string>(
  fields: AddressFields<State, Name>,
  input: Omit<FormInput<State, Name>, "state">,
  language: Language,
) {
  const texts = shownTexts(fields, input, language);
  return (name: Name) => ({
    id: `field-${name}`,
    name,
    value: texts[name],
    problem: toolProblemText(input.problems[name], language),
    reading: toolReadingText(input.notes[name], language),
  });
}
