import "./style.css";
import { PATHS, picturePath } from "../../kit/addresses/paths.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import { CURVE_SCRIPT } from "./curve_script.ts";
import type { PlannerInput } from "./state.ts";
import { PlannerForm } from "./PlannerForm.tsx";
import { planSummary, planTitle, RacePlan } from "./RacePlan.tsx";
import { TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";
import { PageScript } from "../../kit/frame/PageScript.tsx";

/** The race planner. */
export function PlannerPage({ language, facts, input, search, example }: ToolData<PlannerInput>) {
  const t = PLANNER_TEXTS[language];
  const { state, problems } = input;
  // A wrong race has no plan.
  const none = problems.d !== undefined || problems.t !== undefined;
  const title = planTitle(state, language);
  const own = !example && !none;
  return (
    <ToolPage
      language={language}
      name="planner"
      search={search}
      title={own ? title : undefined}
      heading={t.heading}
      lead={own ? planSummary(state, language) : t.lead}
      description={t.description}
      picture={picturePath(language, PATHS[language].planner) + search}
      facts={facts}
    >
      <TermTexts language={language} terms={["negative-split"]} />
      <PlannerForm language={language} alone={none} input={input} />
      {!none && <RacePlan language={language} state={state} example={example} />}
      <PageScript path={CURVE_SCRIPT} />
    </ToolPage>
  );
}
