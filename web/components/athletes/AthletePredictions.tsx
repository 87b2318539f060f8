import type { Prediction } from "@mypacer/shared/contract/analysis.ts";
import type { NotValid } from "@mypacer/shared/contract/estimate.ts";
import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { athleteTexts } from "../../i18n/athlete_texts.ts";
import { PATHS } from "../../i18n/language.ts";
import { modelTime, reasonText, runText } from "../../i18n/run_texts.ts";
import type { Written } from "../../i18n/table_cells.ts";

const MODELS = [
  "personal",
  "riegel",
  "daniels_gilbert",
  "cameron",
  "peronnet_thibault",
  "critical_speed",
] as const;

/** Distances without a record, by each model side by side. */
export function AthletePredictions({ predictions, written }: {
  predictions: readonly Prediction[];
  written: Written;
}) {
  if (predictions.length === 0) return null;
  const t = athleteTexts(written.language);
  const reasons = new Set(
    predictions.flatMap((prediction) =>
      MODELS.flatMap((model) => {
        const answer = prediction[model];
        return answer.valid ? [] : [`${t.models[model]}: ${reasonText(answer, written)}`];
      })
    ),
  );
  return (
    <section aria-labelledby="predictions-heading">
      <h2 id="predictions-heading">{t.predictions}</h2>
      <p class="help">
        {t.predictionsHelp} <a href={PATHS[written.language].models}>{t.explain}</a>
      </p>
      <div class="scroll" role="group" aria-labelledby="predictions-heading" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{t.distance}</th>
              {MODELS.map((model) => <th key={model} scope="col">{t.models[model]}</th>)}
            </tr>
          </thead>
          <tbody>
            {predictions.map((prediction) => (
              <tr key={prediction.distance}>
                <th scope="row">{distanceLabel(prediction.distance, written.language)}</th>
                {MODELS.map((model) => (
                  <td key={model}>
                    <Answer {...{ model, prediction, written }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reasons.size > 0 && (
        <details class="filters">
          <summary>{t.whyNot}</summary>
          <ul class="help">{[...reasons].map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </details>
      )}
    </section>
  );
}

function Answer({ model, prediction, written }: {
  model: typeof MODELS[number];
  prediction: Prediction;
  written: Written;
}) {
  const answer: { valid: true; time: number } | NotValid = prediction[model];
  if (!answer.valid) {
    const reason = reasonText(answer, written);
    return (
      <span class="not-valid" title={reason}>
        –<span class="hidden">{reason}</span>
      </span>
    );
  }
  const { from, personal, riegel } = prediction;
  const t = athleteTexts(written.language);
  const around = model === "personal" && personal.valid && personal.fastest !== null &&
      personal.slowest !== null
    ? `${modelTime(personal.fastest, written)} – ${modelTime(personal.slowest, written)}`
    : model === "riegel" && riegel.valid && riegel.fading_time !== riegel.time
    ? t.fading(modelTime(riegel.fading_time, written))
    : null;
  const rests = from !== null && model !== "personal"
    ? t.restsOn(runText(from, written))
    : undefined;
  return (
    <>
      <span title={rests}>{modelTime(answer.time, written)}</span>
      {around && <span class="around">{around}</span>}
    </>
  );
}
