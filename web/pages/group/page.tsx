import { columnsText } from "./group_columns.ts";
import { GROUP_TEXTS } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import { readRunners } from "./group_runners.ts";
import type { GroupInput } from "./state.ts";
import { ANSWER } from "../../kit/tools/ToolForm.tsx";
import { dayOf, formatLongDay } from "../../kit/language/format.ts";
import { blocksOf } from "./group_session.ts";
import { sheetLayout } from "./sheet_layout.ts";
import { GroupForm } from "./GroupForm.tsx";
import { GroupSheet } from "./GroupSheet.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import { TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";

/** The group sheet. */
export function GroupPage({ language, facts, input, search }: ToolData<GroupInput>) {
  const t = GROUP_TEXTS[language];
  const { lines, runners, groups, boxes, title, date } = input.state;
  const named = runners.length > 0;
  const shown = named ? runners : readRunners(t.examples.join("\n")).runners;
  const wrong = Object.keys(input.problems).length > 0;
  // Most sheets are for today; one that was emptied has no date.
  const day = date ?? dayOf(new Date());
  const layout = sheetLayout(blocksOf(lines), { runners: shown.length, boxes: boxes === "yes" });
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
      <TermTexts language={language} terms={["vma"]} />
      <GroupForm language={language} input={input} day={day} />
      <section
        id={wrong ? undefined : ANSWER}
        class={`sheet group-sheet group-${layout.paper}${layout.boxes ? " group-boxes" : ""}`}
        aria-labelledby="sheet-heading"
      >
        <div class="plan-head">
          <h2 id="sheet-heading">{title || t.sheet}</h2>
          {day !== "" && <p class="sheet-day">{formatLongDay(day, language)}</p>}
          <PrintLine language={language} />
        </div>
        {!named && <p class="notice notice-plain on-screen">{t.example}</p>}
        {input.columns && (
          <p class="notice notice-plain on-screen">
            {columnsText(input.columns, language)}
          </p>
        )}
        {boxes === "yes" && !layout.boxes && <p class="help on-screen">{t.noBoxes}</p>}
        <GroupSheet
          language={language}
          lines={lines}
          runners={shown}
          groups={Number(groups)}
          boxes={layout.boxes}
        />
        <p class="help on-screen">
          <a href={PATHS[language].group + search}>{t.link}</a>
        </p>
      </section>
    </ToolPage>
  );
}
