import { decimalText } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { toolProblemText, toolReadingText } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import {
  DRAWN_DISTANCE,
  EFFORTS,
  type PlanField,
  type PlannerInput,
  SPLIT_NAMES,
} from "./state.ts";
import { distanceCode } from "../../kit/tools/tool_fields.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DISTANCE_NAMES, DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { raceFieldTexts } from "../../kit/tools/ResultFields.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** The choices of a race plan. */
export function PlannerForm({ language, alone, input }: {
  language: Language;
  /** No plan follows. */
  alone: boolean;
  input: PlannerInput;
}) {
  const { state, typed, notes, problems } = input;
  const shared = TOOL_TEXTS[language];
  const t = PLANNER_TEXTS[language];
  const texts = raceFieldTexts(typed, language);
  const problem = (name: PlanField) => toolProblemText(problems[name], language);
  return (
    <ToolForm language={language} name="planner" problems={problems} alone={alone}>
      <input type="hidden" name={DRAWN_DISTANCE} value={distanceCode(state.distance)} />
      {state.view !== "sheet" && <input type="hidden" name="view" value={state.view} />}
      <DistanceNames language={language} />
      <div class="tool-fields">
        <TextField
          id="field-d"
          name="d"
          list={DISTANCE_NAMES}
          label={shared.distance}
          help={shared.distanceHelp}
          value={texts.d}
          problem={problem("d")}
          reading={toolReadingText(notes.d, language)}
        />
        <TextField
          id="field-t"
          name="t"
          label={t.goal}
          unit={shared.timeUnit}
          help={shared.timeHelp}
          value={texts.t}
          problem={problem("t")}
          reading={toolReadingText(notes.t, language)}
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
        />
        <div class="unless-even">
          <TextField
            id="field-p"
            name="p"
            label={t.percent}
            unit={t.percentUnit}
            help={t.percentHelp}
            value={decimalText(typed.p, language)}
            problem={problem("p")}
          />
        </div>
        <button class="button" type="submit">{shared.apply}</button>
      </div>
    </ToolForm>
  );
}
