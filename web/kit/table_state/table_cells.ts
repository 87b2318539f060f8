/**
 * What the cells of the pace table say, wherever it is drawn: on the page, as a file, as a picture.
 */
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { formatSeconds } from "@mypacer/shared/domain/measure/mark.ts";
import { formatPace, shareOfVma, speedIn, speedUnit } from "@mypacer/shared/domain/measure/pace.ts";
import {
  type PaceTable,
  paceTable,
  type PaceTableRow,
} from "@mypacer/shared/domain/table/pace_table.ts";
import { zoneAt } from "@mypacer/shared/domain/models/training_zones.ts";
import { columns, type Notation, type TableState, type Unit } from "./table_state.ts";
import { type RowKind, scaleOf } from "./row_kinds.ts";
import { formatDecimal } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 800;

/** What a row tells before its times, the first of them what the rows go by. */
export const ROW_FACTS = {
  pace: ["pace", "speed"],
  speed: ["speed", "pace"],
  time: ["time", "pace", "speed"],
} as const satisfies Record<RowKind, readonly RowKind[]>;

/** How paces, speeds and times are written. */
export interface Written {
  language: Language;
  notation: Notation;
  unit: Unit;
}

/** How a state is written in a language. */
export function writtenAs({ notation, unit }: TableState, language: Language): Written {
  return { language, notation: notation ?? textsOf(language).notation, unit };
}

/** The table of a state. */
export function tableOf(state: TableState): PaceTable {
  const { slowest, fastest, step } = state;
  return paceTable({ scale: scaleOf(state), slowest, fastest, step, distances: columns(state) });
}

/** A row's pace, speed or time, without its unit. */
export function rowFact(
  row: PaceTableRow,
  kind: RowKind,
  { language, notation, unit }: Written,
): string {
  switch (kind) {
    case "pace":
      return formatPace(row.pace, { notation, unit });
    case "speed":
      return formatDecimal(speedIn(row.speed, unit), 2, language);
    case "time":
      return formatSeconds(row.value, {
        notation,
        precision: Number.isInteger(row.value) ? "seconds" : "hundredths",
      });
  }
}

/** What a row goes by, without its unit: a speed as it was asked for, `8` and `8,5`. */
export function rowHead(row: PaceTableRow, by: RowKind, written: Written): string {
  if (by !== "speed") return rowFact(row, by, written);
  const decimals = [0, 1].find((count) => Number(row.value.toFixed(count)) === row.value) ?? 2;
  return formatDecimal(row.value, decimals, written.language);
}

/** What a row goes by, with its unit: `4'30"/km`, `13,5 km/h`, `3h30'00"`. */
export function rowTitle(row: PaceTableRow, by: RowKind, written: Written): string {
  const t = textsOf(written.language).table;
  const fact = rowHead(row, by, written);
  if (by === "time") return fact;
  return by === "pace"
    ? fact + t.perUnit[written.unit]
    : `${fact}\u00a0${speedUnit(written.unit, textsOf(written.language).notation)}`;
}

/** What stands over a row's facts: text, unit, and both in words. */
export function factHead(
  kind: RowKind,
  { over, unit }: Pick<TableState, "over" | "unit">,
  language: Language,
): { text: string; unit: string; long: string } {
  const t = textsOf(language).table;
  switch (kind) {
    case "pace":
      return { text: t.pace, unit: t.perUnit[unit], long: t.paceLong[unit] };
    case "speed":
      return {
        text: t.speed,
        unit: speedUnit(unit, textsOf(language).notation),
        long: t.speedLong[unit],
      };
    case "time":
      return { text: t.goal, unit: distanceLabel(over, language), long: t.goal };
  }
}

/** A time over a distance: hundredths where they matter. */
export function cellTime(seconds: number, distance: number, notation: Notation): string {
  return formatSeconds(seconds, {
    notation,
    precision: distance < HUNDREDTHS_BELOW ? "hundredths" : "seconds",
  });
}

/** Share of the VMA in per cent, and the training zone it lies in. */
export function vmaFacts(
  { pace }: PaceTableRow,
  vma: number,
  language: Language,
): { percent: number; zone: { key: string; name: string } | null } {
  const share = shareOfVma(pace, vma) * 100;
  const zone = zoneAt(share);
  return {
    percent: Math.round(share),
    // What stands in brackets explains the name: there is no room for it here.
    zone: zone && { key: zone.key, name: zone.labels[language].replace(/ \(.*$/, "") },
  };
}
