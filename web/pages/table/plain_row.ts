import type { Pace } from "@mypacer/shared/domain/measure/pace.ts";
import type { PaceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import {
  cellTime,
  ROW_FACTS,
  rowFact,
  rowHead,
  vmaFacts,
  type Written,
} from "../../kit/table_state/table_cells.ts";
import type { Language } from "../../kit/language/language.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { escaped, lightHtml } from "./light.ts";
import type { ShownRow } from "./shown_rows.ts";

/** Tells scripts that a header can be pressed: the pace of its row, s/km; a column has none. */
export function lightOf(pace: number | undefined): string {
  return pace === undefined ? "" : String(Math.round(pace * 1000) / 1000);
}

/**
 * A row of the table without records, as HTML: exactly what `MarkedRow` draws. The largest tables
 * have 20,000 cells, which take three times as long as Preact elements, and in a browser keep its
 * garbage collector busy for longer than all the rest of a change takes.
 */
export function plainRow(
  shown: ShownRow,
  { state: { by, vma }, table, minor, written, scripts = false }: {
    state: Pick<TableState, "by" | "vma">;
    table: PaceTable;
    /** Columns that a narrow screen leaves out. */
    minor: readonly boolean[];
    written: Written;
    /** Whether scripts draw it: then its header can be pressed. */
    scripts?: boolean;
  },
): string {
  const { row, zoneBegins, mine } = shown;
  const { language } = written;
  const [, ...others] = ROW_FACTS[by];
  const what = rowHead(row, by, written);
  let html = `<th scope="row" data-light="${lightOf(row.pace)}">${
    scripts ? lightHtml({ kind: "row", what, pressed: mine, language }) : escaped(what)
  }</th>`;
  for (const kind of others) {
    html += `<td class="speed">${escaped(rowFact(row, kind, written))}</td>`;
  }
  if (vma !== null) {
    const { percent, zone } = vmaFacts(row, vma, language);
    html += `<td class="share">${percent}</td>`;
    html += `<td class="zone">${zoneBegins && zone !== null ? escaped(zone.name) : ""}</td>`;
  }
  for (let column = 0; column < row.times.length; column++) {
    const time = cellTime(row.times[column] ?? 0, table.distances[column] ?? 0, written.notation);
    html += `${minor[column] ? '<td class="minor">' : "<td>"}${escaped(time)}</td>`;
  }
  return html;
}

/** Most rows that are kept of a language. */
const MOST_KEPT = 500;

/** Rows of the table drawn last in a language, and all that they were written from but the pace. */
interface WrittenRows {
  look: string;
  rows: Map<Pace, string>;
}

const lastWritten: Partial<Record<Language, WrittenRows>> = {};

/**
 * A row as the server wrote it for the table drawn last, where all but the bounds of the rows is as
 * there: most tables differ in nothing else. Without it a page takes a twelfth more.
 *
 * @param look All that the row is written from but its pace.
 */
export function writtenBefore(
  pace: Pace,
  { language, look, write }: { language: Language; look: string; write: () => string },
): string {
  let last = lastWritten[language];
  if (last?.look !== look || last.rows.size >= MOST_KEPT) {
    last = lastWritten[language] = { look, rows: new Map() };
  }
  let html = last.rows.get(pace);
  if (html === undefined) last.rows.set(pace, html = write());
  return html;
}
