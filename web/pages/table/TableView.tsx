import type { Pace } from "@mypacer/shared/domain/measure/pace.ts";
import { Component } from "preact";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { PaceTable, PaceTableRow } from "@mypacer/shared/domain/table/pace_table.ts";
import type { Language } from "../../kit/language/language.ts";
import {
  cellTime,
  factHead,
  ROW_FACTS,
  rowFact,
  rowHead,
  rowTitle,
  vmaFacts,
  type Written,
  writtenAs,
} from "../../kit/table_state/table_cells.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { leftOutWhenNarrow } from "../../kit/table_state/column_sets.ts";
import { cellKey, type Overlay } from "../../kit/athletes/overlay.ts";
import { RecordMark } from "../../kit/athletes/RecordMark.tsx";
import { lightHtml } from "./light.ts";
import { lightOf, plainRow, writtenBefore } from "./plain_row.ts";
import { rowClass, type ShownRow, shownRows } from "./shown_rows.ts";
import { CAPTION_ID } from "./caption_id.ts";

/** The class of cells that a narrow screen leaves out. */
function minorClass(is: boolean | undefined): string | undefined {
  return is ? "minor" : undefined;
}

/** A header that is clickable once scripts run. */
function LightHead(
  { pace, what, class: name, scripts, pressed = false, language }: {
    /** Pace of a row, s/km; none for a column. */
    pace?: number;
    class?: string | undefined;
    what: string;
    scripts: boolean;
    pressed?: boolean;
    language: Language;
  },
) {
  const kind = pace === undefined ? "column" : "row";
  const head = {
    scope: pace === undefined ? "col" : "row",
    class: name,
    "data-light": lightOf(pace),
  } as const;
  if (!scripts) return <th {...head}>{what}</th>;
  const __html = lightHtml({ kind, what, pressed, language });
  return <th {...head} dangerouslySetInnerHTML={{ __html }} />;
}

interface Props {
  language: Language;
  state: TableState;
  table: PaceTable;
  overlay: Overlay;
  /** Whether scripts draw it: then it offers what needs them. */
  scripts?: boolean;
  /** Whether a row is drawn already; by default all are. */
  draws?: ((pace: Pace, at: number) => boolean) | undefined;
}

/** The pace table with the records laid over it. */
export function TableView({ language, state, table, overlay, scripts = false, draws }: Props) {
  const t = textsOf(language).table;
  const { vma, by, over } = state;
  const written = writtenAs(state, language);
  const title = (row: PaceTableRow | undefined) =>
    row === undefined ? "" : rowTitle(row, by, written);
  const facts = ROW_FACTS[by];
  const before = facts.length + (vma === null ? 0 : 2);
  const minor = leftOutWhenNarrow(state, table, overlay);
  const rows = shownRows(table, state);
  const look = [by, over, vma, ...Object.values(written), table.distances, minor].join();
  return (
    <table class="paces">
      <caption id={CAPTION_ID}>
        {t.caption(title(table.rows[0]), title(table.rows.at(-1)), table.rows.length)}
      </caption>
      <colgroup>
        {Array.from(
          { length: before },
          (_, column) => <col key={column} class={column === facts.length ? "share" : undefined} />,
        )}
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
              <th scope="col" class="share" abbr={t.vmaShareLong}>{t.vmaShare}</th>
              <th scope="col" class="zone">{t.zone}</th>
            </>
          )}
          {table.distances.map((distance, column) => (
            <LightHead
              key={distance}
              class={minorClass(minor[column])}
              what={distanceLabel(distance, language)}
              {...{ scripts, language }}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {(draws ? rows.filter(({ row }, at) => draws(row.pace, at)) : rows).map((shown) => {
          const { row: { pace }, mine, zoneBegins } = shown;
          const write = () => plainRow(shown, { state, table, minor, written, scripts });
          return isMarked(overlay, shown.index, table.distances.length)
            ? (
              <MarkedRow
                key={`marked ${pace}`}
                {...{ language, state, table, overlay, scripts, minor, shown, written }}
              />
            )
            : (
              <PlainRow
                key={pace}
                name={rowClass(shown, state)}
                look={`${look} ${mine} ${zoneBegins}`}
                write={mine || zoneBegins || scripts
                  ? write
                  : () => writtenBefore(pace, { language, look, write })}
              />
            );
        })}
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

/** A row without records, written as one text, and only when it says something else. */
class PlainRow extends Component<{
  name: string | undefined;
  /** All that its text is made from, but for its pace. */
  look: string;
  write: () => string;
}> {
  override shouldComponentUpdate({ name, look }: PlainRow["props"]): boolean {
    return name !== this.props.name || look !== this.props.look;
  }

  override render({ name, write }: PlainRow["props"]) {
    return <tr class={name} dangerouslySetInnerHTML={{ __html: write() }} />;
  }
}

/** A row with records, cell by cell. */
export function MarkedRow(
  { language, state, table, overlay, scripts = false, minor, shown, written }: Props & {
    minor: readonly boolean[];
    shown: ShownRow;
    written: Written;
  },
) {
  const { row, index, mine } = shown;
  const { vma, by } = state;
  const { notation } = written;
  const [, ...others] = ROW_FACTS[by];
  return (
    <tr class={rowClass(shown, state)}>
      <LightHead
        pace={row.pace}
        what={rowHead(row, by, written)}
        pressed={mine}
        {...{ scripts, language }}
      />
      {others.map((kind) => <td key={kind} class="speed">{rowFact(row, kind, written)}</td>)}
      {vma !== null && (
        <>
          <td class="share">{vmaFacts(row, vma, language).percent}</td>
          <td class="zone">{shown.zoneBegins && vmaFacts(row, vma, language).zone?.name}</td>
        </>
      )}
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
