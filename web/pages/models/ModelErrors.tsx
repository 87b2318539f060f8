import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import {
  ERROR_SAMPLE,
  JUDGED_MODELS,
  type ModelErrors as Errors,
  PREDICTION_ERRORS,
} from "@mypacer/shared/domain/models/prediction_errors.ts";
import { formatCount } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { MODEL_ERROR_TEXTS } from "./model_error_texts.ts";
import { percentText, timeText } from "../../kit/tools/tool_format.ts";

/** Errors of each model for real races: the sample, and a table for each distance. */
export function ModelErrors({ language }: { language: Language }) {
  const t = MODEL_ERROR_TEXTS[language];
  const { races, men, medianTimes, source } = ERROR_SAMPLE;
  const medians = medianTimes.map(({ distance, time }) =>
    t.median(distanceLabel(distance, language), timeText(time * 100, language, "seconds"))
  );
  return (
    <section id="errors" class="model" aria-labelledby="errors-heading">
      <h2 id="errors-heading">{t.heading}</h2>
      <div class="model-text">
        <p>{t.lead(formatCount(races, language))}</p>
        <p>{t.sample(percentText(men, language), medians.join(t.and))}</p>
      </div>
      {medianTimes.map(({ distance }) => (
        <ErrorTable key={distance} language={language} distance={distance} />
      ))}
      <p class="help">
        {t.redo} <code>deno task bench:predictions FILE.csv</code>. {t.source(source)}
      </p>
    </section>
  );
}

/** Errors of the models over one distance, MyPacer's own first. */
function errorsOver(distance: number): Errors[] {
  return JUDGED_MODELS.flatMap((model) =>
    PREDICTION_ERRORS.filter((errors) => errors.model === model && errors.distance === distance)
  );
}

function ErrorTable({ language, distance }: { language: Language; distance: number }) {
  const t = MODEL_ERROR_TEXTS[language];
  const id = `errors-${Math.round(distance)}`;
  // Below 0 is too fast; the sign is always written.
  const signed = (percent: number) =>
    `${percent > 0 ? "+" : ""}${percentText(percent, language, 1)}`;
  const cells = ({ bias, meanAbsolute, medianAbsolute, coverage, none }: Errors) => [
    signed(bias),
    percentText(medianAbsolute, language, 1),
    percentText(meanAbsolute, language, 1),
    coverage === null ? "–" : percentText(coverage, language, 1),
    formatCount(none, language),
  ];
  return (
    <div class="frame" role="region" aria-labelledby={id} tabIndex={0}>
      <table class="paces errors">
        <caption id={id}>{t.caption(distanceLabel(distance, language))}</caption>
        <thead>
          <tr>
            <th scope="col" class="corner">{t.model}</th>
            {t.columns.map((column) => <th key={column} scope="col">{column}</th>)}
          </tr>
        </thead>
        <tbody>
          {errorsOver(distance).map((errors) => (
            <tr key={errors.model}>
              <th scope="row">{t.models[errors.model]}</th>
              {cells(errors).map((cell, column) => <td key={t.columns[column]}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
