import {
  type DanielsGilbertIndex,
  danielsGilbertIndex,
} from "@mypacer/shared/domain/models/daniels_gilbert.ts";
import { type Effort, type Estimate, notValid } from "@mypacer/shared/domain/measure/estimate.ts";
import { paceOver, paceToSpeed, speedToPace } from "@mypacer/shared/domain/measure/pace.ts";
import {
  fitRunner,
  predictTimes,
  type RunnerFits,
} from "@mypacer/shared/domain/models/prediction.ts";
import { bestTries } from "@mypacer/shared/domain/models/tries.ts";
import { speedHeld } from "@mypacer/shared/domain/models/vma.ts";
import { vmaOfResult } from "@mypacer/shared/domain/models/vma_of_result.ts";
import type { ComponentChildren } from "preact";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { EXTENDED } from "../../kit/predictions/model_reasons.ts";
import { PREDICTOR_TEXTS } from "./texts.ts";
import { shownPrediction } from "../../kit/predictions/shown_prediction.ts";
import { paceText, resultText, speedText } from "../../kit/tools/tool_format.ts";
import type { ToolData } from "../../kit/tools/load_tool.ts";
import type { PredictorInput } from "./state.ts";
import { ZONES } from "../zones/state.ts";
import { ExampleNote } from "../../kit/tools/ExampleNote.tsx";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { Facts } from "../../kit/tools/Facts.tsx";
import { NotValid, PredictionsTable } from "../../kit/predictions/PredictionsTable.tsx";
import type { Term } from "../../kit/glossary/terms.ts";
import { PredictorForm } from "./PredictorForm.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import { ToolPage } from "../../kit/tools/ToolPage.tsx";

/** The predictor. */
export function PredictorPage(
  { language, facts, input, search, example }: ToolData<PredictorInput>,
) {
  const t = PREDICTOR_TEXTS[language];
  const { results, sex, age } = input.state;
  const fits = fitRunner(results);
  const named = results.map((result) => resultText(result, language)).join(" · ");
  return (
    <ToolPage
      language={language}
      name="predictor"
      search={search}
      title={example || named === "" ? undefined : named}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <TermTexts
        language={language}
        terms={["vma", "endurance", "exponent", "critical-speed", "vdot", "range"]}
      />
      <PredictorForm language={language} input={input} />
      {results.length === 0 ? <p class="notice" role="status">{t.none}</p> : (
        <>
          {example && <ExampleNote language={language} />}
          <section aria-labelledby="says-heading">
            <div class="plan-head">
              <h2 id="says-heading" aria-live="polite">{example ? t.exampleSays : t.says}</h2>
              <PrintLine language={language} />
            </div>
            <p class="on-paper">{named}</p>
            <RunnerFacts language={language} results={results} fits={fits} />
          </section>
          <section aria-labelledby="predictions-heading">
            <div class="label-line">
              <h2 id="predictions-heading">{t.predictions}</h2>
              <TermOf language={language} term="range" />
            </div>
            <PredictionsTable
              look="tool"
              language={language}
              predictions={predictTimes(results, fits, { sex, age })
                .map((prediction) => shownPrediction(prediction, language))}
            />
          </section>
        </>
      )}
    </ToolPage>
  );
}

/** The best index of the results: of those within the range of the scale, else of all. */
function bestIndex(
  results: readonly Effort[],
): Estimate<DanielsGilbertIndex & { result: Effort }> {
  const none = notValid("too-few-records", "there is no result");
  const answers = results.map((result) => ({ result, ...danielsGilbertIndex(result) }));
  const rank = (answer: typeof answers[number]) =>
    answer.valid ? answer.index + (answer.extended === null ? 1000 : 0) : 0;
  return answers.toSorted((a, b) => rank(b) - rank(a))[0] ?? none;
}

/** Estimates for the runner, each with its basis or the reason why there is none. */
function RunnerFacts({ language, results, fits: { curve, vma, criticalSpeed } }: {
  language: Language;
  results: readonly Effort[];
  fits: RunnerFits;
}) {
  const t = PREDICTOR_TEXTS[language];
  const [first, ...others] = bestTries(results);
  const one = first !== undefined && others.length === 0 ? vmaOfResult(first) : null;
  const estimated = vma.valid ? vma.vma : one?.valid ? one.vma : null;
  const figure = <T,>(answer: Estimate<T>, say: (answer: T) => ComponentChildren) =>
    answer.valid ? say(answer) : <NotValid language={language} answer={answer} />;
  const decimal = (value: number, decimals: number) =>
    formatDecimal(value, decimals, language).replace("-", "−");
  const index = bestIndex(results);
  const term = (term: Term) => <TermOf language={language} term={term} />;
  return (
    <>
      <Facts
        facts={[
          [
            t.vma,
            one?.valid
              ? speedText(one.vma, language, 1)
              : figure(vma, (answer) => speedText(answer.vma, language, 1)),
            one?.valid
              ? t.vmaOne(
                formatDecimal(one.lowest, 1, language),
                speedText(one.highest, language, 1),
              )
              : vma.valid
              ? t.vmaMany(vma.count)
              : undefined,
            term("vma"),
          ],
          [
            t.endurance,
            figure(vma, (answer) => decimal(answer.enduranceIndex, 1)),
            vma.valid ? t.enduranceHelp : undefined,
            term("endurance"),
          ],
          ...([[60, 3600], [30, 1800]] as const).flatMap(([minutes, seconds]) => {
            const held = vma.valid ? speedHeld(vma, seconds) : null;
            return held?.valid
              ? [
                [
                  t.threshold(minutes),
                  paceText(speedToPace(held.speed), language),
                  speedText(held.speed, language, 1),
                ] as const,
              ]
              : [];
          }),
          [
            t.exponent,
            figure(curve, (answer) => decimal(answer.exponent, 3)),
            curve.valid
              ? [...curve.warnings.map((warning) => t.warnings[warning])][0] ?? t.exponentHelp
              : undefined,
            term("exponent"),
          ],
          [
            t.criticalSpeed,
            figure(
              criticalSpeed,
              (answer) => speedText(paceToSpeed(paceOver(answer.speed, 1)), language, 1),
            ),
            criticalSpeed.valid
              ? t.reserve(`${Math.round(criticalSpeed.reserve)}\u00a0m`)
              : undefined,
            term("critical-speed"),
          ],
          [
            t.index,
            figure(index, (answer) => decimal(answer.index, 1)),
            index.valid
              ? [
                t.indexOf(resultText(index.result, language)),
                index.extended === null ? "" : EXTENDED[language],
              ].filter((part) => part !== "").join(" · ")
              : undefined,
            term("vdot"),
          ],
        ]}
      />
      {estimated !== null && (
        <p class="on-screen">
          <a
            class="action"
            href={PATHS[language].zones +
              ZONES.search({ ...ZONES.first, vma: Number(estimated.toFixed(1)) })}
          >
            {t.zones}
          </a>
        </p>
      )}
    </>
  );
}
