import { athleteAddress } from "../../kit/addresses/athlete_address.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { formatDate, formatDecimal } from "../../kit/language/format.ts";
import { modelTime, runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { metersText } from "./meters_text.ts";
import type { Race, Runner } from "./race_runners.ts";
import { raceTexts } from "./texts.ts";

/** The outcome of a race as a table, the first on top. */
export function RaceResult({ race: { runners }, state, written }: {
  race: Race;
  state: TableState;
  written: Written;
}) {
  const { language } = written;
  const t = raceTexts(language);
  const order = [...runners].sort((a, b) => a.time - b.time);
  const first = order[0]?.time ?? 0;
  return (
    <section aria-labelledby="result-heading">
      <h2 id="result-heading">{t.result}</h2>
      <div class="scroll" role="group" aria-labelledby="result-heading" tabIndex={0}>
        <table class="figures race-result" aria-labelledby="result-heading">
          <thead>
            <tr>
              <th scope="col">{t.athlete}</th>
              <th scope="col">{t.gap}</th>
              <th scope="col">{t.late}</th>
            </tr>
          </thead>
          <tbody>
            {order.map((runner) => {
              const { slot, athlete, time, gap, place, held } = runner;
              // What follows from a prediction is no more exact than it.
              const step = order[0]?.predicted || runner.predicted ? 100 : 1;
              const late = Math.round((time - first) / step) * step;
              return (
                <tr key={slot} class={place === 1 ? "race-first" : undefined}>
                  <th scope="row">
                    <span class="race-place">{place}.</span> <Badge slot={slot} /> {held === null
                      ? (
                        <a rel="nofollow" href={athleteAddress(language, athlete.ffaId, { state })}>
                          {athleteName(athlete, language)}
                        </a>
                      )
                      : <span>{athleteName(athlete, language)}</span>}
                    <RunnerTime runner={runner} written={written} />
                  </th>
                  <td>{place === 1 ? t.line : metersText(gap, language)}</td>
                  <td>{place === 1 ? "–" : `+${lateText(late, written)}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** How much later somebody arrives: seconds with their unit, from a minute on as a time. */
function lateText(hundredths: number, written: Written): string {
  if (hundredths >= 6000) return runTime(hundredths, written);
  const decimals = hundredths % 100 === 0 ? 0 : 2;
  return `${formatDecimal(hundredths / 100, decimals, written.language)}\u00a0s`;
}

/** A record with its surface and date, or a prediction with its bounds. */
function RunnerTime({ runner: { time, run, predicted, held }, written }: {
  runner: Runner;
  written: Written;
}) {
  const { language } = written;
  const t = raceTexts(language);
  const facts = predicted !== null
    ? [
      t.predicted,
      t.range(modelTime(predicted.fastest, written), modelTime(predicted.slowest, written)),
    ]
    : run === null
    ? []
    : [
      athleteTexts(language).disciplines[run.discipline].toLowerCase(),
      ...run.date === null ? [] : [formatDate(run.date, language)],
      ...held ? [held.by, textsOf(language).records.asOf(formatDate(held.asOf, language))] : [],
    ];
  return (
    <span class="race-time">
      <b>{(predicted === null ? runTime : modelTime)(time, written)}</b> {facts.join(" · ")}
    </span>
  );
}
