/** Answers as one types: loaded by the search field when a text may be a question for figures. */
import type { VNode } from "preact";
import type { Language } from "../language/language.ts";
import { paceText } from "../tools/tool_format.ts";
import { answerTo } from "./answer.ts";
import { AnswerCard, headingOf } from "./AnswerCard.tsx";
import { readCalculation } from "./calculation.ts";

/** An answer that is shown while somebody types. */
export interface LiveAnswer {
  card: VNode;
  /** The answer in one line, for screen readers. */
  line: string;
}

/** The answer to a text; null where it is not a question for figures. */
export function liveAnswer(text: string, language: Language): LiveAnswer | null {
  const calculation = readCalculation(text);
  if (calculation === null) return null;
  const answer = answerTo(calculation);
  const heading = headingOf(calculation, language);
  return {
    card: <AnswerCard language={language} calculation={calculation} />,
    line: answer.kind === "race" ? `${heading}, ${paceText(answer.pace, language)}` : heading,
  };
}
