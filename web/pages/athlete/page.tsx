import "./style.css";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { formatMoment } from "../../kit/language/format.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { AthletePageData } from "./load.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { withAthlete } from "../../kit/table_state/table_state.ts";
import { withCompared } from "../../kit/addresses/compared_athletes.ts";
import { athleteWithRecords, bornText } from "../../kit/athletes/shown_athlete.ts";
import {
  athletePaths,
  athleteSearch,
  comparisonAddress,
} from "../../kit/addresses/athlete_address.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { athleteFacts } from "../../kit/athletes/AthleteLine.tsx";
import { AthletePredictions } from "./AthletePredictions.tsx";
import { AthleteProfile } from "./AthleteProfile.tsx";
import { AthleteRecordTables, SeasonBests } from "./AthleteRecordTables.tsx";
import { ClubLink } from "../../kit/search_field/ClubLink.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { CurveLegend, curveRuns, PaceCurve, surfacesOf } from "../../kit/charts/PaceCurve.tsx";
import { RecordAgeForm } from "../../kit/athletes/RecordAgeForm.tsx";

/** An athlete: identity, records and analysis. */
export function AthletePage(data: AthletePageData) {
  const { language, facts, ffaId, state, age, athlete, loading, changed } = data;
  const t = athleteTexts(language);
  const name = athlete?.name ?? textsOf(language).athletes.unnamed(ffaId);
  return (
    <Page
      language={language}
      name={null}
      paths={athletePaths(ffaId)}
      search={athleteSearch({ age, state })}
      title={t.title(name)}
      hidden
      facts={facts}
    >
      {loading && <AskAgain />}
      <Hero
        heading={name}
        {...athlete && {
          lead: athleteFacts({
            club: athlete.club?.name ?? null,
            category: athlete.category,
            born: bornText(athlete),
            sex: athlete.sex,
          }, language),
        }}
      />
      <div class="wide athlete">
        <AthleteLinks {...data} />
        {data.records && data.analysis
          ? <Known {...data} records={data.records} analysis={data.analysis} />
          : (
            <p class="notice" role="status">
              {loading ? t.loading : changed ? t.changed : t.failed}
            </p>
          )}
        <p class="results-links">
          <a href={PATHS[language].table + stateSearch(state)}>{t.back}</a>
          <a href={`${PATHS[language].removal}?athlete=${ffaId}`} rel="nofollow">{t.report}</a>
        </p>
      </div>
    </Page>
  );
}

function AthleteLinks({ language, ffaId, state, age, athlete }: AthletePageData) {
  const t = athleteTexts(language);
  const withThis = withAthlete(state, ffaId);
  const compared = withCompared(state, ffaId);
  return (
    <p class="athlete-links">
      <a class="action" href={PATHS[language].table + stateSearch(withThis)}>{t.lay}</a>
      <a class="action" rel="nofollow" href={comparisonAddress(language, { age, state: compared })}>
        {t.compare}
      </a>
      {athlete && <a class="action" href={athlete.url} rel="external noreferrer">{t.federation}</a>}
      {athlete && <ClubLink language={language} state={state} club={athlete.club} />}
    </p>
  );
}

function Known({ language, state, age, ffaId, athlete, records, analysis }: AthletePageData & {
  records: NonNullable<AthletePageData["records"]>;
  analysis: NonNullable<AthletePageData["analysis"]>;
}) {
  const t = athleteTexts(language);
  const written = writtenAs(state, language);
  const when = formatMoment(records.fetched_at, language);
  const runs = curveRuns(athleteWithRecords(records));
  const restsOn = analysis.curve.valid
    ? analysis.curve.rests_on.map(({ distance, time }) => ({ distance, time: time / 100 }))
    : [];
  return (
    <>
      <p class={records.stale ? "notice" : "help"}>
        {records.stale ? t.stale(when) : t.readAt(when)}
      </p>
      <RecordAgeForm
        {...{ language, state, age }}
        action={athletePaths(ffaId)[language]}
      />
      {analysis.minor && <p class="notice">{t.minor}</p>}
      <AthleteProfile analysis={analysis} written={written} />
      {runs.length > 0 && (
        <section aria-labelledby="curve-heading">
          <h2 id="curve-heading">{t.curve}</h2>
          <PaceCurve
            series={[{ slot: 0, name: athlete?.name ?? ffaId, runs, restsOn }]}
            written={written}
          />
          <CurveLegend surfaces={surfacesOf(runs)} written={written} />
        </section>
      )}
      <AthletePredictions predictions={analysis.predictions} written={written} />
      <AthleteRecordTables records={records} analysis={analysis} written={written} />
      <SeasonBests records={records} written={written} />
    </>
  );
}
