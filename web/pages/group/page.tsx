import { columnsText } from "./group_columns.ts";
import { GROUP_TEXTS } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import { readRunners } from "./group_runners.ts";
import type { GroupInput } from "./state.ts";
import { GroupForm } from "./GroupForm.tsx";
import { GroupSheet } from "./GroupSheet.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";

/** The group sheet. */
export function GroupPage({ language, facts, input, search }: ToolData<GroupInput>) {
  const t = GROUP_TEXTS[language];
  const { lines, runners } = input.state;
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
      <section class="sheet group-sheet" aria-labelledby="sheet-heading">
        <div class="plan-head">
          <h2 id="sheet-heading">{t.sheet}</h2>
          <PrintLine language={language} />
        </div>
        {!named && <p class="notice notice-plain on-screen">{t.example}</p>}
        {input.columns && (
          <p class="notice notice-plain on-screen">
            {columnsText(input.columns, language)}
          </p>
        )}
        <GroupSheet language={language} lines={lines} runners={shown} />
        <p class="help on-screen">
          <a href={PATHS[language].group + search}>{t.link}</a>
        </p>
      </section>
    </ToolPage>
  );
}
