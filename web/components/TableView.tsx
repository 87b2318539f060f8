import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { formatSeconds, type Notation } from "@mypacer/shared/domain/mark.ts";
import { formatPace, shareOfVma } from "@mypacer/shared/domain/pace.ts";
import type { PaceTable, PaceTableRow } from "@mypacer/shared/domain/pace_table.ts";
import { formatDecimal } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import type { BoardState, Unit } from "../state/board_state.ts";
import { cellKey, type Overlay } from "../state/overlay.ts";
import { RecordMark } from "./RecordMark.tsx";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 800;
/** Kilometers in a unit of the table. */
const UNIT_KILOMETERS: Record<Unit, number> = { km: 1, mi: 1.609344 };
/** Rows at each half minute stand out, s/km. */
const STRONG_EVERY = 30;

interface Props {
  language: Language;
  state: BoardState;
  table: PaceTable;
  overlay: Overlay;
}

/** The pace table with the records laid over it, in a frame that scrolls by itself. */
export function TableView({ language, state, table, overlay }: Props) {
  const texts = textsOf(language);
  const t = texts.table;
  const { notation } = texts;
  const { unit, vma } = state;
  const pace = (value: number) => formatPace(value, { notation, unit });
  const first = table.paces[0] ?? state.slowest;
  const last = table.paces.at(-1) ?? state.fastest;
  return (
    <div class="frame" id="table" role="region" aria-labelledby="table-caption" tabIndex={0}>
      <table class="paces">
        <caption id="table-caption">
          {t.caption(
            `${pace(first)}${t.perUnit[unit]}`,
            `${pace(last)}${t.perUnit[unit]}`,
            table.rows.length,
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="corner" abbr={t.paceLong[unit]}>
              {t.pace}
              <span class="unit">{t.perUnit[unit]}</span>
            </th>
            <th scope="col" abbr={t.speedLong[unit]}>
              {t.speed}
              <span class="unit">{t.speedUnit[unit]}</span>
            </th>
            {vma !== null && <th scope="col" abbr={t.vmaShareLong}>{t.vmaShare}</th>}
            {table.distances.map((distance) => (
              <th key={distance} scope="col">{distanceLabel(distance, language)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <TableRow
              key={row.pace}
              {...{ language, state, table, overlay, row, index, notation }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow(
  { language, state: { unit, vma }, table, overlay, row, index, notation }: Props & {
    row: PaceTableRow;
    index: number;
    notation: Notation;
  },
) {
  return (
    <tr class={row.pace % STRONG_EVERY === 0 ? "strong" : undefined}>
      <th scope="row">{formatPace(row.pace, { notation, unit })}</th>
      <td class="speed">{formatDecimal(row.speed / UNIT_KILOMETERS[unit], 2, language)}</td>
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
