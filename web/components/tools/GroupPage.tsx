import { blockTarget, type SessionBlock } from "@mypacer/shared/domain/training_session.ts";
import { GROUP_TEXTS } from "../../i18n/group_texts.ts";
import { type Language, PATHS } from "../../i18n/language.ts";
import { repetitionText, resultText, speedText } from "../../i18n/tool_format.ts";
import { formatCount } from "../../i18n/format.ts";
import type { ToolData } from "../../server/tool.ts";
import { type GroupRunner, readRunners } from "../../state/group_runners.ts";
import type { GroupInput } from "../../state/group_state.ts";
import { GroupForm } from "./GroupForm.tsx";
import { PrintLine } from "./PrintLine.tsx";
import { blockTexts } from "./session_text.ts";
import { ToolPage } from "./ToolPage.tsx";

/** The group sheet. */
export function GroupPage({ language, facts, input, search }: ToolData<GroupInput>) {
  const t = GROUP_TEXTS[language];
  const { blocks, runners } = input.state;
  const named = runners.length > 0;
  const shown = named ? runners : readRunners(t.examples.join("\n")).runners;
  return (
    <ToolPage
      language={language}
      name="group"
      search={search}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      hidden={named || input.typed.runners !== ""}
      facts={facts}
    >
      <GroupForm language={language} input={input} />
      <section class="sheet" aria-labelledby="sheet-heading">
        <div class="plan-head">
          <h2 id="sheet-heading">{t.sheet}</h2>
          <PrintLine language={language} />
        </div>
        {!named && <p class="notice notice-plain on-screen">{t.example}</p>}
        <Sheet language={language} blocks={blocks} runners={shown} />
        <p class="help on-screen">
          <a href={PATHS[language].group + search}>{t.link}</a>
        </p>
      </section>
    </ToolPage>
  );
}

/** Everyone's targets, a column a block. */
function Sheet({ language, blocks, runners }: {
  language: Language;
  blocks: readonly SessionBlock[];
  runners: readonly GroupRunner[];
}) {
  const t = GROUP_TEXTS[language];
  return (
    <div class="frame" role="region" aria-labelledby="sheet-caption" tabIndex={0}>
      <table class="paces group">
        <caption id="sheet-caption">{t.caption(runners.length)}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{t.runner}</th>
            <th scope="col">VMA</th>
            {blocks.map((block, index) => {
              const texts = blockTexts(block, language);
              return (
                <th key={index} scope="col">
                  {texts.length}
                  <span class="unit">{texts.share}</span>
                  {texts.recovery && <span class="unit">{texts.recovery}</span>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {runners.map((runner, index) => (
            <tr key={index}>
              <th scope="row">{runner.name}</th>
              <td class="speed">
                {speedText(runner.vma, language, 1)}
                {runner.result && (
                  <span class="model-note">{t.estimated(resultText(runner.result, language))}</span>
                )}
              </td>
              {blocks.map((block, column) => (
                <td key={column}>
                  <Target language={language} block={block} runner={runner} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What one runner has to run: a time, or within a time a distance; and by which laps. */
function Target({ language, block, runner }: {
  language: Language;
  block: SessionBlock;
  runner: GroupRunner;
}) {
  const target = blockTarget(block, runner.vma);
  return (
    <>
      <b>
        {block.distance === null
          ? `${formatCount(Math.round(target.distance), language)}\u00a0m`
          : repetitionText(target.time, language)}
      </b>
      {target.lap !== null && (
        <span class="model-note">
          {GROUP_TEXTS[language].lap(repetitionText(target.lap, language))}
        </span>
      )}
    </>
  );
}
