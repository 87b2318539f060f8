import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { formatSeconds } from "@mypacer/shared/domain/mark.ts";
import { formatPace, shareOfVma } from "@mypacer/shared/domain/pace.ts";
import type { PaceTable, PaceTableRow } from "@mypacer/shared/domain/pace_table.ts";
import { formatDecimal } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import type { RowKind } from "../state/row_kinds.ts";
import type { BoardState, Notation, Unit } from "../state/board_state.ts";
import { cellKey, type Overlay } from "../state/overlay.ts";
import { RecordMark } from "./RecordMark.tsx";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 800;
/** Kilometers in a unit of the table. */
const UNIT_KILOMETERS: Record<Unit, number> = { km: 1, mi: 1.609344 };
/** What a row tells beside what it goes by. */
const OTHERS = {
  pace: ["speed"],
  speed: ["pace"],
  time: ["pace", "speed"],
} as const satisfies Record<RowKind, readonly RowKind[]>;

/** How paces and speeds are written. */
interface Written {
  language: Language;
  notation: Notation;
  unit: Unit;
}

/** A row's pace, speed or time as text. */
function rowName(row: PaceTableRow, by: RowKind, { language, notation, unit }: Written): string {
  switch (by) {
    case "pace":
      return formatPace(row.pace, { notation, unit });
    case "speed":
      return formatDecimal(row.speed / UNIT_KILOMETERS[unit], 2, language);
    case "time":
      return formatSeconds(row.value, {
        notation,
        precision: Number.isInteger(row.value) ? "seconds" : "hundredths",
      });
  }
}

/** Which rows stand out, so that the eye finds its row again: each half minute, whole km/h, sixth step. */
function isStrong({ value }: PaceTableRow, by: RowKind, step: number): boolean {
  const every = by === "pace" ? 30 : by === "speed" ? 1 : step * 6;
  const rest = value / every;
  return Math.abs(rest - Math.round(rest)) < 1e-9;
}

/** What a header says; once scripts run, pressing it lights its row or column. */
function Light({ on, what, language }: { on: boolean; what: string; language: Language }) {
  if (!on) return <>{what}</>;
  return (
    <button
      type="button"
      class="light"
      aria-pressed="false"
      title={textsOf(language).table.light(what)}
    >
      {what}
    </button>
  );
}

interface Props {
  language: Language;
  state: BoardState;
  table: PaceTable;
  overlay: Overlay;
  /** Headers can be pressed: scripts run. */
  lights?: boolean;
}

/** The pace table with the records laid over it, in a frame that scrolls by itself. */
export function TableView({ language, state, table, overlay, lights = false }: Props) {
  const texts = textsOf(language);
  const t = texts.table;
  const notation = state.notation ?? texts.notation;
  const { unit, vma, by } = state;
  const heads = {
    pace: { text: t.pace, unit: t.perUnit[unit], abbr: t.paceLong[unit] },
    speed: { text: t.speed, unit: t.speedUnit[unit], abbr: t.speedLong[unit] },
    time: { text: t.goal, unit: distanceLabel(state.over, language), abbr: t.goal },
  };
  const asWritten = { language, notation, unit };
  const name = (row: PaceTableRow | undefined) => {
    if (row === undefined) return "";
    const text = rowName(row, by, asWritten);
    return by === "pace"
      ? text + t.perUnit[unit]
      : by === "speed"
      ? `${text} ${t.speedUnit[unit]}`
      : text;
  };
  const others = OTHERS[by];
  const shares = vma === null ? 0 : 1;
  return (
    <div class="frame" id="table" role="region" aria-labelledby="table-caption" tabIndex={0}>
      <table class="paces">
        <caption id="table-caption">
          {t.caption(name(table.rows[0]), name(table.rows.at(-1)), table.rows.length)}
        </caption>
        <colgroup>
          {Array.from(
            { length: 1 + others.length + shares + table.distances.length },
            (_, column) => <col key={column} />,
          )}
        </colgroup>
        <thead>
          <tr>
            {[by, ...others].map((kind, column) => (
              <th
                key={kind}
                scope="col"
                class={column === 0 ? "corner" : undefined}
                abbr={heads[kind].abbr}
              >
                {heads[kind].text}
                <span class="unit">{heads[kind].unit}</span>
              </th>
            ))}
            {vma !== null && <th scope="col" abbr={t.vmaShareLong}>{t.vmaShare}</th>}
            {table.distances.map((distance) => (
              <th key={distance} scope="col">
                <Light on={lights} what={distanceLabel(distance, language)} language={language} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <TableRow
              key={row.pace}
              {...{ language, state, table, overlay, lights, row, index, notation }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow(
  { language, state, table, overlay, lights, row, index, notation }: Props & {
    row: PaceTableRow;
    index: number;
    notation: Notation;
  },
) {
  const { unit, vma, by, step } = state;
  const asWritten = { language, notation, unit };
  return (
    <tr class={isStrong(row, by, step) ? "strong" : undefined}>
      <th scope="row">
        <Light on={lights === true} what={rowName(row, by, asWritten)} language={language} />
      </th>
      {OTHERS[by].map((kind) => <td key={kind} class="speed">{rowName(row, kind, asWritten)}</td>)}
      {vma !== null && <td class="share">{Math.round(shareOfVma(row.pace, vma) * 100)}</td>}
      {row.times.map((seconds, column) => {
        const distance = table.distances[column] ?? 0;
        const time = formatSeconds(seconds, {
          notation,
          precision: distance < HUNDREDTHS_BELOW ? "hundredths" : "seconds",
        });
        const owned = overlay.cells.get(cellKey(index, column));
        if (!owned) return <td key={column}>{time}</td>;
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
            <span class="time">{time}</span>
          </td>
        );
      })}
    </tr>
  );
}
