/** Texts of problems and notes of lines of the group sheet. */
import { type Bounds, SESSION_LIMITS } from "@mypacer/shared/domain/table/training_session.ts";
import type { SessionReading } from "@mypacer/shared/domain/table/training_session_block.ts";
import type { SessionPart } from "@mypacer/shared/domain/table/training_session_cursor.ts";
import { ZONE_VMA_LIMITS } from "@mypacer/shared/domain/models/training_zones.ts";
import { MAX_BLOCKS, MAX_COLUMNS, MAX_LINES, MAX_RUNNERS } from "./group_limits.ts";
import type { GroupNote, GroupProblem, GroupProblemCode, SessionProblem } from "./group_problem.ts";
import type { Language } from "../../kit/language/language.ts";
import { toolReadingText } from "../../kit/tools/tool_problems.ts";
import { french } from "../../kit/language/french_spaces.ts";

interface Texts {
  /** What is wrong with a part of a block; the part is empty where it is missing. */
  parts: Record<SessionPart, (problem: SessionProblem) => string>;
  problems: Record<GroupProblemCode, (typed: string) => string>;
  readings: Record<SessionReading, (written: string) => string>;
  write: (suggestions: readonly string[]) => string;
}

const { sets, repetitions, steps, length, share, recovery } = SESSION_LIMITS;

/** A bound of a time in words: `10 s`, `30 min`, `1 h`. */
function durationInWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;
}

const distanceText = (meters: number) => meters < 1000 ? `${meters} m` : `${meters / 1000} km`;

/** The span of a length, over a distance or for a time. */
function spanText(
  { distance, time }: { distance: Bounds; time: Bounds },
  [from, to, or]: readonly [string, string, string],
): string {
  return `${from}${distanceText(distance.min)} ${to} ${distanceText(distance.max)} ${or} ` +
    `${from}${durationInWords(time.min)} ${to} ${durationInWords(time.max)}`;
}

const IN_FRENCH = ["de ", "à", "ou"] as const;
const IN_ENGLISH = ["", "to", "or"] as const;

const fr: Texts = french({
  write: (suggestions) =>
    ` Écrivez par exemple ${suggestions.map((text) => `« ${text} »`).join(" ou ")}.`,
  parts: {
    sets: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Séries : « ${written} », hors limites, de ${sets.min} à ${sets.max}.`
        : `« ${written} » : une parenthèse n’en contient pas d’autre.`,
    repetitions: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Répétitions : « ${written} », hors limites, de ${repetitions.min} à ${repetitions.max}.`
        : `Répétitions : « ${written} » peut se lire de deux façons.`,
    steps: () => `Un bloc a ${steps.max} longueurs au plus.`,
    length: ({ written, reason }) =>
      written === ""
        ? "Il manque ce qui est couru : une distance ou une durée."
        : reason === "out-of-range"
        ? `Distance ou durée : « ${written} », hors limites, ${spanText(length, IN_FRENCH)}.`
        : reason === "ambiguous"
        ? `Distance ou durée : « ${written} » peut se lire de deux façons.`
        : `« ${written} » n’est ni une distance ni une durée.`,
    share: ({ written, reason }) =>
      written === ""
        ? "Il manque le pourcentage de VMA."
        : reason === "out-of-range"
        ? `Part de VMA : « ${written} », hors limites, de ${share.min} à ${share.max} %.`
        : `« ${written} » n’est pas une part de VMA.`,
    recovery: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Récupération : « ${written} », hors limites, ${spanText(recovery, IN_FRENCH)}.`
        : reason === "ambiguous"
        ? `Récupération : « ${written} » peut se lire de plusieurs façons.`
        : `Récupération : « ${written} » n’est ni un temps ni une distance.`,
    rest: ({ written }) => `« ${written} » n’a pas été compris.`,
    line: ({ written, reason }) =>
      reason === "out-of-range"
        ? "Cette ligne est trop longue."
        : `« ${written} » : exercice non reconnu. Exemple : 10x400 à 105 % r 1'.`,
  },
  problems: {
    blocks: (n) => `${n} blocs, c’est trop : les ${MAX_BLOCKS} premiers sont lus.`,
    columns: (n) =>
      `${n} colonnes, c’est trop : la fiche en a ${MAX_COLUMNS}, les derniers blocs n’y sont pas.`,
    lines: (n) => `${n} lignes, c’est trop : les ${MAX_LINES} premières sont lues.`,
    "no-block": () =>
      "Aucun bloc à courir dans cette séance : écrivez par exemple 10x400 105 % r 1'.",
    runner: (typed) =>
      `« ${typed} » : ni VMA ni résultat. Écrivez par exemple « Léa 15,5 » ou « Léa 10 km 42'30 ».`,
    "runner-name": (typed) => `« ${typed} » : il manque le nom.`,
    "runner-vma": (typed) =>
      `« ${typed} » : la VMA va de ${ZONE_VMA_LIMITS.lowest} à ${ZONE_VMA_LIMITS.highest} km/h.`,
    "runner-effort": (typed) =>
      `« ${typed} » : ce résultat ne donne pas de VMA. Il faut un effort de plus de 7 min.`,
    "runner-result": (typed) => `« ${typed} » : personne ne court cette distance en ce temps.`,
    "runner-time": (typed) =>
      `« ${typed} » : le temps n’a pas été compris. Écrivez par exemple 42'30 ou 1h42.`,
    "runner-columns": (typed) =>
      `« ${typed} » : deux nombres peuvent être la VMA. Mettez au-dessus de la liste une ligne d’en-tête, avec VMA.`,
    runners: (n) => `${n} coureurs, c’est trop : les ${MAX_RUNNERS} premiers sont lus.`,
    choice: (typed) => `« ${typed} » n’est pas un choix de la liste.`,
  },
  readings: {
    "recovery-meters": (written) =>
      `« ${written} » a été lu en mètres ; pour un temps, écrivez par exemple r 2'.`,
    "recovery-seconds": (written) => `« ${written} » a été lu en secondes.`,
    "recovery-bare": (written) => `« ${written} » a été lu comme récupération.`,
    "recovery-sets": (written) =>
      `« ${written} » a été lu comme récupération entre les séries ; celle entre les répétitions s’écrit dans la parenthèse.`,
    pair: (written) => `« ${written} » a été lu : effort, puis récupération.`,
    total: (written) => `« ${written} » a été lu comme durée de l’ensemble.`,
    "share-assumed": () => "Sans part de VMA, ce bloc a été lu à 100 %.",
    text: (written) => `« ${written} » a été gardé tel quel, sans temps à courir.`,
  },
});

const en: Texts = {
  write: (suggestions) => ` Write for example ${suggestions.map((t) => `“${t}”`).join(" or ")}.`,
  parts: {
    sets: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Sets: “${written}” is out of range, ${sets.min} to ${sets.max}.`
        : `“${written}”: brackets hold no other brackets.`,
    repetitions: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Repetitions: “${written}” is out of range, ${repetitions.min} to ${repetitions.max}.`
        : `Repetitions: “${written}” can be read in two ways.`,
    steps: () => `A block has ${steps.max} lengths at most.`,
    length: ({ written, reason }) =>
      written === ""
        ? "What is run is missing: a distance or a time."
        : reason === "out-of-range"
        ? `Distance or time: “${written}” is out of range, ${spanText(length, IN_ENGLISH)}.`
        : reason === "ambiguous"
        ? `Distance or time: “${written}” can be read in two ways.`
        : `“${written}” is neither a distance nor a time.`,
    share: ({ written, reason }) =>
      written === ""
        ? "The share of MAS is missing, in per cent."
        : reason === "out-of-range"
        ? `Share of MAS: “${written}” is out of range, ${share.min} to ${share.max}%.`
        : `“${written}” is not a share of MAS.`,
    recovery: ({ written, reason }) =>
      reason === "out-of-range"
        ? `Recovery: “${written}” is out of range, ${spanText(recovery, IN_ENGLISH)}.`
        : reason === "ambiguous"
        ? `Recovery: “${written}” can be read in several ways.`
        : `Recovery: “${written}” is neither a time nor a distance.`,
    rest: ({ written }) => `“${written}” was not understood.`,
    line: ({ written, reason }) =>
      reason === "out-of-range"
        ? "This line is too long."
        : `“${written}”: not recognised. Example: 10x400 at 105% r 1:00.`,
  },
  problems: {
    blocks: (n) => `${n} blocks are too many: the first ${MAX_BLOCKS} are read.`,
    columns: (n) =>
      `${n} columns are too many: the sheet has ${MAX_COLUMNS}, the last blocks are not on it.`,
    lines: (n) => `${n} lines are too many: the first ${MAX_LINES} are read.`,
    "no-block": () =>
      "There is no block to run in this session: write for example 10x400 105% r 1:00.",
    runner: (typed) =>
      `“${typed}”: neither MAS nor result. Write for example “Lea 15.5” or “Lea 10 km 42:30”.`,
    "runner-name": (typed) => `“${typed}”: the name is missing.`,
    "runner-vma": (typed) =>
      `“${typed}”: MAS goes from ${ZONE_VMA_LIMITS.lowest} to ${ZONE_VMA_LIMITS.highest} km/h.`,
    "runner-effort": (typed) =>
      `“${typed}”: this result gives no MAS. It takes an effort of more than 7 min.`,
    "runner-result": (typed) => `“${typed}”: nobody runs this distance in this time.`,
    "runner-time": (typed) =>
      `“${typed}”: the time was not understood. Write for example 42:30 or 1h42.`,
    "runner-columns": (typed) =>
      `“${typed}”: two numbers could be the MAS. Put a header line above the list, with MAS in it.`,
    runners: (n) => `${n} runners are too many: the first ${MAX_RUNNERS} are read.`,
    choice: (typed) => `“${typed}” is not one of the choices.`,
  },
  readings: {
    "recovery-meters": (written) =>
      `“${written}” was read as metres; for a time, write for example r 2:00.`,
    "recovery-seconds": (written) => `“${written}” was read as seconds.`,
    "recovery-bare": (written) => `“${written}” was read as recovery.`,
    "recovery-sets": (written) =>
      `“${written}” was read as recovery between sets; that between repetitions goes into the brackets.`,
    pair: (written) => `“${written}” was read as effort, then recovery.`,
    total: (written) => `“${written}” was read as the time of all of it.`,
    "share-assumed": () => "Without a share of MAS this block was read at 100%.",
    text: (written) => `“${written}” was kept as it is, without times to run.`,
  },
};

const TEXTS: Record<Language, Texts> = { fr, en };

/** Message for a wrong line, with suggestions. */
export function groupProblemText(problem: GroupProblem, language: Language): string {
  const t = TEXTS[language];
  return problem.code === "session"
    ? t.parts[problem.part](problem) + t.write(problem.suggestions)
    : t.problems[problem.code](problem.typed);
}

/** Note on how a part of a line was read. */
export function groupNoteText(note: GroupNote, language: Language): string {
  return note.kind === "session"
    ? TEXTS[language].readings[note.reading](note.written)
    : toolReadingText(note.note, language) ?? "";
}
