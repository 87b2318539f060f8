import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../../kit/language/language.ts";
import {
  cellTime,
  ROW_FACTS,
  rowTitle,
  tableOf,
  writtenAs,
} from "../../kit/table_state/table_cells.ts";
import "../../kit/texts/provide_all.ts";
import { problemText } from "../../kit/texts/texts.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { type LaidAthlete, laidAthletes } from "../../kit/athletes/overlay.ts";
import { recordLists } from "../../kit/athletes/record_lists.ts";
import { readAthletes } from "../../kit/load/athletes.ts";
import { csvText } from "./csv.ts";
import { drawingTime, heavyTurn } from "../../kit/load/heavy_turn.ts";
import { pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";
import { athleteLines } from "./table_file_athletes.ts";
import { tableRows } from "./table_rows.ts";

/** Headers of a file of the table: not cached where it names people, and never indexed. */
function fileHeaders(state: TableState, type: string, disposition: string): Headers {
  const headers = pageHeaders({ named: state.athletes.length > 0 });
  headers.set("content-type", `${type}; charset=utf-8`);
  headers.set("content-disposition", disposition);
  if (!headers.has("x-robots-tag")) headers.set("x-robots-tag", "noindex");
  return headers;
}

/** The state of a URL of a file; an error names the wrong setting. */
function stateOf(url: URL, language: Language): TableState | Response {
  const { state, problems } = readParameters(url.searchParams);
  const [problem] = Object.values(problems);
  if (problem === undefined) return state;
  return new Response(`${problemText(problem, language)}\n`, {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Whose records are laid over the table of a state: its athletes, and lists of public records. */
async function readLaid(
  site: Site,
  state: TableState,
  language: Language,
): Promise<LaidAthlete[]> {
  const athletes = await readAthletes(site, state.athletes);
  return laidAthletes([...athletes, ...recordLists(state.records, language)], state);
}

/**
 * `GET /tableau/csv` and `GET /en/table/csv`: the table for a spreadsheet, one form a column, and
 * below its rows those of the athletes' and of public records.
 */
export async function getTableCsv(site: Site, url: URL, language: Language): Promise<Response> {
  const state = stateOf(url, language);
  if (state instanceof Response) return state;
  const laid = await readLaid(site, state, language);
  const refusal = await heavyTurn(site, drawingTime(state));
  if (refusal !== null) return refusal;
  const rows = tableRows(state, laid, language);
  return new Response(csvText(rows, language), {
    headers: fileHeaders(state, "text/csv", 'attachment; filename="mypacer.csv"'),
  });
}

/**
 * `GET /tableau/texte` and `GET /en/table/text`: the table and the records as lines that one sends
 * to somebody.
 */
export async function getTableText(site: Site, url: URL, language: Language): Promise<Response> {
  const state = stateOf(url, language);
  if (state instanceof Response) return state;
  const laid = await readLaid(site, state, language);
  const refusal = await heavyTurn(site, drawingTime(state));
  if (refusal !== null) return refusal;
  const table = tableOf(state);
  const written = writtenAs(state, language);
  const [, ...others] = ROW_FACTS[state.by];
  const labels = table.distances.map((distance) => distanceLabel(distance, language));
  const lines = table.rows.map((row) => {
    const about = others.map((kind) => rowTitle(row, kind, written)).join(", ");
    const times = row.times.map((seconds, column) => {
      const time = cellTime(seconds, table.distances[column] ?? 0, written.notation);
      return `${labels[column]} ${time}`;
    });
    return `${rowTitle(row, state.by, written)} (${about}) — ${times.join(" · ")}`;
  });
  const people = athleteLines(laid, written);
  const parts = people.length === 0 ? lines : [...lines, "", ...people];
  return new Response(`${parts.join("\n")}\n`, {
    headers: fileHeaders(state, "text/plain", "inline"),
  });
}
