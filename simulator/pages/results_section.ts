import { partsOf } from "../people/calendar_day.ts";
import { longDate, shortDate } from "./date_text.ts";
import { labelOfCode } from "./event_codes.ts";
import type { FederationData } from "./federation_data.ts";
import { allResults, type Result, resultYears, yearResults } from "../results/results.ts";
import { CHEVRON, columnHeads, detailRow, escapeText, rowClass } from "./markup.ts";
import { section } from "./sections.ts";
import { bodyOf, joinRows, type PageStyle } from "./style.ts";

const COLUMNS = [
  "Date",
  "Epreuve",
  "Performance",
  "Vent",
  "Tour",
  "Place",
  "Niveau",
  "Points",
  "Lieu",
];
const DAMAGED_ROW = '<tr class="clickable"><td>12 Xyz.</td><td></td></tr>\n';
/** The site answers these few bytes where a person has no result. */
const NOTHING = "\r\n";

/** The results of a person in a calendar year, with the choice of years. */
export function resultsSection(
  data: FederationData,
  { index, year }: { index: number; year: number },
  style: PageStyle,
): string {
  const results = yearResults(data.people, index, { year, today: data.today });
  const options = resultYears(data.people, index, data.today).map((other) =>
    `<div class="select-option text-small select-option-anneeAth${
      other === year ? " selected" : ""
    }" data-value="${other}">${other}</div>`
  );
  const table = results.length === 0
    ? ""
    : `<table class="reveal-table base-table" id="res_athlete">\n${
      tableParts(results, { fullDates: false }, style)
    }</table>`;
  return section({
    number: 3,
    title: "Résultats par année",
    html:
      `<div class="custom-select-wrapper"><div class="custom-select text-small"><span class="select-text">${year}</span></div><div class="select-options">${
        options.join("")
      }</div></div>\n${table}`,
  }, style);
}

/**
 * The fragment that the site's own script asks for: the table's parts without the table.
 *
 * @param parameters `annee` for a calendar year, or `epr` for one event in all years.
 */
export function resultsFragment(
  data: FederationData,
  { index, parameters }: { index: number; parameters: URLSearchParams },
  style: PageStyle,
): string {
  const label = labelOfCode(parameters.get("epr") ?? "");
  const yearText = parameters.get("annee") ?? "";
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : partsOf(data.today).year;
  const results = parameters.has("epr")
    ? allResults(data.people, index, data.today).filter((result) => result.label === label)
    : yearResults(data.people, index, { year, today: data.today });
  if (results.length === 0) return NOTHING;
  const html = tableParts(results, { fullDates: parameters.has("epr") }, style);
  return style.jsonFragment ? JSON.stringify([{ liste: html }]) : html;
}

function tableParts(
  results: readonly Result[],
  { fullDates }: { fullDates: boolean },
  style: PageStyle,
): string {
  return resultsMarkup(
    results.map(({ day, label, text, ...result }) => ({
      ...result,
      date: fullDates ? longDate(day) : shortDate(day),
      event: label,
      mark: text,
      competition: String(day).padStart(36, "0"),
    })),
    style,
  );
}

/** The head and the rows of a table of results. */
export function resultsMarkup(results: readonly AthleteResult[], style: PageStyle): string {
  const rows = results.map(resultRow);
  return `<thead>${columnHeads(COLUMNS)}</thead>\n${
    bodyOf(joinRows(rows, DAMAGED_ROW, style), true, style)
  }`;
}

/** A result as an athlete's page shows it, as text. */
export type AthleteResult = {
  /** `4 Mai`, or `4 Mai 2024`. */
  date: string;
  event: string;
  mark: string;
  wind: string;
  round: string;
  place: string;
  level: string;
  points: string;
  town: string;
  /** What stands for the competition in its address. */
  competition: string;
};

function resultRow(result: AthleteResult, at: number): string {
  const { date, event, mark, wind, round, place, level, points, town, competition } = result;
  const cells = [
    date,
    escapeText(event),
    escapeText(mark),
    wind,
    round,
    place,
    level,
    points,
    `<a href="/competitions/${competition}">${escapeText(town)}</a>`,
  ].map((cell) => `<td>${cell}</td>`);
  return `<tr class="${rowClass(at)}">${cells.join("")}${CHEVRON}</tr>\n${
    detailRow([
      ["Vent", wind],
      ["Tour", round],
      ["Place", place],
      ["Niveau", level],
      ["Points", points],
      ["Lieu", escapeText(town)],
    ])
  }`;
}
