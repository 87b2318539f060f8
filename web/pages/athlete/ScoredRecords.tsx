import type { Analysis, ScoredRecord } from "@mypacer/shared/contract/analysis.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import { EXTENDED } from "../../kit/predictions/model_reasons.ts";
import { runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { MODEL_TEXTS } from "./model_texts.ts";

/** Whether a record's points are not confirmed by a published score. */
const isUnconfirmed = ({ points }: ScoredRecord) => points.valid && !points.confirmed;

/** The best run over each distance on each scale: index, age graded, points. */
export function ScoredRecords({ records, written }: {
  records: Analysis["records"];
  written: Written;
}) {
  const t = MODEL_TEXTS[written.language];
  const { distance } = athleteTexts(written.language);
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="scales-heading">
      <h3 id="scales-heading">{t.scales}</h3>
      <div class="scroll" role="group" aria-labelledby="scales-heading" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{distance}</th>
              <th scope="col">{t.mark}</th>
              <th scope="col">{t.index}</th>
              <th scope="col">{t.ageGrade}</th>
              <th scope="col">{t.points}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((scored) => (
              <tr key={scored.record.distance}>
                <th scope="row">{distanceLabel(scored.record.distance, written.language)}</th>
                <td>{runTime(scored.record.time, written)}</td>
                <Scales scored={scored} written={written} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {records.some(isUnconfirmed) && <p class="help" aria-hidden="true">* {t.unconfirmed}</p>}
    </section>
  );
}

function Scales({ scored, written: { language } }: { scored: ScoredRecord; written: Written }) {
  const decimal = (value: number) => formatDecimal(value, 1, language);
  const { index, age_grade: ageGrade, points } = scored;
  return (
    <>
      <td>
        {index.valid ? decimal(index.index) : "–"}
        {index.valid && index.extended !== null && (
          <span class="model-note">{EXTENDED[language]}</span>
        )}
      </td>
      <td>{ageGrade.valid ? `${decimal(ageGrade.percent)}\u00a0%` : "–"}</td>
      <td>
        {points.valid ? points.points : "–"}
        {isUnconfirmed(scored) && (
          <>
            <span aria-hidden="true">*</span>
            <span class="hidden">, {MODEL_TEXTS[language].unconfirmed}</span>
          </>
        )}
      </td>
    </>
  );
}
