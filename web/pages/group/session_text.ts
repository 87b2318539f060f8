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

/** A length as it is read: `400 m`, `3'30"`. */
export function lengthText({ distance, time }: Length, language: Language): string {
  return distance === null ? secondsText(time ?? 0, language) : distanceLabel(distance, language);
}

/** A share of VMA, without decimals that say nothing: `105 %`, `100–105 %`. */
function percentRange({ slowest, fastest }: Share, language: Language, dash: string): string {
  const text = (percent: number) =>
    percentText(percent, language, Number.isInteger(percent) ? 0 : 1);
  return slowest === fastest
    ? text(fastest)
    : `${text(slowest).replace(/[\u00a0\s]?%/, "")}${dash}${text(fastest)}`;
}

/** A share of VMA as the sheet says it: `100–105 % VMA`. */
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
 * What is run in a block and how often: `10 × 400 m`, `2 × (10 × 30")`, `4 × (400 m, 300 m, 200
 * m)`.
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

/** Steps as a field shows them; what they have in common may stand behind all of them. */
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
 * Ways to write a block, short ones first: with what its steps have in common behind them, or at
 * each of them.
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

/** Whether a text is read as a line, with nothing to be said of it. */
function readsAs(text: string, line: SessionLine): boolean {
  try {
    const read = parseSessionLine(text);
    return read.readings.length === 0 && sessionLineCode(read.line) === sessionLineCode(line);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return false;
  }
}

/** A line as its field shows it; in the short form where words would say something else. */
function fieldLine(line: SessionLine, language: Language): string {
  if (line.kind === "text") return line.text;
  return fieldBlocks(line, language).find((text) => readsAs(text, line)) ?? sessionLineCode(line);
}

/** A session as its field shows it, a line for each of its own, ready to be typed again. */
export function sessionFieldText(lines: readonly SessionLine[], language: Language): string {
  return lines.map((line) => fieldLine(line, language)).join("\n");
}
