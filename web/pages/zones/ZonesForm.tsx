import type { Language } from "../../kit/language/language.ts";
import { textFields } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { ZONES_TEXTS } from "./texts.ts";
import { HELD, STAGES, VMA_SOURCES, ZONES, type ZonesInput } from "./state.ts";
import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { SelectField } from "../../kit/forms/SelectField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { TermOf } from "../../kit/glossary/TermTexts.tsx";
import { DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { ResultFields } from "../../kit/tools/ResultFields.tsx";
import { FieldTestNote } from "./FieldTest.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** The basis of the zones: a VMA, or a result or a field test from which it is estimated. */
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
            term={<TermOf language={language} term="vma" />}
            unit="km/h"
            help={t.vmaHelp}
            inputmode="decimal"
          />
        </div>
        <div class="by-result">
          <ResultFields language={language} field={field} />
        </div>
        {([["half-cooper", "m6"], ["cooper", "m12"]] as const).map(([test, name]) => (
          <div key={test} class={`by-${test}`}>
            <TextField
              {...field(name)}
              label={t.meters[test]}
              unit="m"
              help={t.metersHelp[test]}
              inputmode="decimal"
            />
          </div>
        ))}
        <div class="by-vameval">
          <SelectField
            id="field-stage"
            name="stage"
            label={t.stage}
            chosen={state.stage}
            options={STAGES.map((stage) => [stage, `${decimalText(stage, language)}\u00a0km/h`])}
          />
          <SelectField
            id="field-held"
            name="held"
            label={t.held}
            chosen={state.held}
            options={HELD.map((held) => [held, `${held}\u00a0s`])}
          />
        </div>
        <ChoiceField
          name="unit"
          legend={shared.unit}
          chosen={state.unit}
          options={[["km", shared.kilometre], ["mi", shared.mile]]}
        />
        <button class="button" type="submit">{shared.apply}</button>
      </div>
      {state.by !== "vma" && state.by !== "result" && (
        <FieldTestNote language={language} test={state.by} />
      )}
    </ToolForm>
  );
}
