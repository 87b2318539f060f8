import "./style.css";
import type { Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { comparisonTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, picturePath } from "../../kit/addresses/paths.ts";
import { type Written, writtenAs } from "../../kit/table_state/table_cells.ts";
import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import type { ComparisonData } from "./load.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { divideCompared, type RankedAthlete } from "./compared_runs.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Icon } from "../../kit/icons/Icon.tsx";
import { TRACK } from "../../kit/icons/icons.ts";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { EmptyState } from "../../kit/frame/EmptyState.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { athleteSearch } from "../../kit/addresses/athlete_address.ts";
import { raceAddress } from "../../kit/addresses/race_settings.ts";
import { COMPARISON } from "../../kit/addresses/comparison_settings.ts";
import { ComparedAthletes } from "./ComparedAthletes.tsx";
import { AgainstRecords } from "./AgainstRecords.tsx";
import { Butterfly } from "./Butterfly.tsx";
import { HeadToHead, PairGaps } from "./HeadToHead.tsx";
import { LeadMatrix } from "./LeadMatrix.tsx";
import {
  comparedRuns,
  CurveLegend,
  type CurveSeries,
  PaceCurve,
  surfacesOf,
} from "../../kit/charts/PaceCurve.tsx";
import { PairHeading } from "./Verdict.tsx";
import { basisText, verdictText } from "./verdict_text.ts";
import { RankingTable } from "./RankingTable.tsx";
import { RecordAgeForm } from "../../kit/athletes/RecordAgeForm.tsx";

/** Athletes side by side, and the field to add one. */
export function ComparisonPage(data: ComparisonData) {
  const { language, facts, state, age, byAge, athletes, problem } = data;
  const t = comparisonTexts(language);
  const names = athletes.map((athlete) => athleteName(athlete, language));
  const isLoading = problem === "loading" || athletes.some(({ missing }) => missing === "loading");
  const compared = divideData(data);
  const search = athleteSearch({ age, byAge, state });
  return (
    <Page
      language={language}
      name="compare"
      search={search}
      title={names.length < 2 ? t.title : t.titleOf(names)}
      hidden
      preview={{
        title: t.preview(names.length),
        picture: picturePath(language, PATHS[language].compare) + search,
      }}
      facts={facts}
    >
      {isLoading && <AskAgain />}
      <ComparisonHero {...data} compared={compared} />
      <div class="wide athlete">
        <AddressProblems {...data} />
        {athletes.length === 0 && (
          <EmptyState drawing="blocks" title={t.nobodyTitle}>
            <p>{t.nobody}</p>
          </EmptyState>
        )}
        {!(compared && compared.ranked.length > 1) && <ComparedAthletes {...data} />}
        {problem !== null && <p class="notice" role="status">{t[problem]}</p>}
        {compared && <Compared {...data} {...compared} />}
        <p class="results-links">
          <a href={PATHS[language].table + stateSearch(state)}>{athleteTexts(language).back}</a>
        </p>
      </div>
    </Page>
  );
}

/** A comparison as the page shows it. */
interface DividedComparison extends ReturnType<typeof divideCompared> {
  comparison: Comparison;
  /** Pairs of athletes who are shown. */
  pairs: Pair[];
  /** The only pair, and its athletes in the order of the page; null where there are more or none. */
  both: { pair: Pair; athletes: readonly [RankedAthlete, RankedAthlete] } | null;
}

/** Divides the compared athletes; null where nothing could be compared. */
function divideData({ athletes, comparison }: ComparisonData): DividedComparison | null {
  if (comparison === null) return null;
  const today = new Date().toISOString().slice(0, 10);
  const { ranked, without } = divideCompared(athletes, comparison, today);
  const pairs = comparison.pairs.filter(({ first, second }) =>
    [first, second].every((id) => ranked.some(({ athlete }) => athlete.ffaId === id))
  );
  const [pair] = pairs;
  const [first, second] = ranked;
  const both = ranked.length === 2 && pair && first && second
    ? { pair, athletes: [first, second] as const }
    : null;
  return { comparison, pairs, ranked, without, both };
}

/** The verdict on those who are compared; before that, what the page is for and its field. */
function ComparisonHero(data: ComparisonData & { compared: DividedComparison | null }) {
  const { language, state, age, athletes, compared } = data;
  const t = comparisonTexts(language);
  if (compared === null || compared.ranked.length < 2) {
    return (
      <Hero heading={t.title} lead={t.lead} compact={athletes.length > 0}>
        <AddAthlete {...data} />
      </Hero>
    );
  }
  const { comparison, pairs, ranked, both } = compared;
  const nameOf = (ffaId: string) => {
    const named = ranked.find(({ athlete }) => athlete.ffaId === ffaId);
    return named ? athleteName(named.athlete, language) : ffaId;
  };
  const { by, rankings } = comparison;
  return (
    <Hero
      heading={both
        ? <PairHeading pair={both.pair} both={both.athletes} language={language} />
        : t.headingOf(ranked.length)}
    >
      <p class="verdict-sentence">{verdictText({ pairs, rankings }, nameOf, language)}</p>
      {both?.pair.lead.valid !== false && (
        <p class="verdict-basis">{basisText({ by, maxAge: age, language })}</p>
      )}
      {ranked.filter(({ minor }) => !minor).length > 1 && (
        <p class="verdict-links on-screen">
          <a class="verdict-race" rel="nofollow" href={raceAddress(language, { state })}>
            <Icon path={TRACK} /> {t.race}
          </a>
        </p>
      )}
    </Hero>
  );
}

/** The field to add an athlete, folded where a verdict has its place in the head. */
function AddMore(data: ComparisonData) {
  const t = comparisonTexts(data.language);
  if (data.state.athletes.length >= MAX_ATHLETES) return <p class="on-screen">{t.full}</p>;
  return (
    <details class="filters add-more on-screen">
      <summary>{t.addMore}</summary>
      <div class="add-panel">
        <AddAthlete {...data} />
      </div>
    </details>
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

function Compared(data: ComparisonData & DividedComparison) {
  const { language, state, age, byAge, athletes, comparison, ranked, without, pairs, both } = data;
  const t = comparisonTexts(language);
  const { by } = comparison;
  const written = writtenAs(state, language);
  const namesOf = (some: readonly ShownAthlete[]) =>
    some.map((athlete) => athleteName(athlete, language)).join(", ");
  const minors = ranked.filter(({ minor }) => minor).map(({ athlete }) => athlete);
  return (
    <>
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
      {both && (
        <div class="pair-main">
          <Butterfly pair={both.pair} both={both.athletes} {...{ by, written }} />
          <Curves {...{ ranked, byAge, written }} />
        </div>
      )}
      {both && !both.pair.lead.valid && <RankingTable {...{ comparison, ranked, written }} />}
      {ranked.length > 2 && (
        <>
          <RankingTable {...{ comparison, ranked, written }} />
          <LeadMatrix {...{ pairs, ranked, language }} />
          <HeadToHead {...{ pairs, ranked, written, by }} />
        </>
      )}
      {both?.pair.lead.valid && (
        <details class="filters pair-figures">
          <summary>{t.figures}</summary>
          <div class="both-tables">
            <PairGaps {...{ pair: both.pair, by, ranked, written }} />
            <RankingTable {...{ comparison, ranked, written }} />
          </div>
        </details>
      )}
      {ranked.length > 0 && (
        <AgainstRecords {...{ ranked, state, written }} settings={{ age, byAge }} />
      )}
      {ranked.length > 1 && (
        <>
          <ComparedAthletes {...data} />
          <AddMore {...data} />
        </>
      )}
      <RecordAgeForm {...{ language, state, age }} action={PATHS[language].compare}>
        <span class="label-line">
          <label class="tick">
            <input type="checkbox" name={COMPARISON.fields.byAge.name} value="1" checked={byAge} />
            <span>{t.byAge}</span>
          </label>
          <TermOf language={language} term="age-grade" />
        </span>
      </RecordAgeForm>
      <TermTexts language={language} terms={["age-grade", "short-track"]} />
      {byAge && <p class="help">{t.byAgeHelp}</p>}
      {!both && <Curves {...{ ranked, byAge, written }} />}
    </>
  );
}

/** Pace by distance of everybody in one picture. */
function Curves({ ranked, byAge, written }: {
  ranked: readonly RankedAthlete[];
  byAge: boolean;
  written: Written;
}) {
  const t = comparisonTexts(written.language);
  const series = ranked.map((one) => seriesOf(one, written.language));
  const surfaces = surfacesOf(series.flatMap(({ runs }) => runs));
  if (series.length === 0) return null;
  return (
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
      <div class="label-line">
        <CurveLegend surfaces={surfaces} written={written} />
        {surfaces.includes("short-track") && (
          <TermOf language={written.language} term="short-track" />
        )}
      </div>
    </section>
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
