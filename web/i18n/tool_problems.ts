/** What is wrong with a field of a tool, as its visitor reads it. */
import { PACE_LIMITS } from "@mypacer/shared/domain/pace_table.ts";
import { ZONE_VMA_LIMITS } from "@mypacer/shared/domain/training_zones.ts";
import { MAX_BLOCKS, MAX_RUNNERS } from "../state/group_limits.ts";
import { RACE_LIMITS, type ToolProblem, type ToolProblemCode } from "../state/tool_fields.ts";
import type { Language } from "./language.ts";

type ProblemText = (given: string, suggestions: readonly string[]) => string;

const { lowest, highest } = ZONE_VMA_LIMITS;
const minutes = (seconds: number) => seconds / 60;

const french: Record<ToolProblemCode, ProblemText> = {
  distance: (given) =>
    `« ${given} » n’est pas une distance. Écrivez par exemple 10 km, 1500 m, semi ou marathon.`,
  "distance-ambiguous": (given, suggestions) =>
    `« ${given} » peut se lire de deux façons : écrivez ${
      suggestions.join(" ou ").replaceAll(".", ",")
    }.`,
  "distance-range": (given) =>
    `« ${given} » est hors limites : de ${RACE_LIMITS.min} m à ${RACE_LIMITS.max / 1000} km.`,
  "distance-missing": () => "Indiquez la distance : 10 km, semi, marathon…",
  time: (given) => `« ${given} » n’est pas un temps. Écrivez par exemple 3h30, 45'00 ou 1:45:00.`,
  "time-ambiguous": (given, suggestions) =>
    `« ${given} » peut se lire de deux façons : écrivez ${
      suggestions.join(" ou ").replaceAll(".", ",")
    }.`,
  "time-overflow": (given) => `« ${given} » : minutes et secondes vont de 00 à 59.`,
  "time-missing": () => "Indiquez le temps : 45'00, 1h35, 3h30'00…",
  "time-pace": (given, [meant]) =>
    meant === undefined
      ? `« ${given} » sur cette distance n’est pas une allure entre ${
        minutes(PACE_LIMITS.fastest)
      }'00 et ${minutes(PACE_LIMITS.slowest)}'00 au kilomètre.`
      : `« ${given} », ce sont des minutes et des secondes : pour des heures, écrivez ${meant}.`,
  vma: (given) =>
    `« ${given} » n’est pas une VMA. Écrivez une vitesse de ${lowest} à ${highest} km/h.`,
  "vma-missing": () => `Indiquez la VMA, de ${lowest} à ${highest} km/h.`,
  percent: (given) => `« ${given} » n’est pas un écart. Écrivez un pourcentage de −20 à 20.`,
  choice: (given) => `« ${given} » n’est pas un choix de la liste.`,
  rows: (given) => `${given} résultats, c’est trop : les premiers sont lus, les autres non.`,
  age: (given) => `« ${given} » n’est pas un âge. Écrivez un nombre de 5 à 100.`,
  block: (given) => `« ${given} » n’est pas un bloc. Écrivez par exemple 10x400 105 % r 1'.`,
  "block-range": (given) =>
    `« ${given} » est hors limites : de 50 m à 20 km ou de 10 s à 1 h, de 40 à 160 % de la VMA.`,
  blocks: (given) => `${given} blocs, c’est trop : les ${MAX_BLOCKS} premiers sont lus.`,
  runner: (given) =>
    `« ${given} » : ni VMA ni résultat. Écrivez par exemple « Léa 15,5 » ou « Léa 10 km 42'30 ».`,
  "runner-effort": (given) =>
    `« ${given} » : ce résultat ne donne pas de VMA. Il faut un effort de plus de 7 min.`,
  runners: (given) => `${given} coureurs, c’est trop : les ${MAX_RUNNERS} premiers sont lus.`,
};

const english: Record<ToolProblemCode, ProblemText> = {
  distance: (given) =>
    `“${given}” is not a distance. Write for example 10 km, 1500 m, half or marathon.`,
  "distance-ambiguous": (given, suggestions) =>
    `“${given}” can be read in two ways: write ${suggestions.join(" or ")}.`,
  "distance-range": (given) =>
    `“${given}” is out of range: from ${RACE_LIMITS.min} m to ${RACE_LIMITS.max / 1000} km.`,
  "distance-missing": () => "Give the distance: 10 km, half, marathon…",
  time: (given) => `“${given}” is not a time. Write for example 3h30, 45:00 or 1:45:00.`,
  "time-ambiguous": (given, suggestions) =>
    `“${given}” can be read in two ways: write ${suggestions.join(" or ")}.`,
  "time-overflow": (given) => `“${given}”: minutes and seconds go from 00 to 59.`,
  "time-missing": () => "Give the time: 45:00, 1:35:00, 3h30…",
  "time-pace": (given, [meant]) =>
    meant === undefined
      ? `“${given}” over this distance is not a pace between ${
        minutes(PACE_LIMITS.fastest)
      }:00 and ${minutes(PACE_LIMITS.slowest)}:00 per kilometre.`
      : `“${given}” is minutes and seconds: for hours, write ${meant}.`,
  vma: (given) => `“${given}” is not a VMA. Write a speed from ${lowest} to ${highest} km/h.`,
  "vma-missing": () => `Give the VMA, from ${lowest} to ${highest} km/h.`,
  percent: (given) => `“${given}” is not a difference. Write a percentage from −20 to 20.`,
  choice: (given) => `“${given}” is not one of the choices.`,
  rows: (given) => `${given} results are too many: the first are read, the others are not.`,
  age: (given) => `“${given}” is not an age. Write a number from 5 to 100.`,
  block: (given) => `“${given}” is not a block. Write for example 10x400 105% r 1:00.`,
  "block-range": (given) =>
    `“${given}” is out of range: from 50 m to 20 km or 10 s to 1 h, from 40 to 160% of VMA.`,
  blocks: (given) => `${given} blocks are too many: the first ${MAX_BLOCKS} are read.`,
  runner: (given) =>
    `“${given}”: neither VMA nor result. Write for example “Lea 15.5” or “Lea 10 km 42:30”.`,
  "runner-effort": (given) =>
    `“${given}”: this result gives no VMA. It takes an effort of more than 7 min.`,
  runners: (given) => `${given} runners are too many: the first ${MAX_RUNNERS} are read.`,
};

const TEXTS = { fr: french, en: english } as const;

/** What is wrong with a field; nothing when nothing is. */
export function toolProblemText(
  problem: ToolProblem | undefined,
  language: Language,
): string | undefined {
  return problem && TEXTS[language][problem.code](problem.given, problem.suggestions);
}
