import {
  type SessionBlock,
  type SessionLine,
  type SessionStep,
  type StepTarget,
  stepTarget,
} from "@mypacer/shared/domain/table/training_session.ts";
import { formatCount, formatDecimal } from "../../kit/language/format.ts";
import { GROUP_TEXTS } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { repetitionText, resultText, secondsText, speedText } from "../../kit/tools/tool_format.ts";
import type { GroupRunner } from "./group_runners.ts";
import { groupsOf } from "./groups.ts";
import { blocksOf, columnsOf } from "./group_session.ts";
import { boxesOf } from "./sheet_layout.ts";
import {
  blockFormula,
  commonRecovery,
  commonShare,
  lengthText,
  lineText,
  shareText,
} from "./session_text.ts";

/**
 * The session line by line, and everyone's targets, a column for each length of a block; on paper
 * with boxes to write times in.
 */
export function GroupSheet({ language, lines, runners, groups = 1, boxes = false }: {
  language: Language;
  lines: readonly SessionLine[];
  runners: readonly GroupRunner[];
  /** Number of groups by VMA. */
  groups?: number;
  /** Whether there are boxes; {@link sheetLayout} says where they have room. */
  boxes?: boolean;
}) {
  const t = GROUP_TEXTS[language];
  const blocks = blocksOf(lines).map((block) => ({ block, columns: columnsOf(block) }));
  const steps = blocks.flatMap(({ block, columns }) =>
    columns.map((step) => ({ step, boxes: boxes ? boxesOf(step, block) : 0 }))
  );
  const split = groupsOf(runners, groups);
  return (
    <>
      <ol class="session-lines" aria-label={t.sessionLines}>
        {lines.map((line, index) => <li key={index}>{lineText(line, language)}</li>)}
      </ol>
      <div class="frame" role="region" aria-labelledby="sheet-caption" tabIndex={0}>
        <table class={`paces group${sizeClasses(runners.length, steps.length)}`}>
          <caption id="sheet-caption">{t.caption(runners.length)}</caption>
          <thead>
            <BlockHeads language={language} blocks={blocks} />
          </thead>
          {split.map((group, number) => (
            <tbody key={number}>
              {groups > 1 && (
                <tr class="group-name">
                  <th scope="rowgroup" colSpan={2 + steps.length}>
                    {t.group(number + 1)}
                    <span class="unit">
                      {t.groupFacts(
                        [...new Set([group.slowest, group.fastest])]
                          .map((vma) => formatDecimal(vma, 1, language)).join("–"),
                        group.runners.length,
                      )}
                    </span>
                  </th>
                </tr>
              )}
              {group.runners.map((runner, index) => (
                <tr key={index}>
                  <th scope="row">
                    <span class="runner-name">{runner.name}</span>
                  </th>
                  <td class="speed">
                    {speedText(runner.vma, language, 1)}
                    {runner.result && (
                      <span class="target-note">
                        <span class="on-screen">{t.estimated}</span>
                        {resultText(runner.result, language)}
                      </span>
                    )}
                  </td>
                  {steps.map(({ step, boxes }, column) => (
                    <td key={column}>
                      <div class="target">
                        <div>
                          <Target language={language} step={step} runner={runner} />
                        </div>
                        <Boxes count={boxes} />
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

/** Boxes to write times in, on paper. */
function Boxes({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="write-boxes" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => <i key={index} />)}
    </span>
  );
}

/**
 * More runners or columns than these need smaller type on paper; more than `widest` columns leave
 * no room for laps.
 */
const ROOMY = { runners: 15, columns: 5, widest: 8 } as const;

/** Classes of a sheet, so that it fits a printed page. */
function sizeClasses(runners: number, columns: number): string {
  return [
    runners > ROOMY.runners && " group-long",
    columns > ROOMY.columns && " group-wide",
    columns > ROOMY.widest && " group-widest",
  ].filter(Boolean).join("");
}

/** A block and its columns. */
interface BlockColumns {
  block: SessionBlock;
  columns: readonly SessionStep[];
}

/** One column a block; a block of several lengths has one for each. */
function BlockHeads({ language, blocks }: {
  language: Language;
  blocks: readonly BlockColumns[];
}) {
  const t = GROUP_TEXTS[language];
  const split = blocks.some(({ columns }) => columns.length > 1);
  const rows = split ? 2 : undefined;
  return (
    <>
      <tr>
        <th scope="col" class="corner" rowSpan={rows}>{t.runner}</th>
        <th scope="col" rowSpan={rows}>{t.vma}</th>
        {blocks.map(({ block, columns: { length } }, index) => (
          <th
            key={index}
            {...length > 1
              ? { scope: "colgroup", colSpan: length }
              : { scope: "col", rowSpan: rows }}
          >
            <BlockHead language={language} block={block} />
          </th>
        ))}
      </tr>
      {split && (
        <tr>
          {blocks.filter(({ columns }) => columns.length > 1).flatMap(({ block, columns }, index) =>
            columns.map((step, at) => (
              <th key={`${index}.${at}`} scope="col">
                {lengthText(step, language)}
                {commonShare(block) === null && (
                  <span class="unit">{shareText(step.share, language)}</span>
                )}
              </th>
            ))
          )}
        </tr>
      )}
    </>
  );
}

/** Head of a block: how often, how hard, and with which recoveries. */
function BlockHead({ language, block }: { language: Language; block: SessionBlock }) {
  const t = GROUP_TEXTS[language];
  const share = commonShare(block);
  const recovery = commonRecovery(block);
  return (
    <>
      <span class="block-formula">{blockFormula(block, language)}</span>
      {share && <span class="unit">{shareText(share, language)}</span>}
      {recovery && <span class="unit">{t.recovery(lengthText(recovery, language))}</span>}
      {block.setRecovery && (
        <span class="unit">{t.setRecovery(lengthText(block.setRecovery, language))}</span>
      )}
    </>
  );
}

/**
 * Target of one runner: a time, or a distance within a time; and the lap times. For a range both
 * ends.
 */
function Target({ language, step, runner: { vma } }: {
  language: Language;
  step: SessionStep;
  runner: GroupRunner;
}) {
  const { slowest, fastest } = step.share;
  const targets = [...new Set([slowest, fastest])]
    .map((percent) => stepTarget(step, { percent, vma }));
  const written = (write: (target: StepTarget) => string) =>
    [...new Set(targets.map(write))].join("–");
  // A range shows no tenths, except below a minute.
  const targetTime = (seconds: number) =>
    targets.length > 1 && seconds >= 60
      ? secondsText(seconds, language)
      : repetitionText(seconds, language);
  return (
    <>
      <b>
        {step.distance === null
          ? `${written(({ distance }) => formatCount(Math.round(distance), language))}\u00a0m`
          : written(({ time }) => targetTime(time))}
      </b>
      {targets.every(({ lap }) => lap !== null) && (
        <span class="target-note target-lap">
          {GROUP_TEXTS[language].lap(written((target) => targetTime(target.lap ?? NaN)))}
        </span>
      )}
    </>
  );
}
