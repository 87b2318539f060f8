import type { Comparison, Ranking } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { comparisonTexts } from "./texts.ts";
import { formatDate } from "../../kit/language/format.ts";
import { gapText } from "./gap_text.ts";
import { modelTime, runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { RankedAthlete } from "./compared_runs.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { DistanceHead } from "./DistanceHead.tsx";

/** Each distance that at least two have run: who is first, second and so on, and by how much. */
export function RankingTable({ comparison: { by, rankings }, ranked, written }: {
  comparison: Comparison;
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  return (
    <section aria-labelledby="rankings-heading">
      <h2 id="rankings-heading">{t.rankings}</h2>
      {rankings.length === 0 ? <p>{t.noRankings}</p> : (
        <>
          <p class="help">{t.rankingsHelp}</p>
          {/* Where the columns are too narrow for names. */}
          <ul class="curve-legend column-legend" aria-hidden="true">
            {ranked.map(({ slot, athlete }) => (
              <li key={slot}>
                <Badge slot={slot} /> {athleteName(athlete, language)}
              </li>
            ))}
          </ul>
          <div class="scroll" role="group" aria-labelledby="rankings-heading" tabIndex={0}>
            <table class="figures rankings" aria-labelledby="rankings-heading">
              <thead>
                <tr>
                  <th scope="col">{athleteTexts(language).distance}</th>
                  {ranked.map(({ slot, athlete }) => (
                    <th key={slot} scope="col">
                      <Badge slot={slot} />{" "}
                      <span class="column-name">{athleteName(athlete, language)}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rankings.map((ranking) => {
                  const { distance, discipline, best, runs } = ranking;
                  return (
                    <tr key={`${distance} ${discipline}`} class={best ? "distance-start" : ""}>
                      <DistanceHead {...{ distance, discipline, language }} />
                      {ranked.map(({ athlete: { ffaId, sex } }) => (
                        <Cell
                          key={ffaId}
                          run={runs.find(({ ffa_id }) => ffa_id === ffaId)}
                          {...{ by, sex, written }}
                          mixed={discipline === null}
                        />
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Cell({ run, by, sex, mixed, written }: {
  run: Ranking["runs"][number] | undefined;
  by: Comparison["by"];
  sex: ShownAthlete["sex"];
  /** Whether the runs of the line are of different disciplines. */
  mixed: boolean;
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  if (run === undefined) {
    return (
      <td class="not-run">
        <span aria-hidden="true">–</span>
        <span class="hidden">{t.notRun}</span>
      </td>
    );
  }
  const { record, time, place, behind } = run;
  const facts = [
    mixed ? athleteTexts(language).disciplines[record.discipline].toLowerCase() : null,
    by === "time"
      ? record.date && formatDate(record.date, language)
      : t.asRun(runTime(record.time, written)),
  ].filter((fact) => fact !== null);
  return (
    <td class={place === 1 ? "first-place" : undefined}>
      {by === "time" ? runTime(time, written) : modelTime(time, written)}
      {place !== null && (
        <span class="place">
          {t.place(place, sex)}
          {behind !== null && behind > 0 && `, +${gapText(behind, by, written)}`}
        </span>
      )}
      {facts.length > 0 && <span class="around">{facts.join(" · ")}</span>}
    </td>
  );
}
