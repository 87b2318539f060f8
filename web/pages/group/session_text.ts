/** Sessions in words: for the sheet, and for the field to be typed again. */
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import {
  type Length,
  type SessionBlock,
  type SessionLine,
  sessionLineCode,
  type SessionStep,
  type Share,
} from "@mypacer/shared/domain/table/training_session.ts";
import { SessionError } from "@mypacer/shared/domain/table/training_session_cursor.ts";
import { parseSessionLine } from "@mypacer/shared/domain/table/training_session_line.ts";
import { GROUP_TEXTS } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { percentText, secondsText } from "../../kit/tools/tool_format.ts";

/** A length in words: `400 m`, `3'30"`. */
export function lengthText({ distance, time }: Length, language: Language): string {
  return distance === null ? secondsText(time ?? 0, language) : distanceLabel(distance, language);
}

/** A share of VMA, without needless decimals: `105 %`, `100–105 %`. */
function percentRange({ slowest, fastest }: Share, language: Language, dash: string): string {
  const text = (percent: number) =>
    percentText(percent, language, Number.isInteger(percent) ? 0 : 1);
  return slowest === fastest
    ? text(fastest)
    : `${text(slowest).replace(/[\u00a0\s]?%/, "")}${dash}${text(fastest)}`;
}

/** A share of VMA on the sheet: `100–105 % VMA`. */
export function shareText(share: Share, language: Language): string {
  return GROUP_TEXTS[language].share(percentRange(share, language, "–"));
}

/** The share of all steps of a block; null where they differ. */
export function commonShare({ steps }: SessionBlock): Share | null {
  const [first] = steps;
  const same = steps.every(({ share }) =>
    share.slowest === first?.share.slowest && share.fastest === first.share.fastest
  );
  return same && first ? first.share : null;
}

/**
 * The recovery of all steps of a block, the last of a pyramid apart; null where they differ or
 * there is none.
 */
export function commonRecovery({ steps }: SessionBlock): Length | null {
  const recovery = steps[0]?.recovery ?? null;
  const same = steps.every((step) =>
    step.recovery?.distance === recovery?.distance && step.recovery?.time === recovery?.time
  );
  return same ? recovery : null;
}

const times = (count: number, what: string) => count === 1 ? what : `${count}\u00a0×\u00a0${what}`;

function stepText(
  step: SessionStep,
  language: Language,
  { share, recovery }: { share: boolean; recovery: boolean },
): string {
  const t = GROUP_TEXTS[language];
  return [
    times(step.repetitions, lengthText(step, language)),
    share ? ` ${shareText(step.share, language)}` : "",
    recovery && step.recovery ? `, ${t.recovery(lengthText(step.recovery, language))}` : "",
  ].join("");
}

/**
 * Lengths and repetitions of a block: `10 × 400 m`, `2 × (10 × 30")`, `4 × (400 m, 300 m, 200 m)`.
 */
export function blockFormula(block: SessionBlock, language: Language): string {
  const own = { share: commonShare(block) === null, recovery: false };
  const steps = block.steps.map((step) => stepText(step, language, own)).join(" – ");
  return block.sets === 1 ? steps : times(block.sets, `(${steps})`);
}

/** A line of a session in words: `10 × 400 m, 105 % VMA, récup 1'00"`. */
export function lineText(line: SessionLine, language: Language): string {
  if (line.kind === "text") return line.text;
  const t = GROUP_TEXTS[language];
  const share = commonShare(line);
  const recovery = commonRecovery(line);
  const own = { share: share === null, recovery: recovery === null };
  const steps = line.steps.map((step) => stepText(step, language, own)).join(" – ");
  return [
    line.sets === 1 ? steps : times(line.sets, `(${steps})`),
    share && shareText(share, language),
    recovery && t.recovery(lengthText(recovery, language)),
    line.setRecovery && t.setRecovery(lengthText(line.setRecovery, language)),
  ].filter(Boolean).join(", ");
}

/** Steps in a field; common parts may be written once behind all of them. */
function fieldSteps(
  steps: readonly SessionStep[],
  language: Language,
  common: { share: Share | null; recovery: Length | null },
): string {
  return steps.map((step) => {
    const { repetitions, share, recovery } = step;
    return [
      repetitions === 1 ? "" : `${repetitions}x`,
      lengthText(step, language),
      common.share === null ? ` ${percentRange(share, language, "-")}` : "",
      recovery && common.recovery === null ? ` r ${lengthText(recovery, language)}` : "",
    ].join("");
  }).join(" - ");
}

/**
 * Ways to write a block, short ones first: with common parts behind the steps, or at each of them.
 */
function fieldBlocks(block: SessionBlock, language: Language): string[] {
  const { sets, steps, setRecovery } = block;
  const share = commonShare(block);
  const recovery = commonRecovery(block);
  return [{ share, recovery }, { share: null, recovery: null }].map((common) =>
    [
      sets === 1
        ? fieldSteps(steps, language, common)
        : `${sets}x(${fieldSteps(steps, language, common)})`,
      common.share && percentRange(common.share, language, "-"),
      common.recovery && `r ${lengthText(common.recovery, language)}`,
      setRecovery && `R ${lengthText(setRecovery, language)}`,
    ].filter(Boolean).join(" ").replaceAll("\u202f", "").replaceAll("\u00a0", " ")
  );
}

/** Whether a text is read as this line, without a note. */
function readsAs(text: string, line: SessionLine): boolean {
  try {
    const read = parseSessionLine(text);
    return read.readings.length === 0 && sessionLineCode(read.line) === sessionLineCode(line);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return false;
  }
}

/** A line in its field; in the short form where words would be read differently. */
function fieldLine(line: SessionLine, language: Language): string {
  if (line.kind === "text") return line.text;
  return fieldBlocks(line, language).find((text) => readsAs(text, line)) ?? sessionLineCode(line);
}

/** A session in its field, one line for each of its lines; it is read back as the same session. */
export function sessionFieldText(lines: readonly SessionLine[], language: Language): string {
  return lines.map((line) => fieldLine(line, language)).join("\n");
}
