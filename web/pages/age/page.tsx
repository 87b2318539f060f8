import "./style.css";
import { type AgeGrade, ageGrade, timeOfGrade } from "@mypacer/shared/domain/models/age_grade.ts";
import { paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { MODEL_REASONS } from "../../kit/predictions/model_reasons.ts";
import { ExampleNote } from "../../kit/tools/ExampleNote.tsx";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { Facts } from "../../kit/tools/Facts.tsx";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import {
  estimateText,
  paceText,
  percentText,
  resultText,
  secondsText,
} from "../../kit/tools/tool_format.ts";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";
import { AgeCurve } from "./AgeCurve.tsx";
import { AgeForm } from "./AgeForm.tsx";
import { type AgeInput, type AgeState, SEXES } from "./state.ts";
import { AGE_TEXTS } from "./texts.ts";

/** Ages of the table, years: grown-ups, as far as both tables go. */
const AGES = Array.from({ length: 14 }, (_, row) => 20 + 5 * row);

/** Age grading. */
export function AgePage({ language, facts, input, search, example }: ToolData<AgeInput>) {
  const t = AGE_TEXTS[language];
  const { state } = input;
  const none = Object.keys(input.problems).length > 0;
  const run = { distance: state.distance, time: state.time / 100 };
  const grade = ageGrade({ ...run, discipline: state.course, sex: state.sex, age: state.age });
  const percent = grade.valid ? percentText(grade.percent, language, 1) : "";
  return (
    <ToolPage
      language={language}
      name="age"
      search={search}
      title={example || none || !grade.valid ? undefined : percent}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <TermTexts language={language} terms={["age-grade"]} />
      <AgeForm language={language} alone={none} input={input} />
      {!none && !grade.valid && (
        <p class="notice" role="status">
          {t.none} ({MODEL_REASONS[language][grade.reason]}). {t.reach}
        </p>
      )}
      {!none && grade.valid && (
        <>
          {example && <ExampleNote language={language} />}
          <section aria-labelledby="grade-heading">
            <div class="plan-head">
              <h2 id="grade-heading" aria-live="polite">{t.title(percent)}</h2>
              <PrintLine language={language} />
            </div>
            <p>{t.says(resultText(run, language), t.runner(state.sex, state.age))}</p>
            <GradeFacts language={language} state={state} grade={grade} />
            <p class="help">
              {t.tables[state.course]} <a href={`${PATHS[language].models}#age-grade`}>{t.more}</a>
            </p>
          </section>
          <section aria-labelledby="ages-heading">
            <h2 id="ages-heading">{t.otherAges}</h2>
            <p class="help">{t.otherAgesHelp(percent)}</p>
            <div class="age-pair">
              <AgesTable language={language} state={state} percent={grade.percent} />
              <AgeCurve language={language} state={state} percent={grade.percent} />
            </div>
          </section>
        </>
      )}
    </ToolPage>
  );
}

function GradeFacts({ language, state, grade }: {
  language: Language;
  state: AgeState;
  grade: AgeGrade;
}) {
  const t = AGE_TEXTS[language];
  const pace = (seconds: number) => paceText(paceOver(state.distance, seconds), language);
  return (
    <Facts
      facts={[
        [
          t.grade,
          percentText(grade.percent, language, 1),
          t.gradeHelp,
          <TermOf key="term" language={language} term="age-grade" />,
        ],
        [t.openTime, estimateText(grade.openTime, language), pace(grade.openTime)],
        [
          t.standard(state.age),
          secondsText(grade.standard, language),
          pace(grade.standard),
        ],
        [t.factor, formatDecimal(grade.factor, 4, language), t.factorHelp],
      ]}
    />
  );
}

/** The times that have the same grade at other ages, of both sexes. */
function AgesTable({ language, state, percent }: {
  language: Language;
  state: AgeState;
  percent: number;
}) {
  const t = AGE_TEXTS[language];
  const ages = [...new Set([...AGES, state.age])].toSorted((a, b) => a - b);
  const { distance, course } = state;
  return (
    <div class="tool-scroll" role="group" aria-labelledby="ages-heading" tabIndex={0}>
      <table class="tool-table ages">
        <caption class="hidden">{t.otherAges}</caption>
        <thead>
          <tr>
            <th scope="col">{t.age}</th>
            {SEXES.map((sex) => <th key={sex} scope="col">{t.sexes[sex]}</th>)}
          </tr>
        </thead>
        <tbody>
          {ages.map((age) => (
            <tr key={age} class={age === state.age ? "own" : undefined}>
              <th scope="row">{t.yearsOld(age)}</th>
              {SEXES.map((sex) => {
                const answer = timeOfGrade(percent, { discipline: course, distance, sex, age });
                const own = age === state.age && sex === state.sex;
                return (
                  <td key={sex} class={own ? "tool-main own-time" : undefined}>
                    {answer.valid ? estimateText(answer.time, language) : "–"}
                    {own && <span class="key-note">{t.own}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
