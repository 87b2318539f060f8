import { danielsGilbertIndex } from "@mypacer/shared/domain/daniels_gilbert.ts";
import type { Effort, Estimate } from "@mypacer/shared/domain/estimate.ts";
import { paceOver, paceToSpeed, speedToPace } from "@mypacer/shared/domain/pace.ts";
import { fitRunner, predictTimes, type RunnerFits } from "@mypacer/shared/domain/prediction.ts";
import { speedHeld } from "@mypacer/shared/domain/vma.ts";
import { vmaOfResult } from "@mypacer/shared/domain/vma_of_result.ts";
import type { ComponentChildren } from "preact";
import { formatDecimal } from "../../i18n/format.ts";
import { type Language, PATHS } from "../../i18n/language.ts";
import { PREDICTOR_TEXTS } from "../../i18n/predictor_texts.ts";
import { shownPrediction } from "../../i18n/shown_prediction.ts";
import { paceText, resultText, speedText } from "../../i18n/tool_format.ts";
import type { ToolData } from "../../server/tool.ts";
import type { PredictorInput } from "../../state/predictor_state.ts";
import { FIRST_ZONES, zonesSearch } from "../../state/zones_state.ts";
import { Facts } from "./Facts.tsx";
import { NotValid, PredictionsTable } from "./PredictionsTable.tsx";
import { PredictorForm } from "./PredictorForm.tsx";
import { PrintLine } from "./PrintLine.tsx";
import { ToolPage } from "./ToolPage.tsx";

/** The predictor. */
export function PredictorPage({ language, facts, input, search }: ToolData<PredictorInput>) {
  const t = PREDICTOR_TEXTS[language];
  const { results } = input.state;
  const fits = fitRunner(results);
  const named = results.map((result) => resultText(result, language)).join(" · ");
  return (
    <ToolPage
      language={language}
      name="predictor"
      search={search}
      title={search === "" || named === "" ? undefined : named}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <PredictorForm language={language} input={input} />
      {results.length === 0 ? <p class="notice" role="status">{t.none}</p> : (
        <>
          <section aria-labelledby="says-heading">
            <div class="plan-head">
              <h2 id="says-heading">{t.says}</h2>
              <PrintLine language={language} />
            </div>
            <p class="on-paper">{named}</p>
            <RunnerFacts language={language} results={results} fits={fits} />
          </section>
          <section aria-labelledby="predictions-heading">
            <h2 id="predictions-heading">{t.predictions}</h2>
            <PredictionsTable
              look="tool"
              language={language}
              predictions={predictTimes(results, fits)
                .map((prediction) => shownPrediction(prediction, language))}
            />
          </section>
        </>
      )}
    </ToolPage>
  );
}

/** What is estimated of the runner, each figure with what it rests on or why there is none. */
function RunnerFacts({ language, results, fits: { curve, vma, criticalSpeed } }: {
  language: Language;
  results: readonly Effort[];
  fits: RunnerFits;
}) {
  const t = PREDICTOR_TEXTS[language];
  const [first] = results;
  const one = first !== undefined && results.length === 1 ? vmaOfResult(first) : null;
  const estimated = vma.valid ? vma.vma : one?.valid ? one.vma : null;
  const figure = <T,>(answer: Estimate<T>, say: (answer: T) => ComponentChildren) =>
    answer.valid ? say(answer) : <NotValid language={language} answer={answer} />;
  const decimal = (value: number, decimals: number) =>
    formatDecimal(value, decimals, language).replace("-", "−");
  const best = results
    .flatMap((result) => {
      const answer = danielsGilbertIndex(result);
      return answer.valid ? [{ result, index: answer.index }] : [];
    })
    .sort((a, b) => b.index - a.index)[0];
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
          ],
          [
            t.endurance,
            figure(vma, (answer) => decimal(answer.enduranceIndex, 1)),
            vma.valid ? t.enduranceHelp : undefined,
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
          ],
          [
            t.index,
            first === undefined || best !== undefined
              ? decimal(best?.index ?? 0, 1)
              : figure(danielsGilbertIndex(first), (answer) => decimal(answer.index, 1)),
            best === undefined ? undefined : t.indexOf(resultText(best.result, language)),
          ],
        ]}
      />
      {estimated !== null && (
        <p class="on-screen">
          <a
            class="action"
            href={PATHS[language].zones +
              zonesSearch({ ...FIRST_ZONES, vma: Number(estimated.toFixed(1)) })}
          >
            {t.zones}
          </a>
        </p>
      )}
    </>
  );
}
