import type { Language } from "../../kit/language/language.ts";
import { textFields } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { ZONES_TEXTS } from "./texts.ts";
import { VMA_SOURCES, ZONES, type ZonesInput } from "./state.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { ResultFields } from "../../kit/tools/ResultFields.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** The basis of the zones: a VMA, or a result from which it is estimated. */
export function ZonesForm({ language, alone, input }: {
  language: Language;
  /** Whether no zones follow. */
  alone: boolean;
  input: ZonesInput;
}) {
  const { state, problems } = input;
  const field = textFields(ZONES.fields, input, language);
  const shared = TOOL_TEXTS[language];
  const t = ZONES_TEXTS[language];
  return (
    <ToolForm language={language} name="zones" problems={problems} alone={alone}>
      <DistanceNames language={language} />
      <div class="tool-fields">
        <ChoiceField
          name="by"
          legend={t.by}
          chosen={state.by}
          options={VMA_SOURCES.map((source) => [source, t.sources[source]] as const)}
        />
        <div class="by-vma">
          <TextField
            {...field("vma")}
            label={t.vma}
            unit="km/h"
            help={t.vmaHelp}
            inputmode="decimal"
          />
        </div>
        <div class="by-result">
          <ResultFields language={language} field={field} />
        </div>
        <ChoiceField
          name="unit"
          legend={shared.unit}
          chosen={state.unit}
          options={[["km", shared.kilometre], ["mi", shared.mile]]}
        />
        <button class="button" type="submit">{shared.apply}</button>
      </div>
    </ToolForm>
  );
}
