import type { ComponentChildren } from "preact";
import { athleteTexts } from "./athlete_texts.ts";
import type { Language } from "../language/language.ts";
import type { TableState } from "../table_state/table_state.ts";
import { COMPARISON, RECORD_AGES, type RecordAge } from "../addresses/comparison_settings.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { stateParameters } from "../table_state/table_fields.ts";
import { HiddenInputs } from "../forms/HiddenInputs.tsx";

/** Choice of the oldest records that are used, and further settings of a page of athletes. */
export function RecordAgeForm({ language, state, age, action, children }: {
  language: Language;
  state: TableState;
  age: RecordAge;
  /** Path of the page. */
  action: string;
  children?: ComponentChildren;
}) {
  const t = athleteTexts(language);
  return (
    <form class="record-age" method="get" action={action}>
      <HiddenInputs parameters={stateParameters(state)} />
      <SelectField
        id="record-age"
        name={COMPARISON.fields.age.name}
        label={t.maxAge}
        chosen={String(age ?? "")}
        options={RECORD_AGES.map((years): [string, string] => [
          String(years ?? ""),
          years === null ? t.anyAge : t.years(years),
        ])}
      />
      {children}
      <button class="button" type="submit">{t.apply}</button>
    </form>
  );
}
