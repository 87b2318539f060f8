import "./style.css";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import {
  TRACK_COLUMN,
  TRACK_COLUMNS,
  trackDistances,
  trackSearch,
} from "../../kit/addresses/track_address.ts";
import { cellKey, layRecords, type OwnedRecord } from "../../kit/athletes/overlay.ts";
import { athleteName, Badge, markText } from "../../kit/athletes/RecordMark.tsx";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { SelectField } from "../../kit/forms/SelectField.tsx";
import { textsOf } from "../../kit/texts/texts.ts";
import { AskAgain } from "../../kit/frame/AskAgain.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { PageScript } from "../../kit/frame/PageScript.tsx";
import { stateParameters, stateSearch } from "../../kit/table_state/table_fields.ts";
import {
  cellTime,
  factHead,
  rowFact,
  type Written,
  writtenAs,
} from "../../kit/table_state/table_cells.ts";
import type { TrackData } from "./load.ts";
import { TRACK_TEXTS } from "./texts.ts";
import { trackTable, usualTrackColumns } from "./track_columns.ts";
import { TRACK_SCRIPT } from "./track_script.ts";

/** Shortest and longest text that figures are made large for. */
const DIGITS = { least: 5, most: 9 };

/** The table in large, for a phone beside the track: three columns, black on white. */
export function TrackPage({ language, facts, state, columns, athletes }: TrackData) {
  const t = TRACK_TEXTS[language];
  const distances = columns ?? usualTrackColumns(state, athletes);
  const table = trackTable(state, distances);
  const { cells } = layRecords(table, athletes, state);
  const written = writtenAs(state, language);
  const head = factHead(state.by, state, language);
  const longest = Math.max(
    ...table.rows.flatMap(({ times }) =>
      times.map((seconds, column) =>
        cellTime(seconds, distances[column] ?? 0, written.notation).length
      )
    ),
  );
  const digits = Math.min(Math.max(longest, DIGITS.least), DIGITS.most);
  return (
    <Page
      language={language}
      name="track"
      search={trackSearch({ state, columns })}
      title={t.title}
      description={t.description}
      hidden={state.athletes.length > 0}
      facts={facts}
    >
      {athletes.some(({ missing }) => missing === "loading") && <AskAgain />}
      <div class="track-mode">
        <h1 class="hidden">{t.title}</h1>
        <TrackBar {...{ language, state, distances }} />
        <TrackAthletes {...{ language, athletes }} />
        <table class={`track-table digits-${digits} columns-${distances.length}`}>
          <caption class="hidden">{t.table}</caption>
          <thead>
            <tr>
              <th scope="col" abbr={head.long}>{head.unit === "" ? head.text : head.unit}</th>
              {distances.map((meters) => (
                <th key={meters} scope="col">{distanceLabel(meters, language)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={row.pace} id={`r${index}`}>
                {/* A tap marks the row, and the address has it: no script is needed. */}
                <th scope="row">
                  <a href={`#r${index}`}>{rowFact(row, state.by, written)}</a>
                </th>
                {row.times.map((seconds, column) => (
                  <td key={column}>
                    {cellTime(seconds, distances[column] ?? 0, written.notation)}
                    {cells.get(cellKey(index, column))?.map((owned) => (
                      <TrackMark
                        key={`${owned.athlete.ffaId} ${owned.record.event}`}
                        {...{ owned, written }}
                      />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageScript path={TRACK_SCRIPT} />
    </Page>
  );
}

/** The way out, the columns, the screen that stays on, and whether it all works offline. */
function TrackBar(
  { language, state, distances }: Pick<TrackData, "language" | "state"> & { distances: number[] },
) {
  const t = TRACK_TEXTS[language];
  const options = trackDistances(state).map((meters) =>
    [String(meters), distanceLabel(meters, language)] as const
  );
  return (
    <div class="track-bar">
      <a class="track-exit" href={PATHS[language].table + stateSearch(state)}>
        <span aria-hidden="true">← {t.exit}</span>
        <span class="hidden">{t.exitLong}</span>
      </a>
      <details class="track-columns">
        <summary>{t.columns}</summary>
        <form method="get" action={PATHS[language].track}>
          <HiddenInputs parameters={stateParameters(state)} />
          {Array.from({ length: TRACK_COLUMNS }, (_, place) => (
            <SelectField
              key={place}
              id={`column-${place}`}
              name={TRACK_COLUMN}
              label={t.column(place + 1)}
              chosen={String(distances[place] ?? "")}
              options={options}
            />
          ))}
          <button class="button without-scripts" type="submit">{t.apply}</button>
        </form>
      </details>
      <button
        type="button"
        id="awake"
        class="track-awake"
        aria-pressed="false"
        title={t.awakeLong}
        hidden
      >
        {t.awake}
      </button>
      {state.athletes.length === 0
        ? (
          <span class="track-ready" data-connection="ready" hidden>
            {t.ready} <span aria-hidden="true">✓</span>
          </span>
        )
        : (
          <span class="track-ready" data-connection="ready" title={t.readyButLong} hidden>
            {t.readyBut}
          </span>
        )}
      <p id="awake-refused" class="track-refused" role="status" hidden>{t.refused}</p>
    </div>
  );
}

/** Whose records the letters stand for, and why those of some could not be read. */
function TrackAthletes({ language, athletes }: Pick<TrackData, "language" | "athletes">) {
  if (athletes.length === 0) return null;
  const reasons = textsOf(language).athletes;
  return (
    <>
      <ul class="track-athletes" aria-label={TRACK_TEXTS[language].marks} tabIndex={0}>
        {athletes.map((athlete, slot) => (
          <li key={athlete.ffaId}>
            <Badge slot={slot} /> {athleteName(athlete, language)}
          </li>
        ))}
      </ul>
      {athletes.map(({ ffaId, missing }, slot) =>
        missing !== null && (
          <p key={ffaId} class="track-refused">
            <Badge slot={slot} /> {reasons[missing]}
          </p>
        )
      )}
    </>
  );
}

/** A record below the time of its row. */
function TrackMark(
  { owned: { slot, athlete, record }, written }: { owned: OwnedRecord; written: Written },
) {
  const { language, notation } = written;
  return (
    <span class={`track-mark slot-${slot}`}>
      <Badge slot={slot} />
      <span class="hidden">{TRACK_TEXTS[language].mark(athleteName(athlete, language))}</span>{" "}
      {markText(record, notation)}
    </span>
  );
}
