import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "../../kit/language/language.ts";
import { toolProblemText, toolReadingText } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { ZONES_TEXTS } from "./texts.ts";
import { readVma } from "../../kit/forms/read_values.ts";
import { VMA_SOURCES, type ZonesInput } from "./state.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { ResultFields } from "../../kit/tools/ResultFields.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** A VMA as its field shows it: as it was read, or as it was typed where it was refused. */
function vmaFieldText(typed: string, language: Language): string {
  const { value } = readVma(typed);
  return value === undefined ? typed : writeInput({ kind: "number", value }, language);
}

/** Where the zones start from: a VMA, or a result that tells it. */
export function ZonesForm({ language, alone, input }: {
  language: Language;
  /** No zones follow. */
  alone: boolean;
  input: ZonesInput;
}) {
  const { state, typed, notes, problems } = input;
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
            id="field-vma"
            name="vma"
            label={t.vma}
            unit="km/h"
            help={t.vmaHelp}
            inputmode="decimal"
            value={vmaFieldText(typed.vma, language)}
            problem={toolProblemText(problems.vma, language)}
            reading={toolReadingText(notes.vma, language)}
          />
        </div>
        <div class="by-result">
          <ResultFields language={language} typed={typed} notes={notes} problems={problems} />
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
