import { distanceLabel, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { RECORD_LISTS } from "@mypacer/shared/domain/results/public_record.ts";
import { comparisonAddress } from "../../kit/addresses/athlete_address.ts";
import type { ComparisonSettings } from "../../kit/addresses/comparison_settings.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { recordLists } from "../../kit/athletes/record_lists.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { formatDate, formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { toggleRecordList } from "../../kit/table_state/with_records.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { RankedAthlete } from "./compared_runs.ts";
import { comparisonTexts } from "./texts.ts";

/**
 * The records of the world and of France beside those who are compared: never among them, so that
 * nobody's place depends on it. Times are those run, not graded by age.
 */
export function AgainstRecords({ ranked, state, settings, written }: {
  ranked: readonly RankedAthlete[];
  state: TableState;
  settings: ComparisonSettings;
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  return (
    <section aria-labelledby="records-heading">
      <h2 id="records-heading">{t.againstRecords}</h2>
      <ListLinks {...{ language, state, settings }} />
      {state.records.length > 0 && <p class="help">{t.ofRecordHelp}</p>}
      {recordLists(state.records, language).map((list) => (
        <ListTable key={list.ffaId} {...{ list, ranked, written }} />
      ))}
    </section>
  );
}

/** Links that show a list of records, or take it away. */
function ListLinks({ language, state, settings }: {
  language: Language;
  state: TableState;
  settings: ComparisonSettings;
}) {
  const { records, athletes } = textsOf(language);
  return (
    <ul class="record-lists on-screen">
      {RECORD_LISTS.map((list) => {
        const has = state.records.includes(list);
        return (
          <li key={list}>
            <a
              class={has ? "action chosen-list" : "action"}
              rel="nofollow"
              href={comparisonAddress(language, {
                ...settings,
                state: toggleRecordList(state, list),
              })}
            >
              {has && <span class="hidden">{athletes.remove("")}</span>}
              {records.lists[list]}
              {has && <span aria-hidden="true">×</span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The fastest of some runs over a distance. */
function fastestOver<Run>(
  runs: readonly Run[],
  distance: number,
  read: (run: Run) => { distance: number; time: number },
): Run | undefined {
  return runs.filter((run) => sameDistance(read(run).distance, distance))
    .toSorted((a, b) => read(a).time - read(b).time)[0];
}

/** A list beside the best of each over its distances, with the share of the record's speed. */
function ListTable({ list, ranked, written }: {
  list: ShownAthlete;
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  const { language } = written;
  const t = comparisonTexts(language);
  const { asOf } = textsOf(language).records;
  const rows = list.records.filter(({ best }) => best).flatMap((record) => {
    const bests = ranked.map(({ minor, runs }) => ({
      minor,
      run: fastestOver(runs, record.distance, (one) => one.record)?.record,
    }));
    return bests.some(({ run }) => run !== undefined) ? [{ record, bests }] : [];
  });
  const name = athleteName(list, language);
  if (rows.length === 0) return <p>{t.noneAgainst(name)}</p>;
  return (
    <div class="scroll" role="group" aria-label={name} tabIndex={0}>
      <table class="figures rankings against-records">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{athleteTexts(language).distance}</th>
            <th scope="col">{t.record}</th>
            {ranked.map(({ slot, athlete }) => (
              <th key={slot} scope="col">
                <Badge slot={slot} />{" "}
                <span class="column-name">{athleteName(athlete, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ record, bests }) => (
            <tr key={record.distance}>
              <th scope="row">{distanceLabel(record.distance, language)}</th>
              <td>
                {runTime(record.mark, written)}
                <span class="around">
                  {[record.held?.by, record.date && formatDate(record.date, language)]
                    .filter(Boolean).join(" · ")}
                  {record.held && (
                    <span class="as-of">· {asOf(formatDate(record.held.asOf, language))}</span>
                  )}
                </span>
              </td>
              {bests.map(({ minor, run }, at) => (
                <td key={at} class={run === undefined ? "not-run" : undefined}>
                  {run === undefined
                    ? (
                      <>
                        <span aria-hidden="true">–</span>
                        <span class="hidden">{t.notRun}</span>
                      </>
                    )
                    : runTime(run.time, written)}
                  {run !== undefined && !minor && (
                    <span class="around">
                      {t.ofRecord(formatDecimal(100 * record.mark / run.time, 1, language))}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
