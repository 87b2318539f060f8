import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import type { Language } from "../i18n/language.ts";
import {
  factHead,
  ROW_FACTS,
  rowFact,
  rowTitle,
  tableOf,
  timeText,
  vmaFacts,
  writtenAs,
} from "../i18n/table_cells.ts";
import "../i18n/provide_all.ts";
import { problemText, textsOf } from "../i18n/texts.ts";
import { readParameters } from "../state/board_input.ts";
import type { BoardState } from "../state/board_state.ts";
import { durationText } from "../state/row_texts.ts";
import { csvText } from "./csv.ts";

/** Headers of a file of the table: it names nobody, and is the same for all. */
function fileHeaders(type: string, name: string): Headers {
  return new Headers({
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": name,
    "cache-control": "no-cache",
    "x-robots-tag": "noindex",
  });
}

/** The state of a URL that asks for a file; one that is refused is told which setting is wrong. */
function stateOf(url: URL, language: Language): BoardState | Response {
  const { state, problems } = readParameters(url.searchParams);
  const [problem] = Object.values(problems);
  if (problem === undefined) return state;
  return new Response(`${problemText(problem, language)}\n`, {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** `GET /tableau/csv` and `GET /en/table/csv`: the table for a spreadsheet, durations as it reads them. */
export function getTableCsv(url: URL, language: Language): Response {
  const state = stateOf(url, language);
  if (state instanceof Response) return state;
  const t = textsOf(language).table;
  const table = tableOf(state);
  const facts = ROW_FACTS[state.by];
  const written = { ...writtenAs(state, language), notation: "english" } as const;
  const head = [
    ...facts.map((kind) => {
      const { text, unit } = factHead(kind, state, language);
      return `${text} (${unit})`;
    }),
    ...(state.vma === null ? [] : [t.vmaShare, t.zone]),
    ...table.distances.map((distance) => distanceLabel(distance, language)),
  ];
  const rows = table.rows.map((row) => {
    const share = state.vma === null ? null : vmaFacts(row, state.vma, language);
    return [
      ...facts.map((kind) => rowFact(row, kind, written)),
      ...(share === null ? [] : [String(share.percent), share.zone?.name ?? ""]),
      ...row.times.map((seconds) => durationText(Math.round(seconds * 100) / 100)),
    ];
  });
  return new Response(csvText([head, ...rows], language), {
    headers: fileHeaders("text/csv", 'attachment; filename="mypacer.csv"'),
  });
}

/** `GET /tableau/texte` and `GET /en/table/text`: the table as lines that one sends to somebody. */
export function getTableText(url: URL, language: Language): Response {
  const state = stateOf(url, language);
  if (state instanceof Response) return state;
  const table = tableOf(state);
  const written = writtenAs(state, language);
  const [, ...others] = ROW_FACTS[state.by];
  const lines = table.rows.map((row) => {
    const about = others.map((kind) => rowTitle(row, kind, written)).join(", ");
    const times = row.times.map((seconds, column) => {
      const distance = table.distances[column] ?? 0;
      return `${distanceLabel(distance, language)} ${
        timeText(seconds, distance, written.notation)
      }`;
    });
    return `${rowTitle(row, state.by, written)} (${about}) — ${times.join(" · ")}`;
  });
  return new Response(`${lines.join("\n")}\n`, { headers: fileHeaders("text/plain", "inline") });
}
