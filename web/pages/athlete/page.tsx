import "./style.css";
import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { athletePaths } from "../../kit/addresses/athlete_address.ts";
import { PATHS, picturePath } from "../../kit/addresses/paths.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { writtenAs } from "../../kit/table_state/table_cells.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { AthleteHead } from "./AthleteHead.tsx";
import { AthleteModels } from "./AthleteModels.tsx";
import { BestRecords } from "./BestRecords.tsx";
import { chooseBests } from "./chosen_bests.ts";
import type { AthletePageData } from "./load.ts";
import { Progress, SeasonBests } from "./Progress.tsx";
import { RecordTables } from "./RecordTables.tsx";
import { StandoutSentence } from "./StandoutSentence.tsx";
import { athletePageSearch } from "./state.ts";
import { PAGE_TEXTS } from "./texts.ts";
import { YearResults } from "./YearResults.tsx";

/** An athlete: who, personal bests, progress, results of a year; models last. */
export function AthletePage(data: AthletePageData) {
  const { language, facts, ffaId, state, athlete, records, analysis, trouble, results } = data;
  const t = PAGE_TEXTS[language];
  const name = athlete?.name ?? textsOf(language).athletes.unnamed(ffaId);
  return (
    <Page
      language={language}
      name={null}
      paths={athletePaths(ffaId)}
      search={athletePageSearch(data)}
      title={t.title(name)}
      hidden
      preview={{ title: t.preview, picture: picturePath(language, athletePaths(ffaId)[language]) }}
      facts={facts}
    >
      {(trouble === "loading" || results === "loading") && <AskAgain />}
      <AthleteHead {...data} />
      <div class="wide athlete">
        {records && analysis
          ? analysis.minor
            ? <MinorsRecords {...data} records={records} />
            : <AdultsRecords {...data} records={records} analysis={analysis} />
          : <p class="notice" role="status">{t[trouble ?? "failed"]}</p>}
        <p class="results-links on-screen">
          <a href={PATHS[language].table + stateSearch(state)}>{athleteTexts(language).back}</a>
        </p>
      </div>
    </Page>
  );
}

function AdultsRecords(data: AthletePageData & { records: AthleteRecords; analysis: Analysis }) {
  const { language, state, records, analysis } = data;
  const t = PAGE_TEXTS[language];
  const written = writtenAs(state, language);
  return (
    <>
      <div class="bests-and-progress">
        <BestRecords
          bests={chooseBests(records.records, records.athlete.sex)}
          written={written}
        />
        {records.records.length > 0 && (
          <div class="progress-column">
            <StandoutSentence predictions={analysis.predictions} written={written} />
            <Progress records={records} written={written} />
          </div>
        )}
      </div>
      <YearResults {...data} athlete={records.athlete} minor={false} />
      {records.records.length > 0 && (
        <div>
          <details class="fold">
            <summary>
              <h2>{t.allRecords(records.records.length)}</h2>
            </summary>
            <RecordTables records={records} written={written} plain={false} />
          </details>
          <AthleteModels {...data} />
        </div>
      )}
      <p class="help about">{t.about}</p>
    </>
  );
}

/** The records of a minor as they are published: nothing chosen, compared or computed. */
function MinorsRecords(data: AthletePageData & { records: AthleteRecords }) {
  const { language, state, records } = data;
  const t = PAGE_TEXTS[language];
  const written = writtenAs(state, language);
  return (
    <>
      <p class="notice">{t.minor}</p>
      <section aria-labelledby="records-heading">
        <h2 id="records-heading">{t.records}</h2>
        {records.records.length === 0 && <p>{t.noRecords}</p>}
        <RecordTables records={records} written={written} plain />
      </section>
      <SeasonBests records={records} written={written} />
      <YearResults {...data} athlete={records.athlete} minor />
    </>
  );
}
