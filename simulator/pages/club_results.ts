import { dayAndMonth } from "../people/calendar_day.ts";
import type { FederationData } from "./federation_data.ts";
import { draw, drawOne, hash } from "../chance/draw.ts";
import { type Result, seasonResults } from "../results/results.ts";
import { starredName } from "./club_list.ts";
import { barePage, isBareList, positionIn, renderList, slicePage } from "./list_page.ts";
import { CHEVRON, detailRow, escapeText } from "./markup.ts";
import type { PageStyle } from "./style.ts";

/** Columns of every list of results. */
export const COLUMNS = [
  "Nom",
  "Epreuve",
  "Résultat",
  "Tour",
  "Infos",
  "Points",
  "Niveau",
  "Date",
  "Ville",
];
export const DAMAGED_ROW = `<tr class="trlive"><td>&nbsp;</td>${"<td>?</td>".repeat(5)}</tr>\n`;
/** Share of rows that belong to people without license: a name, no link. */
const WITHOUT_LICENSE = 0.01;
/** Share of marks with a qualifier behind. */
const QUALIFIED = 0.06;
const QUALIFIERS = ["Q", "q", "qi", "qe"];

/** The results of a club's members in a season, latest first. */
export function clubResultsPage(data: FederationData, url: URL, style: PageStyle): string {
  const season = Number(url.searchParams.get("frmsaison"));
  const number = url.searchParams.get("frmclub") ?? "";
  const club = data.people.clubs.find(number);
  const results = club === null ? [] : clubResults(data, club.index, season);
  const position = positionIn(url.searchParams);
  if (isBareList(results.length, season)) return barePage();
  return renderList({
    id: "ctnResultats",
    width: 10,
    criteria: `Année : ${season || ""}, N°Club : ${escapeText(number)}`,
    group: club === null || results.length === 0
      ? ""
      : `${escapeText(starredName(club).toUpperCase())} | ${club.league} | ${club.department}`,
    columns: COLUMNS,
    columnClass: "columnsCMP",
    rows: slicePage(results, position).map((result) => resultRow(data, result)),
    damaged: DAMAGED_ROW,
    total: results.length,
    position,
    url,
  }, style);
}

/** All results of a club's members in a season, latest first. */
export function clubResults(data: FederationData, club: number, season: number): Result[] {
  return data.people.memberships.members(club, season)
    .filter(() => data.hasSeason(season))
    .flatMap((person) => seasonResults(data.people, person, { season, today: data.today }))
    .sort((a, b) => b.day - a.day || a.person - b.person);
}

/** One row of a list of results. A relay belongs to nobody by name. */
export function resultRow(data: FederationData, result: Result): string {
  const key = hash(data.people.key(result.person), result.day);
  const person = data.people.at(result.person);
  const isRelay = result.event?.discipline === "relay";
  const name = isRelay
    ? ""
    : draw(key, 1) < WITHOUT_LICENSE
    ? escapeText(`${drawOne(key, 2, ["INVITE", "NON LICENCIE"])} ${person.given}`)
    : `<a href="/athletes/${person.ffaId}" target="_blank">${escapeText(person.name)}</a>`;
  const infos = isRelay
    ? ""
    : `${result.category}${person.sex}/${String(person.birthYear % 100).padStart(2, "0")}`;
  const event = result.event === null
    ? result.label
    : `${result.label} / ${result.category}${person.sex}`;
  const cells = [
    name,
    escapeText(event),
    resultText(result, key),
    result.round,
    infos,
    result.points,
    result.level,
    dayAndMonth(result.day),
    escapeText(result.town),
  ].map((cell) => `<td>${cell === "" ? " " : cell}</td>`);
  return `<tr class="trlive">${cells.join("")}${CHEVRON}</tr>\n${
    detailRow([["Infos", infos], ["Points", result.points], ["Ville", escapeText(result.town)]])
  }`;
}

/** Place, mark and qualifier; a disqualification tells its rule on hovering. */
function resultText({ text, place, mark, wind, event }: Result, key: number): string {
  if (text === "DQ") return '<span style="cursor:pointer" title="TR 16.8">DQ</span>';
  if (mark === null) return text;
  const rank = /^\d+/.exec(place)?.[0] ?? "1";
  const qualified = event?.discipline === "track" && draw(key, 3) < QUALIFIED
    ? ` ${drawOne(key, 4, QUALIFIERS)}`
    : "";
  const breeze = /^[+-]\d/.test(wind) ? ` (${wind})` : "";
  return escapeText(`${rank}. ${text}${breeze}${qualified}`);
}
