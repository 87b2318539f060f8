/** What is wrong with a line of the group sheet. */
import type { GroupProblemCode } from "../state/field.ts";
import { MAX_BLOCKS, MAX_RUNNERS } from "../state/group_limits.ts";
import type { Language } from "./language.ts";
import type { ProblemText } from "./problem_text.ts";

const french: Record<GroupProblemCode, ProblemText> = {
  block: ({ typed }) => `« ${typed} » n’est pas un bloc. Écrivez par exemple 10x400 105 % r 1'.`,
  "block-range": ({ typed }) =>
    `« ${typed} » est hors limites : de 50 m à 20 km ou de 10 s à 1 h, de 40 à 160 % de la VMA.`,
  blocks: ({ typed }) => `${typed} blocs, c’est trop : les ${MAX_BLOCKS} premiers sont lus.`,
  runner: ({ typed }) =>
    `« ${typed} » : ni VMA ni résultat. Écrivez par exemple « Léa 15,5 » ou « Léa 10 km 42'30 ».`,
  "runner-effort": ({ typed }) =>
    `« ${typed} » : ce résultat ne donne pas de VMA. Il faut un effort de plus de 7 min.`,
  runners: ({ typed }) => `${typed} coureurs, c’est trop : les ${MAX_RUNNERS} premiers sont lus.`,
};

const english: Record<GroupProblemCode, ProblemText> = {
  block: ({ typed }) => `“${typed}” is not a block. Write for example 10x400 105% r 1:00.`,
  "block-range": ({ typed }) =>
    `“${typed}” is out of range: from 50 m to 20 km or 10 s to 1 h, from 40 to 160% of VMA.`,
  blocks: ({ typed }) => `${typed} blocks are too many: the first ${MAX_BLOCKS} are read.`,
  runner: ({ typed }) =>
    `“${typed}”: neither VMA nor result. Write for example “Lea 15.5” or “Lea 10 km 42:30”.`,
  "runner-effort": ({ typed }) =>
    `“${typed}”: this result gives no VMA. It takes an effort of more than 7 min.`,
  runners: ({ typed }) => `${typed} runners are too many: the first ${MAX_RUNNERS} are read.`,
};

/** The texts, by language. */
export const GROUP_PROBLEMS: Record<Language, Record<GroupProblemCode, ProblemText>> = {
  fr: french,
  en: english,
};
