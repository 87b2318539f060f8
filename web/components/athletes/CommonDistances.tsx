import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../../i18n/athlete_texts.ts";
import { formatDate } from "../../i18n/format.ts";
import { modelTime, runTime } from "../../i18n/run_texts.ts";
import type { Written } from "../../i18n/table_cells.ts";
import type { ShownAthlete } from "../../state/shown_athlete.ts";
import { DistanceHead } from "./DistanceHead.tsx";
import { athleteName, Badge } from "../table/RecordMark.tsx";

/** The distances that all athletes have a record of, each one's mark beside the others'. */
export function CommonDistances({ comparison, athletes, written }: {
  comparison: Comparison;
  athletes: readonly ShownAthlete[];
  written: Written;
}) {
  const { language } = written;
  const t = athleteTexts(language);
  const { common, by, pairs } = comparison;
  return (
    <section aria-labelledby="common-heading">
      <h2 id="common-heading">{t.comparison.common}</h2>
      {common.length === 0
        ? <p>{t.comparison.noCommon}</p>
        : (
          <div class="scroll" role="group" aria-labelledby="common-heading" tabIndex={0}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{t.distance}</th>
                  {athletes.map((athlete, slot) => (
                    <th key={athlete.ffaId} scope="col">
                      <Badge slot={slot} /> {athleteName(athlete, language)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {common.map(({ distance, discipline, marks }) => {
                  const best = Math.min(...marks.map(({ time }) => time));
                  return (
                    <tr key={`${distance} ${discipline}`}>
                      <DistanceHead {...{ distance, discipline, language }} />
                      {marks.map(({ record, time }, at) => {
                        // Of minors nobody is put first.
                        const ahead = pairs.valid && time === best;
                        return (
                          <td key={athletes[at]?.ffaId} class={ahead ? "best" : undefined}>
                            {by === "time" ? runTime(time, written) : modelTime(time, written)}
                            {ahead && <span class="hidden">, {t.comparison.ahead}</span>}
                            <span class="around">
                              {by === "time"
                                ? record.date === null ? "" : formatDate(record.date, language)
                                : runTime(record.time, written)}
                            </span>
                          </td>
                        );
                      })}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
    </section>
  );
}
