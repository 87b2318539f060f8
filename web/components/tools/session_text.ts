import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import type { SessionBlock } from "@mypacer/shared/domain/training_session.ts";
import { GROUP_TEXTS } from "../../i18n/group_texts.ts";
import type { Language } from "../../i18n/language.ts";
import { percentText, secondsText } from "../../i18n/tool_format.ts";

/** A share of VMA as it is read, without decimals that say nothing. */
function shareText(percent: number, language: Language): string {
  return percentText(percent, language, Number.isInteger(percent) ? 0 : 1);
}

/** A block in its parts: what is repeated, how hard, and how long the recovery is. */
export function blockTexts(
  { repetitions, distance, time, percent, recovery }: SessionBlock,
  language: Language,
): { length: string; share: string; recovery: string | null } {
  const t = GROUP_TEXTS[language];
  const length = distance === null
    ? secondsText(time ?? 0, language)
    : distanceLabel(distance, language);
  return {
    length: repetitions === 1 ? length : `${repetitions}\u00a0×\u00a0${length}`,
    share: t.share(shareText(percent, language)),
    recovery: recovery === null ? null : t.recovery(secondsText(recovery, language)),
  };
}

/** A session as its field shows it, a block a line, ready to be typed again. */
export function sessionFieldText(blocks: readonly SessionBlock[], language: Language): string {
  return blocks.map(({ repetitions, distance, time, percent, recovery }) => {
    const length = distance === null
      ? secondsText(time ?? 0, language)
      : distanceLabel(distance, language);
    const rest = recovery === null ? "" : ` r ${secondsText(recovery, language)}`;
    return `${repetitions}x${length} ${shareText(percent, language)}${rest}`;
  }).join("\n").replaceAll(/[\u00a0\u202f]/g, " ");
}
