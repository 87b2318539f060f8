import "../../styles/profile_pages.css";
import { athleteTexts } from "../../i18n/athlete_texts.ts";
import { type Language, PATHS } from "../../i18n/language.ts";
import { writtenAs } from "../../i18n/table_cells.ts";
import type { ComparisonData } from "../../server/comparison.ts";
import { stateSearch, withoutAthlete } from "../../state/board_state.ts";
import type { ShownAthlete } from "../../state/shown_athlete.ts";
import { athleteAddress, athleteSearch, comparisonAddress } from "./athlete_address.ts";
import { AskAgain } from "../page/AskAgain.tsx";
import { athleteFacts } from "../search/AthleteLine.tsx";
import { CommonDistances } from "./CommonDistances.tsx";
import { HeadToHead } from "./HeadToHead.tsx";
import { Hero } from "../page/Hero.tsx";
import { Page } from "../page/Page.tsx";
import { CurveLegend, curveRuns, type CurveSeries, PaceCurve, surfacesOf } from "./PaceCurve.tsx";
import { athleteName, Badge } from "../table/RecordMark.tsx";
import { RecordAgeForm } from "./RecordAgeForm.tsx";

/** Athletes side by side. */
export function ComparisonPage(data: ComparisonData) {
  const { language, facts, state, age, byAge, athletes, comparison, problem } = data;
  const t = athleteTexts(language);
  const c = t.comparison;
  const names = athletes.map((athlete) => athleteName(athlete, language));
  return (
    <Page
      language={language}
      name="compare"
      search={athleteSearch({ age, byAge, state })}
      title={names.length === 0 ? c.title : c.titleOf(names.join(" – "))}
      hidden
      facts={facts}
    >
      {problem === "loading" && <AskAgain />}
      <Hero heading={c.title} />
      <div class="wide athlete">
        {problem !== null && (
          <p class="notice" role="status">
            {problem === "tooFew" ? c.tooFew : problem === "loading" ? t.loading : t.failed}
          </p>
        )}
        {comparison && <Compared {...data} comparison={comparison} />}
        <p class="results-links">
          <a href={PATHS[language].home + stateSearch(state)}>{t.back}</a>
        </p>
      </div>
    </Page>
  );
}

function Compared(
  data: ComparisonData & { comparison: NonNullable<ComparisonData["comparison"]> },
) {
  const { language, state, age, byAge, athletes, comparison } = data;
  const t = athleteTexts(language);
  const c = t.comparison;
  const written = writtenAs(state, language);
  const series = athletes.map((athlete, slot) => seriesOf(athlete, slot, language));
  return (
    <>
      <ul class="chips">
        {athletes.map((athlete, slot) => (
          <li key={athlete.ffaId} class={`chip chip-plain slot-${slot}`}>
            <Badge slot={slot} />
            <div class="chip-text">
              <p class="chip-name">
                <a href={athleteAddress(language, athlete.ffaId, { age, state })} rel="nofollow">
                  {athleteName(athlete, language)}
                </a>
              </p>
              {athlete.name !== null && <p class="chip-facts">{athleteFacts(athlete, language)}</p>}
              <p class="chip-actions on-screen">
                <a
                  rel="nofollow"
                  href={comparisonAddress(language, {
                    age,
                    byAge,
                    state: withoutAthlete(state, athlete.ffaId),
                  })}
                >
                  {c.remove(athleteName(athlete, language))}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <RecordAgeForm {...{ language, state, age }} action={PATHS[language].compare}>
        <label class="tick">
          <input type="checkbox" name="by_age" value="1" checked={byAge} />
          <span>{c.byAge}</span>
        </label>
      </RecordAgeForm>
      {byAge && <p class="help">{c.byAgeHelp}</p>}
      {!comparison.pairs.valid && comparison.pairs.reason === "minor" && (
        <p class="notice">{c.minors}</p>
      )}
      <CommonDistances {...{ comparison, athletes, written }} />
      {comparison.pairs.valid && (
        <HeadToHead {...{ comparison, athletes, written }} pairs={comparison.pairs.pairs} />
      )}
      <section aria-labelledby="curve-heading">
        <h2 id="curve-heading">{c.curves}</h2>
        <PaceCurve series={series} written={written} />
        <CurveLegend surfaces={surfacesOf(series.flatMap(({ runs }) => runs))} written={written} />
      </section>
    </>
  );
}

/** An athlete's records as a series of the picture; its curve rests on the best over each distance. */
function seriesOf(athlete: ShownAthlete, slot: number, language: Language): CurveSeries {
  const best = athlete.records.filter((record) => record.best);
  return {
    slot,
    name: athleteName(athlete, language),
    runs: curveRuns(athlete),
    restsOn: best.map(({ distance, mark }) => ({ distance, time: mark / 100 })),
  };
}
