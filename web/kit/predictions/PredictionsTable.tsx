import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Estimate } from "@mypacer/shared/domain/measure/estimate.ts";
import type { Language } from "../language/language.ts";
import { PATHS } from "../addresses/paths.ts";
import { EXTENDED, MODEL_REASONS, NOT_VALID } from "./model_reasons.ts";
import { PREDICTION_TEXTS } from "./prediction_texts.ts";
import type { ShownPrediction, ShownRange } from "./shown_prediction.ts";
import { MODEL_ANCHORS, MODEL_NAMES } from "./model_names.ts";

/** Looks of the table: on a tool's page, and on an athlete's page. */
const LOOKS = {
  tool: { frame: "frame", table: "paces predictions" },
  athlete: { frame: "scroll", table: "figures predictions" },
} as const;

/** The models' predictions for each distance, side by side. */
export function PredictionsTable({ language, predictions, look }: {
  language: Language;
  predictions: readonly ShownPrediction[];
  look: keyof typeof LOOKS;
}) {
  const t = PREDICTION_TEXTS[language];
  const models = PATHS[language].models;
  return (
    <>
      <div
        class={LOOKS[look].frame}
        role="region"
        aria-labelledby="predictions-caption"
        tabIndex={0}
      >
        <table class={LOOKS[look].table}>
          <caption id="predictions-caption">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="corner">{t.distance}</th>
              {MODEL_NAMES.map((name) => (
                <th key={name} scope="col" class={name === "mypacer" ? "own-model" : undefined}>
                  <a href={`${models}#${MODEL_ANCHORS[name]}`}>{t.models[name]}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {predictions.map(({ distance, own, from, models }) => (
              <tr key={distance}>
                <th scope="row">
                  {distanceLabel(distance, language)}
                  {own !== null && <span class="model-note">{t.own(own)}</span>}
                </th>
                {MODEL_NAMES.map((name) => (
                  <td
                    key={name}
                    class={name === "mypacer" ? "own-model" : undefined}
                    title={from ?? undefined}
                  >
                    <ModelFigure language={language} answer={models[name]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="help">
        {t.help} <a class="on-screen" href={models}>{t.explained}</a>
      </p>
    </>
  );
}

/** A model's time with its range, or the reason for none. */
function ModelFigure({ language, answer }: {
  language: Language;
  answer: Estimate<ShownRange>;
}) {
  if (!answer.valid) return <NotValid language={language} answer={answer} />;
  const t = PREDICTION_TEXTS[language];
  const { time, fastest, slowest, extended, fading } = answer;
  return (
    <>
      <b>{time}</b>
      <span class="model-note">
        <span class="hidden">{t.interval}</span> {fastest} – {slowest}
      </span>
      {fading !== null && <span class="model-note">{t.fading(fading)}</span>}
      {extended !== null && (
        <span class="model-note extended">
          {EXTENDED[language]}
          <span class="hidden">: {MODEL_REASONS[language][extended]}</span>
        </span>
      )}
    </>
  );
}

/** The note that a model is not valid, with the reason. */
export function NotValid({ language, answer }: {
  language: Language;
  answer: Estimate<unknown>;
}) {
  if (answer.valid) return null;
  return (
    <span class="model-silent">
      {NOT_VALID[language]}
      <span class="model-note">{MODEL_REASONS[language][answer.reason]}</span>
    </span>
  );
}
