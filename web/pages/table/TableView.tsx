import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { PaceTable, PaceTableRow } from "@mypacer/shared/domain/table/pace_table.ts";
import type { Language } from "../../kit/language/language.ts";
import {
  cellTime,
  factHead,
  ROW_FACTS,
  rowFact,
  rowTitle,
  vmaFacts,
  type Written,
  writtenAs,
} from "../../kit/table_state/table_cells.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { leftOutWhenNarrow } from "../../kit/table_state/column_sets.ts";
import { cellKey, type Overlay } from "../../kit/athletes/overlay.ts";
import type { RowKind } from "../../kit/table_state/row_kinds.ts";
import { Light } from "./Light.tsx";
import { RecordMark } from "../../kit/athletes/RecordMark.tsx";
import { plainRow } from "./plain_row.ts";
import { CAPTION_ID } from "./caption_id.ts";
import { IN_BROWSER } from "./in_browser.ts";

/** Emphasized rows, as a guide for the eye: each half minute, whole km/h, sixth step. */
function isStrong({ value }: PaceTableRow, by: RowKind, step: number): boolean {
  const every = by === "pace" ? 30 : by === "speed" ? 1 : step * 6;
  const place = value / every;
  return Math.abs(place - Math.round(place)) < 1e-9;
}

/** The class of cells that a narrow screen leaves out. */
function minorClass(is: boolean | undefined): string | undefined {
  return is ? "minor" : undefined;
}

/** A header that is clickable once scripts run. */
function LightHead(
  { scope, what, class: name, scripts, language }: {
    scope: "col" | "row";
    class?: string | undefined;
    what: string;
    scripts: boolean;
    language: Language;
  },
) {
  return (
    <th scope={scope} class={name} data-light>
      {scripts ? <Light what={what} language={language} /> : what}
    </th>
  );
}

interface Props {
  language: Language;
  state: TableState;
  table: PaceTable;
  overlay: Overlay;
  /** Whether scripts draw it: then it offers what needs them. */
  scripts?: boolean;
  /** Number of rows to draw; all by default. */
  most?: number | undefined;
}

/** The pace table with the records laid over it. */
export function TableView({ language, state, table, overlay, scripts = false, most }: Props) {
  const t = textsOf(language).table;
  const { vma, by } = state;
  const written = writtenAs(state, language);
  const title = (row: PaceTableRow | undefined) =>
    row === undefined ? "" : rowTitle(row, by, written);
  const facts = ROW_FACTS[by];
  const before = facts.length + (vma === null ? 0 : 2);
  const minor = leftOutWhenNarrow(state, table, overlay);
  return (
    <table class="paces">
      <caption id={CAPTION_ID}>
        {t.caption(title(table.rows[0]), title(table.rows.at(-1)), table.rows.length)}
      </caption>
      <colgroup>
        {Array.from({ length: before }, (_, column) => <col key={column} />)}
        {minor.map((is, column) => <col key={before + column} class={minorClass(is)} />)}
      </colgroup>
      <thead>
        <tr>
          {facts.map((kind, column) => {
            const { text, unit, long } = factHead(kind, state, language);
            return (
              <th key={kind} scope="col" class={column === 0 ? "corner" : undefined} abbr={long}>
                {text}
                <span class="unit">{unit}</span>
              </th>
            );
          })}
          {vma !== null && (
            <>
              <th scope="col" abbr={t.vmaShareLong}>{t.vmaShare}</th>
              <th scope="col" class="zone">{t.zone}</th>
            </>
          )}
          {table.distances.map((distance, column) => (
            <LightHead
              key={distance}
              scope="col"
              class={minorClass(minor[column])}
              what={distanceLabel(distance, language)}
              {...{ scripts, language }}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.slice(0, most).map((row, index) => (
          <TableRow
            key={row.pace}
            {...{ language, state, table, overlay, scripts, minor, row, index, written }}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Whether a record lies over a cell of a row. */
function isMarked({ cells }: Overlay, row: number, columns: number): boolean {
  if (cells.size === 0) return false;
  for (let column = 0; column < columns; column++) {
    if (cells.has(cellKey(row, column))) return true;
  }
  return false;
}

/** A row, cell by cell; on the server a row without records is written as one text. */
export function TableRow(
  { language, state, table, overlay, scripts = false, minor, row, index, written }: Props & {
    minor: readonly boolean[];
    row: PaceTableRow;
    index: number;
    written: Written;
  },
) {
  const { vma, by, step } = state;
  const { notation } = written;
  const [, ...others] = ROW_FACTS[by];
  const strong = isStrong(row, by, step) ? "strong" : undefined;
  if (!IN_BROWSER && !scripts && !isMarked(overlay, index, row.times.length)) {
    const html = plainRow(row, { state, table, minor, written });
    return <tr class={strong} dangerouslySetInnerHTML={{ __html: html }} />;
  }
  return (
    <tr class={strong}>
      <LightHead scope="row" what={rowFact(row, by, written)} {...{ scripts, language }} />
      {others.map((kind) => <td key={kind} class="speed">{rowFact(row, kind, written)}</td>)}
      {vma !== null && <VmaCells {...vmaFacts(row, vma, language)} />}
      {row.times.map((seconds, column) => {
        const time = cellTime(seconds, table.distances[column] ?? 0, notation);
        const owned = overlay.cells.get(cellKey(index, column));
        if (!owned) return <td key={column} class={minorClass(minor[column])}>{time}</td>;
        return (
          <td key={column} class={`marked marked-${Math.min(owned.length, 4)}`}>
            <span class="marks">
              {owned.map((one, place) => (
                <RecordMark
                  key={`${one.athlete.ffaId}:${one.record.event}`}
                  owned={one}
                  id={`tip-${index}-${column}-${place}`}
                  language={language}
                  notation={notation}
                />
              ))}
            </span>
            {/* Said aloud, it would pass for the record. */}
            <span class="time" aria-hidden="true">{time}</span>
          </td>
        );
      })}
    </tr>
  );
}

function VmaCells({ percent, zone }: ReturnType<typeof vmaFacts>) {
  return (
    <>
      <td class="share">{percent}</td>
      <td class={zone === null ? "zone" : `zone zone-${zone.key}`}>{zone?.name}</td>
    </>
  );
}
