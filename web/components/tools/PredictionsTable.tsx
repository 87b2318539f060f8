import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import type { Estimate } from "@mypacer/shared/domain/estimate.ts";
import type { Prediction } from "@mypacer/shared/domain/prediction.ts";
import { predictionRange } from "@mypacer/shared/domain/prediction_range.ts";
import { type Language, PATHS } from "../../i18n/language.ts";
import { MODEL_REASONS, NOT_VALID } from "../../i18n/model_reasons.ts";
import { PREDICTOR_TEXTS } from "../../i18n/predictor_texts.ts";
import { secondsText } from "../../i18n/tool_format.ts";
import { MODEL_ANCHORS, MODEL_NAMES } from "../../state/model_names.ts";

/** What the models say of each distance, side by side. */
export function PredictionsTable({ language, predictions }: {
  language: Language;
  predictions: readonly Prediction[];
}) {
  const t = PREDICTOR_TEXTS[language];
  const models = PATHS[language].models;
  return (
    <div class="frame" role="region" aria-labelledby="predictions-caption" tabIndex={0}>
      <table class="paces predictions">
        <caption id="predictions-caption">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{t.distance}</th>
            <th scope="col">{t.range}</th>
            {MODEL_NAMES.map((name) => (
              <th key={name} scope="col">
                <a href={`${models}#${MODEL_ANCHORS[name]}`}>{t.models[name]}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {predictions.map((prediction) => (
            <tr key={prediction.distance}>
              <th scope="row">{distanceLabel(prediction.distance, language)}</th>
              <td class="prediction-range">
                <Range language={language} prediction={prediction} />
              </td>
              {MODEL_NAMES.map((name) => (
                <td key={name}>
                  <ModelTime language={language} prediction={prediction} name={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Range({ language, prediction }: { language: Language; prediction: Prediction }) {
  const range = predictionRange(prediction);
  if (range === null) return <NotValid language={language} answer={prediction.riegel} />;
  const fastest = secondsText(range.fastest, language);
  const slowest = secondsText(range.slowest, language);
  return fastest === slowest ? <>{fastest}</> : (
    <>
      {fastest} <span class="to">{PREDICTOR_TEXTS[language].to}</span> {slowest}
    </>
  );
}

/** A model's time with what it adds to it, or why there is none. */
function ModelTime({ language, prediction, name }: {
  language: Language;
  prediction: Prediction;
  name: typeof MODEL_NAMES[number];
}) {
  const answer = prediction[name];
  if (!answer.valid) return <NotValid language={language} answer={answer} />;
  const t = PREDICTOR_TEXTS[language];
  const text = (seconds: number) => secondsText(seconds, language);
  return (
    <>
      <b>{text(answer.time)}</b>
      {"fadingTime" in answer && text(answer.fadingTime) !== text(answer.time) && (
        <span class="model-note">{t.fading(text(answer.fadingTime))}</span>
      )}
      {"fastest" in answer && answer.fastest !== null && answer.slowest !== null && (
        <span class="model-note">
          <span class="hidden">{t.interval}</span>
          {text(answer.fastest)} – {text(answer.slowest)}
        </span>
      )}
    </>
  );
}

/** That a model is not valid here, and why. */
export function NotValid({ language, answer }: {
  language: Language;
  answer: Estimate<unknown>;
}) {
  if (answer.valid) return null;
  return (
    <span class="not-valid">
      {NOT_VALID[language]}
      <span class="model-note">{MODEL_REASONS[language][answer.reason]}</span>
    </span>
  );
}
