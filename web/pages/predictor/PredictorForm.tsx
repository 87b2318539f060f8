import type { Language } from "../../kit/language/language.ts";
import { PREDICTOR_TEXTS } from "./texts.ts";
import { textFields, toolProblemText } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import {
  ADD_ROW,
  MAX_RESULTS,
  type PredictorInput,
  runnerFields,
  SEX_CHOICES,
  SEX_UNTOLD,
  WITHOUT_ROW,
} from "./state.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { RACE } from "../../kit/tools/race_fields.ts";
import { ResultFields } from "../../kit/tools/ResultFields.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** The results of a form: rows that buttons add and remove, with or without scripts. */
export function ResultRows({ language, input }: { language: Language; input: PredictorInput }) {
  const { problems, rows } = input;
  const shared = TOOL_TEXTS[language];
  const t = PREDICTOR_TEXTS[language];
  const many = toolProblemText(problems.r, language);
  return (
    <>
      <DistanceNames language={language} />
      {/* The first button of a form is the one that Enter presses: it must not take a row away. */}
      <button class="hidden" type="submit" tabIndex={-1} aria-hidden="true">{shared.apply}</button>
      <div class="result-rows">
        {rows.map((row, index) => (
          <fieldset key={index} class="result-row">
            <legend class="hidden">{t.row(index + 1)}</legend>
            <ResultFields
              language={language}
              id={String(index)}
              field={textFields(RACE, row, language)}
              help={false}
            />
            {(row.typed.d !== "" || row.typed.t !== "") && (
              <button
                type="submit"
                name={WITHOUT_ROW}
                value={index}
                class="row-remove"
                aria-label={t.remove(index + 1)}
              >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                  <path d="M3 3l10 10M13 3L3 13" />
                </svg>
              </button>
            )}
          </fieldset>
        ))}
      </div>
      <p class="help">{t.rowsHelp}</p>
      {many && <p class="problem">{many}</p>}
    </>
  );
}

/** Sex and age, which MyPacer's own model and the tables by age take into account. */
export function RunnerFields({ language, input }: { language: Language; input: PredictorInput }) {
  const t = PREDICTOR_TEXTS[language];
  const field = textFields(runnerFields(input.state), input.runner, language);
  return (
    <div class="tool-fields">
      <ChoiceField
        name="sex"
        legend={t.sex}
        chosen={input.state.sex ?? SEX_UNTOLD}
        options={SEX_CHOICES.map((sex) => [sex, t.sexes[sex]] as const)}
      />
      <TextField
        {...field("age")}
        label={t.age}
        unit={t.ageUnit}
        inputmode="numeric"
      />
    </div>
  );
}

/** The buttons below the rows: to compute, and to add a row. */
export function RowButtons({ language, input }: { language: Language; input: PredictorInput }) {
  return (
    <p class="tool-buttons">
      <button class="button" type="submit">{TOOL_TEXTS[language].apply}</button>
      {input.rows.length < MAX_RESULTS && (
        <button class="button button-plain" type="submit" name={ADD_ROW} value="1">
          {PREDICTOR_TEXTS[language].add}
        </button>
      )}
    </p>
  );
}

/** The form of the results that predictions use. */
export function PredictorForm({ language, input }: { language: Language; input: PredictorInput }) {
  return (
    <ToolForm language={language} name="predictor" problems={input.problems}>
      <ResultRows language={language} input={input} />
      <RunnerFields language={language} input={input} />
      <RowButtons language={language} input={input} />
    </ToolForm>
  );
}
