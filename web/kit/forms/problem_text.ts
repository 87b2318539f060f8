/** What is wrong with a field, and how it was read, in the words of a language. */
import type { InputValue } from "@mypacer/shared/domain/measure/input_value.ts";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import type { FieldProblem, FieldProblemCode, ReadingNote } from "./field.ts";
import type { Language } from "../language/language.ts";

/** What a text of a problem is made from, each written as the field takes it. */
export interface ProblemWords {
  /** The part that is wrong, as it was typed. */
  typed: string;
  /** What it could be written as instead, parted by "or"; empty for nothing. */
  either: string;
  /** How many of them there are. */
  choices: number;
  /** What it was read as; empty where that is no question. */
  as: string;
  /** Least and most that the field takes; empty where it has no limits. */
  least: string;
  most: string;
}

/** The text of a problem. */
export type ProblemText = (words: ProblemWords) => string;

/** The texts of problems in a language, and how a text was read. */
export interface ProblemTexts {
  or: string;
  and: string;
  problems: Record<FieldProblemCode, ProblemText>;
  readAs: (typed: string, as: string) => string;
}

/** Message for a wrong field; undefined when it is right. */
export function writeProblem(
  problem: FieldProblem | undefined,
  { problems, or }: ProblemTexts,
  language: Language,
): string | undefined {
  if (problem === undefined) return undefined;
  const { code, typed, suggestions, as, limits } = problem;
  const write = (value: InputValue | undefined) =>
    value === undefined ? "" : inSentence(value, language);
  const choices = [...new Set(suggestions.map((value) => writeInput(value, language)))];
  return problems[code]({
    typed,
    either: choices.join(or),
    choices: choices.length,
    as: write(as),
    least: write(limits?.[0]),
    most: write(limits?.[1]),
  });
}

/** A value in a sentence: of a pace its unit is told. */
function inSentence(value: InputValue, language: Language): string {
  const text = writeInput(value, language);
  return value.kind === "pace" && value.per === "km" ? `${text}/km` : text;
}

/** Note on how a text was read; undefined when that is obvious. */
export function writeReading(
  note: ReadingNote | undefined,
  { readAs, and }: ProblemTexts,
  language: Language,
): string | undefined {
  if (note === undefined) return undefined;
  const values = note.as.map((value) => inSentence(value, language));
  const last = values.pop() ?? "";
  return readAs(note.typed, values.length === 0 ? last : values.join(", ") + and + last);
}
