import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { RecordAgeForm } from "../../kit/athletes/RecordAgeForm.tsx";
import { athleteWithRecords } from "../../kit/athletes/shown_athlete.ts";
import { CurveLegend, curveRuns, PaceCurve, surfacesOf } from "../../kit/charts/PaceCurve.tsx";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { addressParameters } from "../../kit/forms/fields.ts";
import { PredictionsTable } from "../../kit/predictions/PredictionsTable.tsx";
import { shownWirePrediction } from "../../kit/predictions/shown_prediction.ts";
import { athletePaths } from "../../kit/addresses/athlete_address.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import type { AthletePageData } from "./load.ts";
import { MODEL_TEXTS } from "./model_texts.ts";
import { RunnerFigures } from "./RunnerFigures.tsx";
import { ScoredRecords } from "./ScoredRecords.tsx";
import { RESULTS } from "./state.ts";

/** Anchor of the models: the form within leads back to them. */
const ANCHOR = "models";

/** What models make of an adult's records: folded until somebody asks or chooses their age. */
export function AthleteModels({ language, ffaId, state, age, year, records, analysis }:
  & Pick<AthletePageData, "language" | "ffaId" | "state" | "age" | "year">
  & { records: AthleteRecords; analysis: Analysis }) {
  const t = MODEL_TEXTS[language];
  const written = writtenAs(state, language);
  const runs = curveRuns(athleteWithRecords(records));
  const restsOn = analysis.curve.valid
    ? analysis.curve.rests_on.map(({ distance, time }) => ({ distance, time: time / 100 }))
    : [];
  return (
    <details id={ANCHOR} class="fold fold-models" open={age !== null}>
      <summary>
        <h2>{t.heading}</h2>
      </summary>
      <div class="models">
        <TermTexts
          language={language}
          terms={["vma", "endurance", "exponent", "critical-speed", "range"]}
        />
        <p class="help">{t.help}</p>
        <RecordAgeForm
          {...{ language, state, age }}
          action={`${athletePaths(ffaId)[language]}#${ANCHOR}`}
        >
          <HiddenInputs parameters={addressParameters(RESULTS.fields, { year })} />
        </RecordAgeForm>
        <RunnerFigures analysis={analysis} written={written} />
        {runs.length > 0 && (
          <section aria-labelledby="curve-heading">
            <h3 id="curve-heading">{t.curve}</h3>
            <PaceCurve
              series={[{ slot: 0, name: records.athlete.name, runs, restsOn }]}
              written={written}
            />
            <CurveLegend surfaces={surfacesOf(runs)} written={written} />
          </section>
        )}
        {analysis.predictions.length > 0 && (
          <section aria-labelledby="predictions-heading">
            <div class="label-line">
              <h3 id="predictions-heading">{t.predictions}</h3>
              <TermOf language={language} term="range" />
            </div>
            <PredictionsTable
              look="athlete"
              language={language}
              predictions={analysis.predictions.map((prediction) =>
                shownWirePrediction(prediction, written)
              )}
            />
          </section>
        )}
        <ScoredRecords records={analysis.records} written={written} />
      </div>
    </details>
  );
}
