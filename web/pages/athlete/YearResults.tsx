import type { AthleteResult, AthleteResults } from "@mypacer/shared/contract/result.ts";
import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { athletePaths } from "../../kit/addresses/athlete_address.ts";
import { formatDate, formatMoment } from "../../kit/language/format.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { AthletePageData } from "./load.ts";
import { eventText } from "./event_text.ts";
import { athletePageSearch, resultsYears } from "./state.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** Anchor of the results. */
const ANCHOR = "results";

/** The results of one year, and links to those of others. */
export function YearResults(
  { language, ffaId, state, age, year, athlete, results, minor }:
    & Pick<AthletePageData, "language" | "ffaId" | "state" | "age" | "year" | "results">
    & { athlete: Athlete; minor: boolean },
) {
  const t = PAGE_TEXTS[language];
  const written = writtenAs(state, language);
  const address = (other: number) =>
    `${athletePaths(ffaId)[language]}${athletePageSearch({ state, age, year: other })}#${ANCHOR}`;
  return (
    <section id={ANCHOR} aria-labelledby="results-heading">
      <h2 id="results-heading">{year === null ? t.results : t.resultsOf(year)}</h2>
      {year === null && <p class="help on-screen">{t.resultsHelp}</p>}
      <ul class="years on-screen" aria-label={t.results}>
        {resultsYears(athlete).map((other) => (
          <li key={other}>
            <a
              class="year"
              href={address(other)}
              rel="nofollow"
              aria-current={other === year ? "true" : undefined}
            >
              {other}
            </a>
          </li>
        ))}
      </ul>
      {year !== null && results !== null && (
        typeof results === "string"
          ? <p class="notice" role="status">{t.resultsTrouble[results]}</p>
          : results.results.length === 0
          ? <p>{t.noResults(year)}</p>
          : <ResultsTable {...{ results, written, minor }} />
      )}
    </section>
  );
}

function ResultsTable({ results, written, minor }: {
  results: AthleteResults;
  written: Written;
  minor: boolean;
}) {
  const t = PAGE_TEXTS[written.language];
  const hasLevels = !minor && results.results.some(({ level }) => level !== null);
  return (
    <>
      <div class="scroll" role="group" aria-labelledby="results-heading" tabIndex={0}>
        <table class="figures records">
          <thead>
            <tr>
              <th scope="col">{t.date}</th>
              <th scope="col" class="text">{t.event}</th>
              <th scope="col">{t.result}</th>
              {hasLevels && <th scope="col">{t.level}</th>}
              {!minor && <th scope="col" class="text">{t.rank}</th>}
              <th scope="col" class="text">{t.place}</th>
            </tr>
          </thead>
          <tbody>
            {results.results.map((result, at) => (
              <tr key={at}>
                <th scope="row">
                  {result.date === null ? "–" : formatDate(result.date, written.language)}
                </th>
                <td class="text">{eventText(result, written.language)}</td>
                <td>{resultText(result, written)}</td>
                {hasLevels && <td>{result.level ?? "–"}</td>}
                {!minor && (
                  <td class="text">
                    {[result.round, result.place_text].filter((part) => part !== null)
                      .join(" · ") || "–"}
                  </td>
                )}
                <td class="text">{result.town ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="help">
        {t.resultsAt(formatMoment(results.fetched_at, written.language))} {hasLevels && t.levelHelp}
      </p>
    </>
  );
}

/** A mark with wind and chip time, or the code in its place. */
function resultText(
  { unit, mark, text, hand_timed: handTimed, wind, chip_time: chipTime }: AthleteResult,
  { notation }: Written,
): string {
  return unit === null || mark === null
    ? text
    : formatMark({ unit, value: mark, handTimed, wind, chipTime, flags: [] }, notation);
}
