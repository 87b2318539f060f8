import type { Prediction } from "@mypacer/shared/contract/analysis.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { shownWirePrediction } from "../../kit/predictions/shown_prediction.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { PredictionsTable } from "../../kit/predictions/PredictionsTable.tsx";

/** The usual distances, by each model side by side, with the runner's own record beside them. */
export function AthletePredictions({ predictions, written }: {
  predictions: readonly Prediction[];
  written: Written;
}) {
  if (predictions.length === 0) return null;
  const t = athleteTexts(written.language);
  return (
    <section aria-labelledby="predictions-heading">
      <h2 id="predictions-heading">{t.predictions}</h2>
      <PredictionsTable
        look="athlete"
        language={written.language}
        predictions={predictions.map((prediction) => shownWirePrediction(prediction, written))}
      />
    </section>
  );
}
