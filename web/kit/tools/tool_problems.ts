/** What is wrong with a field of a tool and how it was read, as its visitor reads it. */
import type { FieldProblem, ReadingNote } from "../forms/field.ts";
import { type AddressFields, shownTexts } from "../forms/fields.ts";
import type { FormInput } from "../forms/read_fields.ts";
import { englishProblems } from "../forms/english_problems.ts";
import { frenchProblems } from "../forms/french_problems.ts";
import type { Language } from "../language/language.ts";
import { writeProblem, writeReading } from "../forms/problem_text.ts";

const TEXTS = { fr: frenchProblems, en: englishProblems } as const;

/** Message for a wrong field of a tool; undefined when it is right. */
export const toolProblemText = (problem: FieldProblem | undefined, language: Language) =>
  writeProblem(problem, TEXTS[language], language);

/** Note on how a field of a tool was read; undefined when that is obvious. */
export const toolReadingText = (note: ReadingNote | undefined, language: Language) =>
  writeReading(note, TEXTS[language], language);

/** Properties of the text fields of a tool, by name: text, message, note. */
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
