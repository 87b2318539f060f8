/** The rows of the table's CSV file, in one regular table that programs can read. */
import { distanceLabel, sameDistance } from "@mypacer/shared/domain/measure/distance.ts";
import { paceIn, paceOver, paceToSpeed, speedIn } from "@mypacer/shared/domain/measure/pace.ts";
import type { PaceTableRow } from "@mypacer/shared/domain/table/pace_table.ts";
import { athleteName, recordNotes } from "../../kit/athletes/RecordMark.tsx";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { factHead, ROW_FACTS, tableOf, vmaFacts } from "../../kit/table_state/table_cells.ts";
import { tableFileTexts } from "./texts.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { type LaidAthlete, slotLetter } from "../../kit/athletes/overlay.ts";
import type { RowKind } from "../../kit/table_state/row_kinds.ts";
import type { ShownRecord } from "../../kit/athletes/shown_athlete.ts";
import { csvDuration, csvNumber } from "./csv.ts";
import { athleteRemark } from "./table_file_athletes.ts";

/**
 * A column: its text for a row of the table, for a record and for an athlete without records; empty
 * by default.
 */
interface Column {
  head: string;
  row?: (row: PaceTableRow) => string;
  record?: (record: ShownRecord) => string;
  athlete?: (owner: LaidAthlete) => string;
}

/**
 * The head and the rows of the table, and below them a row for each record of the athletes: in the
 * same columns for pace, speed and distance, with further columns for the athlete. Sorted by pace,
 * the records are among the rows as on the page.
 *
 * @returns Texts of the cells; each column has one type: durations, numbers, dates or texts.
 */
export function tableRows(
  state: TableState,
  laid: readonly LaidAthlete[],
  language: Language,
): string[][] {
  const table = tableOf(state);
  const columns = [
    ...ROW_FACTS[state.by].map((kind) => factColumn(kind, state, language)),
    ...(state.vma === null ? [] : vmaColumns(state.vma, language)),
    ...table.distances.map((distance, column): Column => ({
      head: distanceLabel(distance, language),
      row: ({ times }) => csvDuration(times[column] ?? 0, language),
      record: (record) =>
        sameDistance(distance, record.distance) ? csvDuration(record.mark / 100, language) : "",
    })),
    ...(laid.length === 0 && state.athletes.length === 0 ? [] : athleteColumns(state, language)),
  ];
  const recordRows = laid.flatMap((owner) => [
    ...(athleteRemark(owner, language) === null ? [] : [
      columns.map(({ athlete }) => athlete?.(owner) ?? ""),
    ]),
    ...owner.records.map((one) =>
      columns.map(({ record, athlete }) => record?.(one) ?? athlete?.(owner) ?? "")
    ),
  ]);
  return [
    columns.map(({ head }) => head),
    ...table.rows.map((one) => columns.map(({ row }) => row?.(one) ?? "")),
    ...recordRows,
  ];
}

/** The columns before the times: the scale of the rows, and further facts. */
function factColumn(kind: RowKind, state: TableState, language: Language): Column {
  const { text, unit: headUnit } = factHead(kind, state, language);
  const head = `${text} (${headUnit})`;
  const { unit, by } = state;
  const paceText = (seconds: number) => csvDuration(seconds, language);
  const speedText = (speed: number) => formatDecimal(speedIn(speed, unit), 2, language);
  // A pace that is not the scale of the rows is rounded to the second, as on the page.
  const whole = (pace: number) => Math.round(paceIn(pace, unit));
  const recordPace = ({ distance, mark }: ShownRecord) => paceOver(distance, mark / 100);
  switch (kind) {
    case "pace":
      return {
        head,
        row: ({ pace }) => paceText(by === "pace" ? paceIn(pace, unit) : whole(pace)),
        record: (record) => paceText(whole(recordPace(record))),
      };
    case "speed":
      return {
        head,
        row: ({ speed }) => speedText(speed),
        record: (record) => speedText(paceToSpeed(recordPace(record))),
      };
    case "time":
      return { head, row: ({ value }) => paceText(value) };
  }
}

/**
 * Share of the VMA and training zone: of the table's rows only, because the VMA is not the
 * athletes'.
 */
function vmaColumns(vma: number, language: Language): Column[] {
  const t = textsOf(language).table;
  return [
    { head: t.vmaShare, row: (row) => String(vmaFacts(row, vma, language).percent) },
    { head: t.zone, row: (row) => vmaFacts(row, vma, language).zone?.name ?? "" },
  ];
}

/** The record and its athlete. */
function athleteColumns({ notation }: TableState, language: Language): Column[] {
  const t = tableFileTexts(language);
  const written = { language, notation: notation ?? textsOf(language).notation };
  return [
    { head: t.letter, athlete: ({ slot }) => slotLetter(slot) },
    { head: t.athlete, athlete: ({ athlete }) => athleteName(athlete, language) },
    { head: t.event, record: ({ event }) => event },
    { head: t.distance, record: ({ distance }) => csvNumber(distance, language) },
    { head: t.mark, record: ({ mark }) => csvDuration(mark / 100, language) },
    // In the form that every spreadsheet reads, in any language.
    { head: t.date, record: ({ date }) => date ?? "" },
    { head: t.place, record: ({ place }) => place ?? "" },
    {
      head: t.notes,
      record: (record) =>
        [record.held?.by, ...recordNotes(record, written)].filter((note) => note !== undefined)
          .join(" · "),
      athlete: (owner) => athleteRemark(owner, language) ?? "",
    },
  ];
}
