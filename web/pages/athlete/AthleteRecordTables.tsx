import type { Analysis, ScoredRecord } from "@mypacer/shared/contract/analysis.ts";
import type { AthleteRecord, AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { DISCIPLINES } from "@mypacer/shared/domain/results/discipline.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { formatDate, formatDecimal } from "../../kit/language/format.ts";
import { EXTENDED } from "../../kit/predictions/model_reasons.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";

/** A mark as the page writes it, wind and chip time included. */
function markOf(
  { unit, mark, hand_timed: handTimed, wind, chip_time: chipTime }: AthleteRecord,
  { notation }: Written,
): string {
  return formatMark({ unit, value: mark, handTimed, wind, chipTime, flags: [] }, notation);
}

/** Whether a record is the one that was scored. */
const isOf = ({ discipline, event, date, mark }: AthleteRecord, { record }: ScoredRecord) =>
  record.discipline === discipline && record.event === event && record.date === date &&
  record.time === mark;

/** Whether a record's points are not confirmed by a published score. */
const isUnconfirmed = (scored: ScoredRecord | undefined) =>
  scored?.points.valid === true && !scored.points.confirmed;

/** All records by discipline, with their points and age grades where they have some. */
export function AthleteRecordTables({ records, analysis, written }: {
  records: AthleteRecords;
  analysis: Pick<Analysis, "records">;
  written: Written;
}) {
  const t = athleteTexts(written.language);
  const groups = DISCIPLINES.flatMap((discipline) => {
    const own = records.records.filter((record) => record.discipline === discipline);
    return own.length === 0 ? [] : [{ discipline, own }];
  });
  return (
    <section aria-labelledby="records-heading">
      <h2 id="records-heading">{t.records}</h2>
      {groups.length === 0 && <p>{t.noRecords}</p>}
      {groups.map(({ discipline, own }) => {
        const scored = own.map((record) => analysis.records.find((one) => isOf(record, one)));
        return (
          <section key={discipline} aria-labelledby={`records-${discipline}`}>
            <h3 id={`records-${discipline}`}>{t.disciplines[discipline]}</h3>
            <RecordTable {...{ discipline, own, scored, written }} />
            {scored.some(isUnconfirmed) && <p class="help" aria-hidden="true">* {t.unconfirmed}</p>}
          </section>
        );
      })}
    </section>
  );
}

function RecordTable({ discipline, own, scored, written }: {
  discipline: string;
  own: readonly AthleteRecord[];
  scored: readonly (ScoredRecord | undefined)[];
  written: Written;
}) {
  const t = athleteTexts(written.language);
  const { language } = written;
  const hasScores = scored.some((one) => one !== undefined);
  return (
    <div class="scroll" role="group" aria-labelledby={`records-${discipline}`} tabIndex={0}>
      <table class="figures records">
        <thead>
          <tr>
            <th scope="col">{t.event}</th>
            <th scope="col">{t.mark}</th>
            <th scope="col">{t.date}</th>
            <th scope="col" class="text">{t.place}</th>
            <th scope="col" class="text">{t.category}</th>
            {hasScores && (
              <>
                <th scope="col">{t.index}</th>
                <th scope="col">{t.ageGrade}</th>
                <th scope="col">{t.points}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {own.map((record, at) => (
            <tr key={`${record.event} ${record.date} ${record.mark}`}>
              <th scope="row">{record.event}</th>
              <td class={record.is_best_at_distance ? "best" : undefined}>
                {markOf(record, written)}
                {record.is_best_at_distance && <span class="hidden">, {t.best}</span>}
              </td>
              <td>{record.date === null ? "–" : formatDate(record.date, language)}</td>
              <td class="text">{record.place ?? "–"}</td>
              <td class="text">{record.category ?? "–"}</td>
              {hasScores && <Scores scored={scored[at]} written={written} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Scores({ scored, written: { language } }: {
  scored: ScoredRecord | undefined;
  written: Written;
}) {
  const decimal = (value: number) => formatDecimal(value, 1, language);
  return (
    <>
      <td>
        {scored?.index.valid ? decimal(scored.index.index) : "–"}
        {scored?.index.valid && scored.index.extended !== null && (
          <span class="model-note">{EXTENDED[language]}</span>
        )}
      </td>
      <td>{scored?.age_grade.valid ? `${decimal(scored.age_grade.percent)}\u00a0%` : "–"}</td>
      <td>
        {scored?.points.valid ? scored.points.points : "–"}
        {isUnconfirmed(scored) && (
          <>
            <span aria-hidden="true">*</span>
            <span class="hidden">, {athleteTexts(language).unconfirmed}</span>
          </>
        )}
      </td>
    </>
  );
}

/** Best marks by season: seasons with only some results read have none. */
export function SeasonBests({ records: { season_bests: known }, written }: {
  records: AthleteRecords;
  written: Written;
}) {
  const bests = known.filter(({ source }) => source !== "some-results");
  if (bests.length === 0) return null;
  const t = athleteTexts(written.language);
  return (
    <section aria-labelledby="seasons-heading">
      <h2 id="seasons-heading">{t.seasons}</h2>
      <div class="scroll" role="group" aria-labelledby="seasons-heading" tabIndex={0}>
        <table class="figures records">
          <thead>
            <tr>
              <th scope="col">{t.season}</th>
              <th scope="col" class="text">{t.event}</th>
              <th scope="col">{t.mark}</th>
              <th scope="col">{t.date}</th>
              <th scope="col" class="text">{t.place}</th>
            </tr>
          </thead>
          <tbody>
            {bests.map((best) => (
              <tr key={`${best.season} ${best.event} ${best.mark}`}>
                <th scope="row">{best.season}</th>
                <td class="text">{best.event}</td>
                <td>
                  {formatMark({
                    unit: best.unit,
                    value: best.mark,
                    handTimed: false,
                    wind: null,
                    chipTime: null,
                    flags: [],
                  }, written.notation)}
                </td>
                <td>{best.date === null ? "–" : formatDate(best.date, written.language)}</td>
                <td class="text">{best.place ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
