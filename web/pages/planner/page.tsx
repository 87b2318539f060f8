import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { PATHS, picturePath } from "../../kit/addresses/paths.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { timeText } from "../../kit/tools/tool_format.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import type { PlannerInput } from "./state.ts";
import { PlannerForm } from "./PlannerForm.tsx";
import { RacePlan } from "./RacePlan.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";

/** The race planner. */
export function PlannerPage({ language, facts, input, search }: ToolData<PlannerInput>) {
  const t = PLANNER_TEXTS[language];
  const { state, problems } = input;
  // A wrong race has no plan.
  const none = problems.d !== undefined || problems.t !== undefined;
  const title = t.title(distanceLabel(state.distance, language), timeText(state.time, language));
  return (
    <ToolPage
      language={language}
      name="planner"
      search={search}
      title={search === "" || none ? undefined : title}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      picture={picturePath(language, PATHS[language].planner) + search}
      facts={facts}
    >
      <PlannerForm language={language} alone={none} input={input} />
      {!none && <RacePlan language={language} state={state} />}
    </ToolPage>
  );
}
