/** Lines of a session as coaches write them: blocks to run, and parts without targets. */
import type { InputErrorReason } from "../measure/input_error.ts";
import type { SessionLine } from "./training_session.ts";
import { blockOf, type PartReading } from "./training_session_block.ts";
import { Cursor, Refusal, SessionError } from "./training_session_cursor.ts";
import { takeBlock } from "./training_session_syntax.ts";
import { clipText, plainText, visibleText } from "../measure/typed_text.ts";

/** A line that was read, and notes where its writer may have meant something else. */
export interface ReadSessionLine {
  line: SessionLine;
  readings: readonly PartReading[];
}

/** Longest line that is read: the short form of the longest pyramid. */
export const MAX_SESSION_LINE = 500;
/** Longest part without targets: what fits on a sheet. */
const MAX_TEXT = 100;
/** Examples of lines, for one that cannot be read. */
export const SESSION_EXAMPLES = [
  "10x400 105 %",
  "3x2000 90 % r 2'",
  `2x(10x30"/30") r 3'`,
] as const;

/** Numbering and introductions of a line, which say nothing about the run. */
const LEAD_IN =
  /^(?:[-•–*·>]+ ?|\d{1,2} ?[.)] (?=\S)|(?:puis|then|ensuite|séance|session|fractionné|intervalles|intervals|corps de séance|main set|workout|bloc|block|vma(?: courte| longue)?)(?: ?\d{1,2}(?= ?:))? ?: ?|(?:puis|then|ensuite) )/iu;

/** Words of parts without targets, without accents. */
const FREE_WORDS =
  "echauff|fartlek|retour au calme|rac|gammes?|educatif|ppg|pps|etirement|ligne|accelerations?|progressi|renfo|gainage|abdo|mobilite|velo|decrassage|cool|warm|wu|cd|stretch|drill|stride|easy|core|bike|ef|endurance|souple|relax|libre|free|footing|jog|trot|repos|rest|pause|recup|recovery|marche|walk";
/** Those of them that cannot be a recovery. */
const FREE_ONLY = FREE_WORDS.slice(0, FREE_WORDS.indexOf("|footing"));
/**
 * A line that begins with such a word, behind a length or not: `footing 20'`, `10 min de retour au
 * calme`.
 */
const FREE_LINE = new RegExp(
  `^(?:\\d[\\d:'",.]* ?(?:h|min(?:utes?)?|mn|s|sec|m|km)?(?:\\d{1,2})? ?(?:(?:de|of|d') ?)?)?(?:${FREE_WORDS})`,
);
/** Short repetitions of such a part: `6x80 m lignes droites`, without a share of VMA. */
const FREE_REPETITIONS = new RegExp(
  `^\\d{1,2} ?x ?\\d+ ?(?:m|s|min|'|")? (?:(?:de|d'|of|en) ?)?(?:${FREE_ONLY})[^%]*$`,
);
/** A recovery on a line of its own, between blocks. */
const RECOVERY_LINE = /^r ?[.:=]? ?\d+ ?(?:'|"|m|s|min|mn|sec)?(?:\d{2}"?)?$/i;
/** Signs that only a block has. */
const BLOCK_SIGN = /%|\d ?(?:x|fois|times) ?[\d(]|\d ?['"]? ?\/ ?\d|@|\bvma\b/i;

/** Letters without accents, to compare words. */
const unaccented = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** A line without its introductions: `puis : 10x400`. */
function withoutLeadIn(line: string): string {
  const rest = line.replace(LEAD_IN, "").trim();
  return rest === line ? line : withoutLeadIn(rest);
}

/** A line with signs in one spelling. */
function plainLine(line: string): string {
  return withoutLeadIn(
    plainText(line).replace(/^"(.*[^\d ])"$/, "$1").replaceAll(
      /[×✕✖]|(?<=\d ?)\*(?= ?[\d(])/g,
      "x",
    ),
  );
}

/** Whether a line is a part without targets; `isText` where a word of it decides that. */
function freeText(plain: string): { free: boolean; isText: boolean } {
  const words = unaccented(plain);
  const begins = FREE_LINE.test(words) && !/^\d+ ?(?:x|fois|times)/.test(words);
  // A block behind such a word has no targets, which is reported.
  const isText = begins && !BLOCK_SIGN.test(plain) ||
    FREE_REPETITIONS.test(words) || RECOVERY_LINE.test(plain);
  const worded = /^\p{L}{3}/u.test(plain) && !BLOCK_SIGN.test(plain);
  const wordsOnly = /\p{L}{2}/u.test(plain) && !/\d/.test(plain);
  return { free: begins || isText || worded || wordsOnly, isText };
}

/** Words before a block: `côtes 10x30"`. */
const WORDS_BEFORE = /^[\p{L}' -]*\p{L}{3}[\p{L}' -]*[: ]+(?=[\d(])/u;

/** Reads a line. @param shown The same line as it was written. @throws {Refusal} */
function readPlain(plain: string, shown = plain): ReadSessionLine {
  const { free, isText } = freeText(plain);
  if (free) {
    if (shown.length > MAX_TEXT) {
      throw new Refusal("line", { start: 0, end: plain.length }, "out-of-range");
    }
    const readings: PartReading[] = isText ? [] : [{ reading: "text", written: shown }];
    return { line: { kind: "text", text: shown }, readings };
  }
  const before = WORDS_BEFORE.exec(plain)?.[0];
  if (before !== undefined) {
    throw new Refusal("rest", { start: 0, end: before.trimEnd().length }, "unreadable", [""]);
  }
  const coded = /@/.test(plain) && !/ /.test(plain);
  const { block, readings } = blockOf(takeBlock(new Cursor(plain), { coded }));
  return { line: block, readings };
}

function reads(text: string): boolean {
  try {
    readPlain(plainLine(text));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The refusal in the writer's own spelling; suggestions are checked by reading them. */
function sessionError(text: string, plain: string, refusal: Refusal): SessionError {
  const { part, span: { start, end }, reason, alternatives } = refusal;
  const offered = alternatives
    .map((alternative) => `${plain.slice(0, start)}${alternative}${plain.slice(end)}`.trim())
    .filter((line) => line.length <= MAX_SESSION_LINE && reads(line));
  return new SessionError(text, {
    part,
    written: plain.slice(start, end),
    reason,
    suggestions: offered.length > 0 ? offered : SESSION_EXAMPLES,
  });
}

/**
 * Reads a line of a session as coaches write it: `10x400 105 %`, `10 × 400 m à 105 % VMA r 1'15`,
 * `2x(10x30"/30") r 3'`, `4x(400-300-200) 100-105 %`, `30/30`, `échauffement 20 min`; and the short
 * form of addresses, `10x400@105r75`, where recovery without a unit is seconds.
 *
 * @param text What was typed.
 * @returns The line, and how it was read where something was left to the reader.
 * @throws {SessionError} If it cannot be read, could be several things or is what nobody runs:
 *   names the part, with lines that can be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sessionLineCode } from "./training_session.ts";
 * import { parseSessionLine } from "./training_session_line.ts";
 * const { line } = parseSessionLine("10 × 400 m à 105 % r 1'15");
 * assertEquals(sessionLineCode(line), "10x400@105r75");
 * ```
 */
export function parseSessionLine(text: string): ReadSessionLine {
  const refuseAll = (reason: InputErrorReason) =>
    new SessionError(text, {
      part: "line",
      written: clipText(text, MAX_SESSION_LINE),
      reason,
      suggestions: SESSION_EXAMPLES,
    });
  if (text.length > MAX_SESSION_LINE) throw refuseAll("out-of-range");
  const shown = withoutLeadIn(visibleText(text).normalize("NFC"));
  const plain = plainLine(shown);
  try {
    return readPlain(plain, shown);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw /\d/.test(plain) && error.part !== "line"
      ? sessionError(text, plain, error)
      : refuseAll(error.part === "line" ? error.reason : "unreadable");
  }
}
