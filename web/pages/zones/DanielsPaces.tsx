import type { Effort } from "@mypacer/shared/domain/measure/estimate.ts";
import {
  danielsGilbertIndex,
  danielsGilbertPaces,
} from "@mypacer/shared/domain/models/daniels_gilbert.ts";
import type { LengthUnit, Pace } from "@mypacer/shared/domain/measure/pace.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { EXTENDED } from "../../kit/predictions/model_reasons.ts";
import { TermOf } from "../../kit/glossary/TermTexts.tsx";
import { NotValid } from "../../kit/predictions/PredictionsTable.tsx";
import { paceText, resultText } from "../../kit/tools/tool_format.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { ZONES_TEXTS } from "./texts.ts";

/** The five training paces of the Daniels–Gilbert index, which a run tells and a VMA does not. */
export function DanielsPaces({ language, effort, unit }: {
  language: Language;
  /** Null where the form tells a speed. */
  effort: Effort | null;
  unit: LengthUnit;
}) {
  const t = ZONES_TEXTS[language].daniels;
  return (
    <section class={effort === null ? "on-screen" : undefined} aria-labelledby="daniels-heading">
      <h2 id="daniels-heading">{t.heading}</h2>
      {effort === null
        ? <p class="help">{t.needsResult}</p>
        : <PacesTable {...{ language, effort, unit }} />}
      <p class="help">
        {t.sources} <a href={`${PATHS[language].models}#daniels-gilbert`}>{t.more}</a>
      </p>
    </section>
  );
}

function PacesTable({ language, effort, unit }: {
  language: Language;
  effort: Effort;
  unit: LengthUnit;
}) {
  const t = ZONES_TEXTS[language].daniels;
  const answer = danielsGilbertIndex(effort);
  const paces = answer.valid ? danielsGilbertPaces(answer.index) : answer;
  if (!answer.valid || !paces.valid) {
    return <NotValid language={language} answer={answer.valid ? paces : answer} />;
  }
  const pace = (seconds: Pace) => paceText(seconds, language, unit);
  const range = ([slowest, fastest]: readonly [Pace, Pace]) => (
    <>
      {pace(slowest)} <span class="to">→</span> {pace(fastest)}
    </>
  );
  const rows = [
    ["easy", "E", range(paces.easy)],
    ["marathon", "M", paces.marathon === null ? "–" : pace(paces.marathon)],
    ["threshold", "T", pace(paces.threshold)],
    ["interval", "I", pace(paces.interval)],
    ["repetition", "R", range(paces.repetition)],
  ] as const;
  return (
    <div class="tool-scroll" role="group" aria-labelledby="daniels-heading" tabIndex={0}>
      <table class="tool-table daniels">
        <caption>
          {t.index(formatDecimal(answer.index, 1, language), resultText(effort, language))}
          <TermOf language={language} term="vdot" />
          {answer.extended !== null && ` · ${EXTENDED[language]}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.kind}</th>
            <th scope="col">{TOOL_TEXTS[language].pace}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, letter, figure]) => (
            <tr key={key}>
              <th scope="row">
                <abbr>{letter}</abbr> {t.paces[key].name}
                <span class="key-note">{t.paces[key].use}</span>
              </th>
              <td class="tool-main">{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
