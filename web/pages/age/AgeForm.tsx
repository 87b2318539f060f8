import type { Language } from "../../kit/language/language.ts";
import { textFields } from "../../kit/tools/tool_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { AGE_TEXTS } from "./texts.ts";
import { AGE, type AgeInput, COURSES, SEXES } from "./state.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";
import { DistanceNames } from "../../kit/tools/DistanceNames.tsx";
import { ResultFields } from "../../kit/tools/ResultFields.tsx";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/** A runner's sex and age, and the race that is graded. */
export function AgeForm({ language, alone, input }: {
  language: Language;
  /** Whether no grade follows. */
  alone: boolean;
  input: AgeInput;
}) {
  const { state, problems } = input;
  const field = textFields(AGE.fields, input, language);
  const t = AGE_TEXTS[language];
  return (
    <ToolForm language={language} name="age" problems={problems} alone={alone}>
      <DistanceNames language={language} />
      <div class="tool-fields">
        <ChoiceField
          name="sex"
          legend={t.sex}
          chosen={state.sex}
          options={SEXES.map((sex) => [sex, t.sexes[sex]] as const)}
        />
        <TextField
          {...field("age")}
          label={t.age}
          unit={t.years}
          help={t.ageHelp}
          inputmode="numeric"
        />
        <ResultFields language={language} field={field} />
        <ChoiceField
          name="on"
          legend={t.course}
          chosen={state.course}
          options={COURSES.map((course) => [course, t.courses[course]] as const)}
        />
        <button class="button" type="submit">{TOOL_TEXTS[language].apply}</button>
      </div>
    </ToolForm>
  );
}
