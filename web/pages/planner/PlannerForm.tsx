import type { Language } from "../../kit/language/language.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { textFields, toolProblemText } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { DRAWN_DISTANCE, EFFORTS, PLANNER, type PlannerInput, SPLIT_NAMES } from "./state.ts";
import { distanceCode } from "../../kit/tools/race_fields.ts";
import { CurveField } from "./CurveField.tsx";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DISTANCE_NAMES, DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { TermOf } from "../../kit/glossary/TermTexts.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** The choices of a race plan. */
export function PlannerForm({ language, alone, input }: {
  language: Language;
  /** Whether no plan follows. */
  alone: boolean;
  input: PlannerInput;
}) {
  const { state, problems } = input;
  const shared = TOOL_TEXTS[language];
  const t = PLANNER_TEXTS[language];
  const field = textFields(PLANNER.fields, input, language);
  return (
    <ToolForm language={language} name="planner" problems={problems} alone={alone}>
      <input type="hidden" name={DRAWN_DISTANCE} value={distanceCode(state.distance)} />
      {state.view !== "sheet" && <input type="hidden" name="view" value={state.view} />}
      <DistanceNames language={language} />
      <div class="tool-fields">
        <TextField
          {...field("d")}
          list={DISTANCE_NAMES}
          label={shared.distance}
          help={shared.distanceHelp}
        />
        <TextField
          {...field("t")}
          label={t.goal}
          unit={shared.timeUnit}
          help={shared.timeHelp}
        />
        <ChoiceField
          name="every"
          legend={t.every}
          chosen={state.every}
          options={SPLIT_NAMES.map((name) => [name, t.lengths[name]] as const)}
        />
        <ChoiceField
          name="effort"
          legend={t.effort}
          chosen={state.effort}
          options={EFFORTS.map((effort) => [effort, t.efforts[effort]] as const)}
          term={<TermOf language={language} term="negative-split" />}
        />
        <div class="of-halves">
          <TextField
            {...field("p")}
            label={t.percent}
            unit={t.percentUnit}
            help={t.percentHelp}
          />
        </div>
      </div>
      {!alone && (
        <CurveField
          language={language}
          state={state}
          problem={toolProblemText(problems.curve, language)}
        />
      )}
      <div class="tool-fields without-scripts">
        <button class="button" type="submit">{shared.apply}</button>
      </div>
    </ToolForm>
  );
}
