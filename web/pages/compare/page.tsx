import "./style.css";
import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { comparisonTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import type { ComparisonData } from "./load.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { divideCompared, type RankedAthlete } from "./compared_runs.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { athleteSearch } from "../../kit/addresses/athlete_address.ts";
import { COMPARISON } from "../../kit/addresses/comparison_settings.ts";
import { ComparedAthletes } from "./ComparedAthletes.tsx";
import { HeadToHead } from "./HeadToHead.tsx";
import { LeadMatrix } from "./LeadMatrix.tsx";
import {
  comparedRuns,
  CurveLegend,
  type CurveSeries,
  PaceCurve,
  surfacesOf,
} from "../../kit/charts/PaceCurve.tsx";
import { RankingTable } from "./RankingTable.tsx";
import { RecordAgeForm } from "../../kit/athletes/RecordAgeForm.tsx";

/** Athletes side by side, and the field to add one. */
export function ComparisonPage(data: ComparisonData) {
  const { language, facts, state, age, byAge, athletes, comparison, problem } = data;
  const t = comparisonTexts(language);
  const names = athletes.map((athlete) => athleteName(athlete, language));
  const isLoading = problem === "loading" || athletes.some(({ missing }) => missing === "loading");
  return (
    <Page
      language={language}
      name="compare"
      search={athleteSearch({ age, byAge, state })}
      title={names.length < 2 ? t.title : t.titleOf(names)}
      hidden
      facts={facts}
    >
      {isLoading && <AskAgain />}
      <Hero heading={t.title} lead={t.lead} compact={athletes.length > 0}>
        <AddAthlete {...data} />
      </Hero>
      <div class="wide athlete">
        <AddressProblems {...data} />
        {athletes.length === 0 && <p>{t.nobody}</p>}
        <ComparedAthletes {...data} />
        {problem !== null && <p class="notice" role="status">{t[problem]}</p>}
        {comparison && <Compared {...data} comparison={comparison} />}
        <p class="results-links">
          <a href={PATHS[language].table + stateSearch(state)}>{athleteTexts(language).back}</a>
        </p>
      </div>
    </Page>
  );
}

/** The field to add an athlete, as long as there is room. */
function AddAthlete({ language, state, age, byAge }: ComparisonData) {
  const t = comparisonTexts(language);
  if (state.athletes.length >= MAX_ATHLETES) return <p class="lead-plain on-screen">{t.full}</p>;
  const search = {
    language,
    state,
    query: "",
    problem: null,
    target: { page: "compare" as const, age, byAge },
    label: state.athletes.length === 0 ? t.addFirst : t.add,
  };
  return language === "fr" ? <FrenchSearchBox {...search} /> : <EnglishSearchBox {...search} />;
}

/** Parts of the address that are left out. */
function AddressProblems({ language, address }: ComparisonData) {
  const t = comparisonTexts(language);
  const { doubled, beyond, unreadable } = address;
  const problems = [
    unreadable.length > 0 ? t.unreadable(unreadable) : null,
    beyond.length > 0 ? t.beyond(beyond.join(", ")) : null,
    doubled.length > 0 ? t.doubled(doubled.join(", ")) : null,
  ].filter((problem) => problem !== null);
  return problems.length === 0 ? null : (
    <div class="notice notice-wrong" role="alert">
      {problems.map((problem) => <p key={problem}>{problem}</p>)}
    </div>
  );
}

function Compared(data: ComparisonData & { comparison: Comparison }) {
  const { language, state, age, byAge, athletes, comparison } = data;
  const t = comparisonTexts(language);
  const written = writtenAs(state, language);
  const today = new Date().toISOString().slice(0, 10);
  const { ranked, without } = divideCompared(athletes, comparison, today);
  const namesOf = (some: readonly ShownAthlete[]) =>
    some.map((athlete) => athleteName(athlete, language)).join(", ");
  const minors = ranked.filter(({ minor }) => minor).map(({ athlete }) => athlete);
  const pairs = comparison.pairs.filter(({ first, second }) =>
    [first, second].every((id) => ranked.some(({ athlete }) => athlete.ffaId === id))
  );
  const series = ranked.map((one) => seriesOf(one, language));
  return (
    <>
      <RecordAgeForm {...{ language, state, age }} action={PATHS[language].compare}>
        <label class="tick">
          <input type="checkbox" name={COMPARISON.fields.byAge.name} value="1" checked={byAge} />
          <span>{t.byAge}</span>
        </label>
      </RecordAgeForm>
      {byAge && <p class="help">{t.byAgeHelp}</p>}
      {(without.size > 0 || minors.length > 0) && (
        <div class="notice">
          {[...without].map(([why, some]) => <p key={why}>{t.without[why](namesOf(some))}</p>)}
          {minors.length > 0 && <p>{t.minors(namesOf(minors))}</p>}
        </div>
      )}
      {athletes.length === 1 && <p>{t.addSecond(namesOf(athletes))}</p>}
      {athletes.length > 1 && ranked.length === 1 && (
        <p>{t.onlyOne(namesOf(ranked.map(({ athlete }) => athlete)))}</p>
      )}
      {ranked.length > 2 && <LeadMatrix {...{ pairs, ranked, language }} />}
      {ranked.length > 1 && (
        <div class={ranked.length === 2 ? "both-tables" : "athlete"}>
          {ranked.length > 2 && <RankingTable {...{ comparison, ranked, written }} />}
          <HeadToHead {...{ pairs, ranked, written }} by={comparison.by} />
          {ranked.length === 2 && <RankingTable {...{ comparison, ranked, written }} />}
        </div>
      )}
      {series.length > 0 && (
        <section aria-labelledby="curve-heading">
          <h2 id="curve-heading">{series.length > 1 ? t.curves : t.curveOf}</h2>
          <PaceCurve
            series={series}
            written={written}
            {...byAge && { name: t.curveNameByAge }}
            {...(byAge || series.length > 1) && { help: byAge ? t.curvesHelpByAge : t.curvesHelp }}
          />
          {series.length > 1 && (
            <ul class="curve-legend">
              {series.map(({ slot, name }) => (
                <li key={slot}>
                  <Badge slot={slot} /> {name}
                </li>
              ))}
            </ul>
          )}
          <CurveLegend
            surfaces={surfacesOf(series.flatMap(({ runs }) => runs))}
            written={written}
          />
        </section>
      )}
    </>
  );
}

/** An athlete's compared runs as a series of the picture; minors have no curve. */
function seriesOf({ slot, athlete, minor, runs }: RankedAthlete, language: Language): CurveSeries {
  const drawn = comparedRuns(runs);
  return {
    slot,
    name: athleteName(athlete, language),
    runs: drawn,
    restsOn: minor ? [] : drawn,
  };
}
